using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Booking;

public sealed class SendFromAndToTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Book_FromALocation_TakesItsAddressAndOffice(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var id = await AddLocationAsync(world, world.Seller.Id);
        var input = BookingWorld.Input() with { PickupLocation = id };
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(input));
        await using var database = world.Databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(Token);
        Assert.Equal(("Godown Road", "New Delhi HO", 110_001), (shipment.Consignor.Line1, shipment.BookingOffice, shipment.BookingPincode.Value));
        Assert.IsType<BookingResult.KeyUsed>(await world.BookAsync(input with { PickupLocation = null }));
    }

    [Theory, EachDatabase]
    public async Task Book_FromAnotherSellersLocation_IsNotFound(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var (stranger, _) = await TestSellers.ApprovedAsync(database);
        foreach (var id in new[] { await AddLocationAsync(world, stranger.Id), stranger.Id.Value, Guid.CreateVersion7() })
        {
            var result = await world.BookAsync(BookingWorld.Input() with { PickupLocation = id });
            Assert.Equal([BookingFault.LocationUnknown], Assert.IsType<BookingResult.Refused>(result).Faults);
        }

        Assert.Equal((0, 0, 0, 0), await world.CountAsync());
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input() with { PickupLocation = world.Seller.Id.Value }));
    }

    [Theory, EachDatabase]
    public async Task Form_LocationOfADraft_IsKeptUntilItIsRemoved(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var id = await AddLocationAsync(world, world.Seller.Id);
        var desk = (await new OpenBookingDesk(world.Databases, world.Time).ExecuteAsync(world.Actor, null, null, null, Token))!;
        Assert.Equal([(world.Seller.Id.Value, true), (id, false)], desk.Locations.Select(location => (location.Id, location.IsDefault)));
        var form = Form(desk);
        form.SendFrom(id);
        Assert.Equal((id, "110001"), (form.Location!.Id, form.Fields.From));
        Assert.Equal(id, Form(desk with { DraftJson = form.ToJson() }).Location!.Id);
        form.Fields.ReturnOf = Guid.CreateVersion7();
        BookingWorld.Fill(form);
        Assert.Null(form.Try()!.PickupLocation);
        form.Fields.ReturnOf = null;
        var lost = Form(desk with { DraftJson = form.ToJson(), Locations = [desk.Locations[0]] });
        Assert.Equal((null, "482001"), (lost.Fields.Location, lost.Fields.From));

        BookingForm Form(BookingDesk opened) => new(world.Directory.Value, world.Prices, opened, Guid.CreateVersion7(), () => new DateOnly(2026, 11, 23));
    }

    [Theory, EachDatabase]
    public async Task AddressBook_KeptConsignee_IsFoundAndFillsTheForm(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var book = new BookingAddressBook(world.Databases, new ConsigneeStore(world.Databases, world.Directory, world.Time), world.Directory, world.Time);
        var input = BookingWorld.Input().Consignee with { Company = "Public Works", State = "Chhattisgarh" };
        Assert.Equal(KeepOutcome.Kept, (await book.KeepAsync(world.Actor, input, Token)).Outcome);
        Assert.Equal([EntryFault.NameTaken], (await book.KeepAsync(world.Actor, input, Token)).EntryFaults);
        Assert.Equal(KeepOutcome.Kept, (await book.KeepAsync(world.Actor, input with { Name = "Sub Engineer" }, Token)).Outcome);
        Assert.Equal(["Public Works", "Public Works, Raipur"], (await book.FindAsync(world.Actor, "works rai", Token)).Select(found => found.Nickname));

        var stranger = TestSellers.ActorOf(new SellerPortal.Domain.SellerId(Guid.CreateVersion7()));
        Assert.Empty(await book.FindAsync(stranger, "works", Token));
        await using var database = world.Databases.CreateDbContext();
        var kept = await database.SavedConsignees.FirstAsync(Token);
        Assert.Null(await book.ReadAsync(stranger, kept.Id, Token));
        var form = world.Form();
        var found = (await book.ReadAsync(world.Actor, kept.Id, Token))!;
        form.SendTo(found.Address, found.Email);
        Assert.Equal(("492001", "Raipur", "Division 2, Civil Lines", "9826012345"), (form.Fields.To, form.Fields.City, form.Fields.Line1, form.Fields.Mobile));
    }

    private static async Task<Guid> AddLocationAsync(BookingWorld world, SellerPortal.Domain.SellerId seller)
    {
        var id = Guid.CreateVersion7();
        await using var database = world.Databases.CreateDbContext();
        database.PickupLocations.Add(PickupLocation.Of(id, seller, "Godown", TestSellers.Address("110001") with { Line1 = "Godown Road" }));
        await database.SaveChangesAsync(Token);
        return id;
    }
}
