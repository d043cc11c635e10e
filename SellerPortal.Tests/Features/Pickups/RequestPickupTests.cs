using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

public sealed class RequestPickupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Request_AllThatWait_HoldsThemAndAPlace(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.BookAsync(3);
        var id = Assert.IsType<PickupResult.Done>(await world.AskAsync()).Id;
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Requested, 3, PickupWorld.Afternoon, "Jabalpur H.O"), (pickup.State, pickup.Parcels, pickup.Time, pickup.Office));
        Assert.Equal(world.Seller.PickupAddress, pickup.Address);
        var step = Assert.Single(pickup.Steps);
        Assert.Equal((PickupStepKind.Requested, world.Actor.UserId, world.Time.GetUtcNow()), (step.Kind, step.By, step.At));
        Assert.Equal((3, 1), (await world.CountOnAsync(id), await world.TakenAsync(PickupWorld.Afternoon)));
    }

    [Theory, EachDatabase]
    public async Task Request_SameKeyEightTimesAtOnce_IsMadeOnce(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.BookAsync(3);
        var key = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.AskAsync(key: key))));
        Assert.Single(results.Cast<PickupResult.Done>().Select(done => done.Id).Distinct());
        Assert.Single(results.Cast<PickupResult.Done>(), done => !done.Again);
        Assert.Equal(1, await world.TakenAsync(PickupWorld.Afternoon));
    }

    [Theory, EachDatabase]
    public async Task Request_SixtyFourForTheLastPlace_OneGetsIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 2 });
        await world.RequestedAsync(1);
        var booked = await world.BookAsync(64);
        var results = await Task.WhenAll(booked.Select(shipment => Task.Run(
            () => world.Request.ExecuteAsync(world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, [shipment.Id]), Token), Token)));
        var done = Assert.Single(results.OfType<PickupResult.Done>());
        var refused = results.OfType<PickupResult.Refused>().ToList();
        Assert.Equal(63, refused.Count);
        Assert.All(refused, refusal => Assert.Equal((PickupRefusal.Full, (PickupTime?)new PickupTime(PickupWorld.Monday, PickupSlot.Evening)), (refusal.Reason, refusal.Next)));
        Assert.Equal((2, 1), (await world.TakenAsync(PickupWorld.Afternoon), await world.CountOnAsync(done.Id)));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(2, await database.Pickups.CountAsync(Token));
        Assert.Equal(63, await database.Shipments.CountAsync(shipment => shipment.PickupId == null, Token));
    }

    [Theory, EachDatabase]
    public async Task Request_NotPossible_SaysTheReasonAndOffersTheNext(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { MinimumParcels = 3 });
        await world.BookAsync(2);
        var wednesday = new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning);
        await RefusedAsync(new PickupTime(PickupWorld.Monday, PickupSlot.Morning), PickupRefusal.Past, PickupWorld.Afternoon);
        await RefusedAsync(new PickupTime(PickupWorld.Monday.AddDays(1), PickupSlot.Evening), PickupRefusal.Holiday, wednesday);
        await RefusedAsync(new PickupTime(PickupWorld.Monday.AddDays(6), PickupSlot.Morning), PickupRefusal.Sunday, new PickupTime(PickupWorld.Monday.AddDays(7), PickupSlot.Morning));
        await RefusedAsync(new PickupTime(PickupWorld.Monday.AddDays(8), PickupSlot.Morning), PickupRefusal.TooFarAhead, PickupWorld.Afternoon);
        await RefusedAsync(wednesday, PickupRefusal.TooFewParcels, wednesday);
        world.Time.Advance(TimeSpan.FromHours(2));
        await RefusedAsync(PickupWorld.Afternoon, PickupRefusal.AfterCutOff, new PickupTime(PickupWorld.Monday, PickupSlot.Evening));
        Assert.Equal((0, 2), (await world.TakenAsync(wednesday), await world.CountOnAsync(null)));

        async Task RefusedAsync(PickupTime time, PickupRefusal reason, PickupTime next) =>
            Assert.Equal(new PickupResult.Refused(reason, next), await world.AskAsync(time));
    }

    [Theory, EachDatabase]
    public async Task Request_FromAnUnservedPincode_IsRefused(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.BookAsync(1);
        await using (var database = world.Databases.CreateDbContext())
        {
            (await database.Sellers.SingleAsync(Token)).MovePickupTo(TestSellers.Address("999999"));
            await database.SaveChangesAsync(Token);
        }

        Assert.Equal(new PickupResult.Refused(PickupRefusal.UnservedPincode, null), await world.AskAsync());
        Assert.Null((await world.Open.ExecuteAsync(world.Actor, null, location: null, Token))!.Office);
    }

    [Theory, EachDatabase]
    public async Task Request_ForeignScannedCancelledAndTaken_AreLeftOut(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        await using var database = world.Databases.CreateDbContext();
        var (other, stranger) = await TestSellers.ApprovedAsync(database);
        var theirs = (await world.BookAsync(1, other.Id))[0];
        await world.CancelAsync(booked[0].Id);
        await EventStore.SaveAsync(database, [new TrackingEvent { Article = booked[2].Article, OccurredAt = world.Time.GetUtcNow(), Code = "ITEM_BOOK", Office = "Jabalpur HO", Description = "Item Booked", RecordedAt = world.Time.GetUtcNow() }], Token);
        var first = Assert.IsType<PickupResult.Done>(await AskForAsync(booked[1].Id));
        var unknown = new ShipmentId(Guid.CreateVersion7());
        var second = Assert.IsType<PickupResult.Done>(await AskForAsync([.. booked.Select(shipment => shipment.Id), theirs.Id, unknown]));
        Assert.Equal(
            [
                new LeftOutParcel(booked[0].Id, booked[0].Article, PickupLeftOutReason.Cancelled),
                new LeftOutParcel(booked[1].Id, booked[1].Article, PickupLeftOutReason.OnAnotherPickup),
                new LeftOutParcel(booked[2].Id, booked[2].Article, PickupLeftOutReason.WithThePost),
                new LeftOutParcel(theirs.Id, null, PickupLeftOutReason.Unknown),
                new LeftOutParcel(unknown, null, PickupLeftOutReason.Unknown),
            ],
            second.LeftOut);
        Assert.Equal((1, 1), (await world.CountOnAsync(first.Id), await world.CountOnAsync(second.Id)));
        Assert.Equal(PickupRefusal.TooFewParcels, Assert.IsType<PickupResult.Refused>(await AskForAsync(theirs.Id)).Reason);
        Assert.IsType<PickupResult.NotAllowed>(await world.Request.ExecuteAsync(
            stranger with { Team = TeamRole.ViewOnly }, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, null), Token));
        Assert.IsType<PickupResult.NotAllowed>(await world.Request.ExecuteAsync(
            PickupWorld.Staff, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, null), Token));

        Task<PickupResult> AskForAsync(params ShipmentId[] ids) =>
            world.Request.ExecuteAsync(world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, ids), Token);
    }

    [Theory, EachDatabase]
    public async Task Open_ChosenAndAll_CountsWhatCanBeFetched(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.RequestedAsync(1);
        var booked = await world.BookAsync(3);
        var all = (await world.Open.ExecuteAsync(world.Actor, null, location: null, Token))!;
        Assert.Equal((3, 0, 3), (all.Parcels, all.LeftOut.Count, all.Waiting));
        Assert.Equal([false, true], [all.Days[0].Slots[0].Refusal is null, all.Days[0].Slots[1].Refusal is null]);
        Assert.Equal((PickupRefusal.Holiday, "Guru Nanak's birthday"), (all.Days[1].Closed, all.Days[1].Holiday?.Name));
        Assert.Equal(PickupRefusal.Sunday, all.Days[6].Closed);
        var some = (await world.Open.ExecuteAsync(world.Actor, [booked[0].Id, new ShipmentId(Guid.CreateVersion7())], location: null, Token))!;
        Assert.Equal((1, 1, 3), (some.Parcels, some.LeftOut.Count, some.Waiting));
        Assert.Null(await world.Open.ExecuteAsync(PickupWorld.Staff, null, location: null, Token));
    }
}
