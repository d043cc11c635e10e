using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Booking;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Booking;

public sealed class BookingLaneTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Book_OneOfManyCannotBeWritten_TheOthersAre(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var good = Enumerable.Range(0, 20).Select(_ => Priced(world)).ToList();
        var bad = Priced(world);
        bad = bad with { Shipment = bad.Shipment with { SellerId = new(Guid.CreateVersion7()) } };

        // Whatever is asked for while the first is written waits, and goes into one transaction with the bad one.
        var asked = new List<Task<WrittenBooking>>();
        foreach (var booking in good.Take(10).Append(bad).Concat(good.Skip(10))) asked.Add(world.Lane.BookAsync(booking));
        await Assert.ThrowsAnyAsync<DbException>(() => asked[10]);
        asked.RemoveAt(10);
        var written = await Task.WhenAll(asked);
        var articles = written.Select(one => Assert.IsType<WrittenBooking.Booked>(one).Shipment.Article).ToList();
        Assert.Equal(20, articles.Distinct(StringComparer.Ordinal).Count());
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(articles.Order(StringComparer.Ordinal), await database.Shipments.Select(shipment => shipment.Article).OrderBy(article => article).ToListAsync(Token));
        Assert.Equal(20, await database.History.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Book_KeyOfAnotherNode_FindsItsClaim(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var booking = Priced(world);
        var first = Assert.IsType<WrittenBooking.Booked>(await world.Lane.BookAsync(booking));
        var other = new BookingLane(world.Databases, new BookingWriter(BulkWriters.Of(kind)), new(), world.Time);
        Assert.Equal(new WrittenBooking.Claimed(first.Shipment.Id, booking.Content), await other.BookAsync(booking));
    }

    [Theory, EachDatabase]
    public async Task Book_TwoNodesAtOnce_EveryKeyBooksOnceAndNoNumberIsGivenTwice(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var other = new BookingLane(world.Databases, new BookingWriter(BulkWriters.Of(kind)), new(), world.Time);
        var bookings = Enumerable.Range(0, 40).Select(_ => Priced(world)).ToList();
        var written = await Task.WhenAll(bookings.SelectMany(booking => new[] { world.Lane, other }.Select(lane => Task.Run(() => lane.BookAsync(booking), Token))));
        Assert.Equal(40, written.OfType<WrittenBooking.Booked>().Select(one => one.Shipment.Article).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(40, written.OfType<WrittenBooking.Claimed>().Count());
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(40, await database.Shipments.CountAsync(Token));
    }

    private static PricedBooking Priced(BookingWorld world)
    {
        BookingRules.Check(BookingWorld.Input(), out var tidy);
        return world.Price.Execute(new(tidy!, tidy!.Fingerprint(), world.Seller, world.Seller.PickupAddress, world.Actor, ExpectedTotalPaise: null), out _)!;
    }
}
