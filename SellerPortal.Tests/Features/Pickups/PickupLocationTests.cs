using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Pickups at another place than the default one.</summary>
public sealed class PickupLocationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Request_AtAnotherLocation_FetchesWhatWasSentFromThereByItsOwnOffice(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var godown = await world.AddLocationAsync("Raipur godown");
        await world.BookAsync(3);
        await world.SentFromAsync(await world.BookAsync(2), PickupWorld.Godown);
        await world.SentFromAsync(await world.BookAsync(1), PickupWorld.Godown with { Line1 = "A shed that is given up" });

        var desk = (await world.Open.ExecuteAsync(world.Actor, null, godown, Token))!;
        Assert.Equal((2, "492001", godown), (desk.Parcels, desk.Office!.Office.Pincode.ToString(), desk.Location));
        Assert.Equal(["Jabalpur", "Raipur godown"], desk.Locations.Select(location => location.Name));
        var main = (await world.Open.ExecuteAsync(world.Actor, null, location: null, Token))!;
        Assert.Equal((4, world.Seller.Id.Value), (main.Parcels, main.Location));

        var done = Assert.IsType<PickupResult.Done>(await AskAsync(world, godown));
        var pickup = await world.PickupAsync(done.Id);
        Assert.Equal((2, "492001", PickupWorld.Godown), (pickup.Parcels, pickup.OfficePincode.ToString(), pickup.Address));
        Assert.Equal(4, await world.CountOnAsync(null));
        Assert.Equal(4, (await world.PickupAsync(Assert.IsType<PickupResult.Done>(await AskAsync(world, world.Seller.Id.Value)).Id)).Parcels);
        Assert.Equal(PickupRefusal.TooFewParcels, Assert.IsType<PickupResult.Refused>(await AskAsync(world, godown)).Reason);
    }

    [Theory, EachDatabase]
    public async Task Open_ForChosenParcels_ComesWhereMostOfThemAre(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var godown = await world.AddLocationAsync("Raipur godown");
        var main = (await world.BookAsync(2)).Select(shipment => shipment.Id).ToList();
        var moved = await world.BookAsync(3);
        await world.SentFromAsync(moved, PickupWorld.Godown);
        var there = moved.Select(shipment => shipment.Id).ToList();
        Assert.Equal(godown, (await world.Open.ExecuteAsync(world.Actor, [.. main, .. there], location: null, Token))!.Location);
        Assert.Equal(world.Seller.Id.Value, (await world.Open.ExecuteAsync(world.Actor, [.. main, .. there.Take(2)], location: null, Token))!.Location);
        Assert.Equal(world.Seller.Id.Value, (await world.Open.ExecuteAsync(world.Actor, there, world.Seller.Id.Value, Token))!.Location);
        Assert.Equal(world.Seller.Id.Value, (await world.Open.ExecuteAsync(world.Actor, [], location: null, Token))!.Location);
    }

    [Theory, EachDatabase]
    public async Task Request_ChosenAtTwoLocations_FetchesThoseOfOneAndNamesTheRest(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var godown = await world.AddLocationAsync("Raipur godown");
        var (main, moved) = (await world.BookAsync(2), await world.BookAsync(3));
        await world.SentFromAsync(moved, PickupWorld.Godown);
        ShipmentId[] chosen = [.. main.Concat(moved).Select(shipment => shipment.Id)];

        var desk = (await world.Open.ExecuteAsync(world.Actor, chosen, location: null, Token))!;
        Assert.Equal((godown, 3, 3), (desk.Location, desk.Parcels, desk.Waiting));
        Assert.Equal(main.Select(shipment => new LeftOutParcel(shipment.Id, shipment.Article, PickupLeftOutReason.AnotherLocation)), desk.LeftOut);

        var wish = new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, chosen, Location: godown);
        var done = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(world.Actor, wish, Token));
        Assert.Equal(desk.LeftOut, done.LeftOut);
        Assert.Equal((3, 2), ((await world.PickupAsync(done.Id)).Parcels, await world.CountOnAsync(null)));
        var again = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(world.Actor, wish, Token));
        Assert.True(again.Again);
        Assert.Equal(done.LeftOut, again.LeftOut);

        var none = Assert.IsType<PickupResult.Refused>(await world.Request.ExecuteAsync(
            world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, [main[0].Id], Location: godown), Token));
        Assert.Equal((PickupRefusal.TooFewParcels, PickupLeftOutReason.AnotherLocation), (none.Reason, Assert.Single(none.LeftOut).Reason));
        var second = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(
            world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, [main[0].Id, main[1].Id], Location: world.Seller.Id.Value), Token));
        Assert.Equal((2, 0), ((await world.PickupAsync(second.Id)).Parcels, second.LeftOut.Count));
    }

    [Theory, EachDatabase]
    public async Task Request_AtALocationThatIsNotTheSellers_IsRefused(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.BookAsync(1);
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var theirs = await world.AddLocationAsync("Theirs", other.Id);
        foreach (var location in new[] { theirs, other.Id.Value, Guid.CreateVersion7() })
        {
            Assert.Equal(new PickupResult.Refused(PickupRefusal.LocationUnknown, null), await AskAsync(world, location));
            Assert.Equal(RepeatResult.LocationUnknown, await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.Monday, PickupSlot.Morning, location, Token));
            Assert.Equal(world.Seller.Id.Value, (await world.Open.ExecuteAsync(world.Actor, null, location, Token))!.Location);
        }

        Assert.IsType<PickupResult.NotAllowed>(await world.Request.ExecuteAsync(
            world.Actor with { Team = TeamRole.ViewOnly }, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, null, Location: world.Seller.Id.Value), Token));
        Assert.Empty(await new ReadPickupLocations(world.Databases).ExecuteAsync(PickupWorld.Staff, Token));
        Assert.Equal(1, await world.CountOnAsync(null));
    }

    [Theory, EachDatabase]
    public async Task Capacity_OfOneOffice_LeavesTheOtherFree(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 1 });
        var godown = await world.AddLocationAsync("Raipur godown");
        await world.RequestedAsync();
        await world.SentFromAsync(await world.BookAsync(1), PickupWorld.Godown);
        Assert.NotNull((await world.Open.ExecuteAsync(world.Actor, null, location: null, Token))!.Days[0].Slots[1].Refusal);
        Assert.Null((await world.Open.ExecuteAsync(world.Actor, null, godown, Token))!.Days[0].Slots[1].Refusal);
        Assert.IsType<PickupResult.Done>(await AskAsync(world, godown));
    }

    [Theory, EachDatabase]
    public async Task Repeat_AtALocation_FetchesThereUntilItIsRemoved(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var godown = await world.AddLocationAsync("Raipur godown");
        Assert.Equal(RepeatResult.Done, await BeginAsync(godown));
        Assert.Equal(RepeatResult.Done, await BeginAsync(godown));
        Assert.Equal(RepeatResult.Done, await BeginAsync(null));
        Assert.Equal(2, (await world.Repeats.ListAsync(world.Actor, Token)).Count);
        await world.BookAsync(3);
        await world.SentFromAsync(await world.BookAsync(2), PickupWorld.Godown);
        world.Time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal(2, await world.MakeRepeats.ExecuteAsync(Token));
        await using var database = world.Databases.CreateDbContext();
        var pickups = await database.Pickups.AsNoTracking().ToListAsync(Token);
        Assert.Equal([("482001", 3), ("492001", 2)], pickups.Select(pickup => (pickup.Address.Pincode.ToString(), pickup.Parcels)).Order());

        await database.PickupLocations.ExecuteDeleteAsync(Token);
        world.Time.Advance(TimeSpan.FromDays(2));
        await world.BookAsync(1);
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal(PickupRefusal.LocationUnknown, (await world.Repeats.ListAsync(world.Actor, Token)).Single(repeat => repeat.LocationId == godown).LastRefusal);

        Task<RepeatResult> BeginAsync(Guid? location) => world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.EachWeekday, PickupSlot.Afternoon, location, Token);
    }

    private static Task<PickupResult> AskAsync(PickupWorld world, Guid location) =>
        world.Request.ExecuteAsync(world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, null, Location: location), Token);
}
