using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

public sealed class BookReturnTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Return_OfADeliveredParcel_GoesTheOtherWayWithItsOwnNumber(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var original = await DeliveredAsync(world);
        var booked = Assert.IsType<BookingResult.Booked>(await world.BookAsync(await InputAsync(world, original)));
        var back = await ReadAsync(world, booked.Shipment.Id);
        Assert.Equal(original.Id, back.ReturnOf);
        Assert.Equal(original.Consignee, back.Consignor);
        Assert.Equal(original.Consignor, back.Consignee);
        Assert.Equal(("Raipur HO", ShipmentStatus.Booked), (back.BookingOffice, back.Status));
        Assert.NotEqual(original.Article, back.Article);
        Assert.Equal(ShipmentStatus.Delivered, (await ReadAsync(world, original.Id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Return_Twice_IsOneUntilItIsCancelled(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var original = await DeliveredAsync(world);
        var input = await InputAsync(world, original);
        var first = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        Assert.Equal((first.Shipment, true), Assert.IsType<BookingResult.Booked>(await world.BookAsync(input)) is var again ? (again.Shipment, again.Again) : default);
        Assert.Equal(new BookingResult.ReturnRefused(ReturnRefusal.Booked), await world.BookAsync(input with { Key = Guid.CreateVersion7() }));
        await using (var database = world.Databases.CreateDbContext())
        {
            (await database.Shipments.SingleAsync(shipment => shipment.Id == first.Shipment.Id, Token)).Cancel(Money.Zero, world.Time.GetUtcNow());
            await database.SaveChangesAsync(Token);
        }

        Assert.IsType<BookingResult.Booked>(await world.BookAsync(input with { Key = Guid.CreateVersion7() }));
    }

    [Theory, EachDatabase]
    public async Task Return_WithoutABeginning_IsFoundAgainUnderItsKey(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var input = await InputAsync(world, await DeliveredAsync(world)) with { FromPincode = null };
        var first = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        var again = Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        Assert.Equal((first.Shipment.Id, true), (again.Shipment.Id, again.Again));
    }

    [Theory, EachDatabase]
    public async Task Return_FromManyFormsAtOnce_IsBookedOnceAndUsesOneNumber(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var original = await DeliveredAsync(world);
        var input = await InputAsync(world, original);
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.BookAsync(input with { Key = Guid.CreateVersion7() }))));
        Assert.Single(results.OfType<BookingResult.Booked>());
        Assert.Equal(3, results.OfType<BookingResult.ReturnRefused>().Count(refused => refused.Reason == ReturnRefusal.Booked));
        var (claims, shipments, _, numbers) = await world.CountAsync();
        Assert.Equal((2, 2, 2), (claims, shipments, numbers));
    }

    [Theory, EachDatabase]
    public async Task Return_OfAnothersUndeliveredOrReturnedParcel_IsRefused(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var onTheWay = await ReadAsync(world, Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input())).Shipment.Id);
        var delivered = await DeliveredAsync(world);
        var input = await InputAsync(world, delivered);
        Assert.Equal(new BookingResult.ReturnRefused(ReturnRefusal.NotDelivered), await world.BookAsync(input with { ReturnOf = onTheWay.Id.Value }));
        Assert.Equal(new BookingResult.ReturnRefused(ReturnRefusal.NotFound), await world.BookAsync(input with { ReturnOf = Guid.CreateVersion7() }));
        var back = await ReadAsync(world, Assert.IsType<BookingResult.Booked>(await world.BookAsync(input)).Shipment.Id);
        await DeliverAsync(world, back.Article);
        Assert.Equal(new BookingResult.ReturnRefused(ReturnRefusal.IsReturn), await world.BookAsync(input with { Key = Guid.CreateVersion7(), ReturnOf = back.Id.Value }));
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var desk = new OpenBookingDesk(world.Databases, world.Time);
        Assert.Equal(ReturnRefusal.NotFound, (await desk.ExecuteAsync(stranger, null, like: null, delivered.Id.Value, Token))!.WhyNoReturn);
        Assert.Equal(new BookingResult.ReturnRefused(ReturnRefusal.NotFound), await world.Booking.ExecuteAsync(stranger, input with { Key = Guid.CreateVersion7() }, Token));
    }

    [Fact]
    public async Task Form_OfAReturn_KeepsItsBeginningAndIsOrdinaryAgainForTheNext()
    {
        await using var world = await BookingWorld.CreateAsync(DatabaseKind.Sqlite);
        var original = await DeliveredAsync(world);
        var desk = (await new OpenBookingDesk(world.Databases, world.Time).ExecuteAsync(world.Actor, null, like: null, original.Id.Value, Token))!;
        var form = world.Form(desk.DraftJson);
        Assert.Equal(("492001", "482001", original.Id.Value), (form.Fields.From, form.Fields.To, form.Fields.ReturnOf));
        Assert.Equal("Acme Traders", form.Fields.Name);
        form.Next(Guid.CreateVersion7());
        Assert.Equal(("482001", null), (form.Fields.From, form.Fields.ReturnOf));
    }

    private static async Task<BookShipmentInput> InputAsync(BookingWorld world, Shipment original)
    {
        var desk = (await new OpenBookingDesk(world.Databases, world.Time).ExecuteAsync(world.Actor, null, like: null, original.Id.Value, Token))!;
        Assert.Null(desk.WhyNoReturn);
        var fields = JsonSerializer.Deserialize<BookingFields>(desk.DraftJson!)!;
        var form = world.Form(desk.DraftJson);
        var input = form.Try();
        Assert.Empty(form.Faults);
        return input! with { Key = fields.Key };
    }

    private static async Task<Shipment> DeliveredAsync(BookingWorld world)
    {
        var booked = Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input())).Shipment;
        await DeliverAsync(world, booked.Article);
        return await ReadAsync(world, booked.Id);
    }

    private static async Task DeliverAsync(BookingWorld world, string article)
    {
        await using var database = world.Databases.CreateDbContext();
        var scan = new TrackingEvent
        {
            Article = article,
            OccurredAt = world.Time.GetUtcNow().AddHours(1),
            Code = EventCodes.Delivery,
            Office = "Raipur HO",
            Description = "Item Delivered(Addressee)",
            RecordedAt = world.Time.GetUtcNow(),
        };
        await EventStore.SaveAsync(database, [scan], Token);
    }

    private static async Task<Shipment> ReadAsync(BookingWorld world, ShipmentId id)
    {
        await using var database = world.Databases.CreateDbContext();
        return await database.Shipments.AsNoTracking().SingleAsync(shipment => shipment.Id == id, Token);
    }
}
