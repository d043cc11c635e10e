using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Manifests;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Manifests;

public sealed class ManifestTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [EachDatabase]
    public async Task Labels_OfAManifest_AreOrderedInItsOrderByItsSellerOnly(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        var id = await world.FillAsync(booked[2], booked[0]);
        var order = new OrderManifestLabels(world.Databases, new WorkSignal(), world.Time);
        var open = await order.ExecuteAsync(world.Actor, id, Token);
        await world.Close.ExecuteAsync(world.Actor, id, Token);
        var closed = await order.ExecuteAsync(world.Actor, id, Token);
        await using var database = world.Databases.CreateDbContext();
        foreach (var file in new[] { open, closed })
        {
            var job = await database.LabelJobs.AsNoTracking().SingleAsync(job => job.Id == file, Token);
            Assert.Equal([booked[0].Id, booked[2].Id], job.ShipmentIds());
        }

        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.Null(await order.ExecuteAsync(stranger, id, Token));
        Assert.Null(await order.ExecuteAsync(world.Actor with { Team = TeamRole.ViewOnly }, id, Token));
    }

    [Theory, EachDatabase]
    public async Task Fill_ChosenShipments_AreListedInTheOrderOfBooking(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        var id = await world.FillAsync(booked[2], booked[0]);
        Assert.Equal([booked[0].Article, booked[2].Article], await world.ArticlesAsync(id));
        var view = (await world.Read.OneAsync(world.Actor, id, 1, Token))!;
        Assert.Equal((2, 2_500L, 1), (view.Manifest.Parcels, view.Manifest.Grams, view.Unhanded));
        Assert.Equal(ManifestNumber.Of(new DateOnly(2026, 11, 24), 1), view.Manifest.Number);
        Assert.True(ManifestNumber.IsValid(view.Manifest.Number));
    }

    [Theory, EachDatabase]
    public async Task Fill_AShipmentOnAnotherManifest_StaysThere(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var first = await world.FillAsync(booked[0]);
        var second = await world.FillAsync(booked);
        Assert.Equal(first, await world.ManifestOfAsync(booked[0]));
        Assert.Equal([booked[1].Article], await world.ArticlesAsync(second));
        var again = await world.Fill.ExecuteAsync(world.Actor, null, [booked[0].Id, booked[1].Id], Token);
        Assert.Equal(FillRefusal.NothingFree, Assert.IsType<FillResult.Refused>(again).Why);
        Assert.Equal(2, (await world.Read.ListAsync(world.Actor, 1, Token)).Total);
    }

    [Theory, EachDatabase]
    public async Task Fill_SixAtOnce_EachShipmentIsOnOneAndEachNumberIsItsOwn(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(12);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => world.Fill.ExecuteAsync(world.Actor, null, [booked[2 * i].Id, booked[(2 * i) + 1].Id, booked[(2 * i + 2) % 12].Id], Token), Token)));
        var filled = results.OfType<FillResult.Filled>().ToList();
        Assert.Equal(12, filled.Sum(result => result.Added));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(filled.Count, await database.Manifests.Select(manifest => manifest.Number).Distinct().CountAsync(Token));
        Assert.Equal(12, await database.Shipments.CountAsync(shipment => shipment.ManifestId != null, Token));
    }

    [Theory, EachDatabase]
    public async Task Fill_AllUnhanded_LeavesOutCancelledScannedAndListed(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(5);
        await world.FillAsync(booked[0]);
        await world.CancelAsync(booked[1]);
        await world.ScanAsync(booked[2]);
        var candidates = await world.Candidates.ExecuteAsync(world.Actor, [.. booked.Select(shipment => shipment.Id)], Token);
        LeftOut[] leftOut = [new(booked[0].Id, ManifestLeftOutReason.Listed), new(booked[1].Id, ManifestLeftOutReason.Cancelled), new(booked[2].Id, ManifestLeftOutReason.WithThePost)];
        Assert.Equal(2, candidates.Free);
        Assert.Equal(leftOut, candidates.LeftOut);
        Assert.Equal(2, await world.Read.CountUnhandedAsync(world.Actor, Token));
        var filled = Assert.IsType<FillResult.Filled>(await world.Fill.ExecuteAsync(world.Actor, null, null, Token));
        Assert.Equal([booked[3].Article, booked[4].Article], await world.ArticlesAsync(filled.Id));
        Assert.Equal(0, await world.Read.CountUnhandedAsync(world.Actor, Token));
    }

    [Theory, EachDatabase]
    public async Task Close_ByHand_NeverChangesAgain(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(3);
        var id = await world.FillAsync(booked[0], booked[1]);
        Assert.Equal(CloseResult.Closed, await world.Close.ExecuteAsync(world.Actor, id, Token));
        Assert.Equal(CloseResult.WasClosed, await world.Close.ExecuteAsync(world.Actor, id, Token));
        Assert.Equal(new FillResult.Refused(FillRefusal.Closed), await world.Fill.ExecuteAsync(world.Actor, id, [booked[2].Id], Token));
        Assert.Equal(TakeOffResult.Closed, await world.TakeOff.ExecuteAsync(world.Actor, id, booked[0].Id, Token));
        await world.CancelAsync(booked[0]);
        await new CancelledWorld(world).TellAsync(booked[0]);
        Assert.Equal([booked[0].Article, booked[1].Article], await world.ArticlesAsync(id));
        var row = (await world.Read.ListAsync(world.Actor, 1, Token)).Rows.Single();
        Assert.Equal((2, 2_500L, true), (row.Parcels, row.Grams, row.ClosedByHand));
        Assert.Equal(2, (await world.Read.PaperAsync(world.Actor, id, Token))!.Lines.Count);
    }

    [Theory, EachDatabase]
    public async Task LeftBehind_OnAManifestOfAnEarlierDay_ComesOnANewOneAndStaysOnTheOld(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        var old = await world.FillAsync(booked[..3]);
        await world.Close.ExecuteAsync(world.Actor, old, Token);
        Assert.Equal(0, (await world.Read.ListAsync(world.Actor, 1, Token)).LeftBehind);
        Assert.IsType<FillResult.Refused>(await world.Fill.ExecuteAsync(world.Actor, null, [booked[0].Id], Token));

        world.Time.Advance(TimeSpan.FromDays(1));
        await world.ScanAsync(booked[1]);
        await world.CancelAsync(booked[2]);
        var left = Assert.Single((await world.Candidates.LeftBehindAsync(world.Actor, Token)).LeftBehind);
        Assert.Equal((booked[0].Id, old), (left.Id, left.ManifestId));
        var rows = await world.Read.ListAsync(world.Actor, 1, Token);
        Assert.Equal((1, 1), (rows.Unhanded, rows.LeftBehind));

        var all = Assert.IsType<FillResult.Filled>(await world.Fill.ExecuteAsync(world.Actor, null, null, Token));
        Assert.Equal([booked[3].Article], await world.ArticlesAsync(all.Id));
        var again = Assert.IsType<FillResult.Filled>(await world.Fill.ExecuteAsync(world.Actor, all.Id, [.. booked.Select(shipment => shipment.Id)], Token));
        Assert.Equal([new LeftOut(booked[1].Id, ManifestLeftOutReason.WithThePost), new LeftOut(booked[2].Id, ManifestLeftOutReason.Cancelled)], again.LeftOut);
        await world.Close.ExecuteAsync(world.Actor, all.Id, Token);
        Assert.Equal([booked[0].Article, booked[3].Article], await world.ArticlesAsync(all.Id));
        Assert.Equal([booked[0].Article, booked[1].Article, booked[2].Article], await world.ArticlesAsync(old));
        Assert.Equal(0, (await world.Read.ListAsync(world.Actor, 1, Token)).LeftBehind);
    }

    [Theory, EachDatabase]
    public async Task LeftBehind_TakenByTwoAtOnce_IsOnOne(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        var old = await world.FillAsync(booked);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await world.Candidates.LeftBehindAsync(world.Actor, Token)).LeftBehind);
        Assert.Equal(1, await world.Close.CloseEndedDaysAsync(Token));
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            () => world.Fill.ExecuteAsync(world.Actor, null, [.. booked.Select(shipment => shipment.Id)], Token), Token)));
        Assert.Equal(4, results.OfType<FillResult.Filled>().Sum(result => result.Added));
        Assert.Equal(4, (await world.ArticlesAsync(old)).Count);
    }

    [Theory, EachDatabase]
    public async Task Fill_TheSameAgain_ChangesNothingAndLeavesNoneOut(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.FillAsync(booked);
        var before = (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version;
        var again = Assert.IsType<FillResult.Filled>(await world.Fill.ExecuteAsync(world.Actor, id, [.. booked.Select(shipment => shipment.Id)], Token));
        Assert.Equal(0, again.Added);
        Assert.Empty(again.LeftOut);
        Assert.Equal(before, (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version);
    }

    [Theory, EachDatabase]
    public async Task Paper_OfAClosedManifest_KeepsItsSender(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var raipur = TestSellers.Address("492001") with { Line1 = "Shed 4, Siltara", City = "Raipur" };
        var home = await world.BookAsync(1);
        var closed = await world.FillAsync(home[0], await world.BookFromAsync(raipur), await world.BookFromAsync(raipur));
        await world.Close.ExecuteAsync(world.Actor, closed, Token);
        var open = await world.FillAsync(await world.BookAsync(1));
        await using (var database = world.Databases.CreateDbContext())
        {
            var seller = await database.Sellers.SingleAsync(Token);
            seller.MovePickupTo(raipur with { Line1 = "Moved away" });
            await database.SaveChangesAsync(Token);
            await database.Sellers.ExecuteUpdateAsync(
                set => set.SetProperty(seller => seller.LegalName, "Another Name").SetProperty(seller => seller.CustomerId, "1999999999").SetProperty(seller => seller.ContractNumber, "40099999"), Token);
        }

        var kept = (await world.Read.PaperAsync(world.Actor, closed, Token))!;
        Assert.Equal(("Acme Traders", "Shed 4, Siltara", 2), (kept.Seller, kept.Address.Line1, kept.Places));
        Assert.Equal((world.Seller.CustomerId, (string?)null), (kept.CustomerId, kept.ContractNumber));
        var present = (await world.Read.PaperAsync(world.Actor, open, Token))!;
        Assert.Equal(("Another Name", "Godown 2, Napier Town", 1, "40099999"), (present.Seller, present.Address.Line1, present.Places, present.ContractNumber));

        await using (var database = world.Databases.CreateDbContext()) await database.ManifestSenders.ExecuteDeleteAsync(Token);
        Assert.Equal("Another Name", (await world.Read.PaperAsync(world.Actor, closed, Token))!.Seller);
    }

    [Theory, EachDatabase]
    public async Task Cancel_OnAnOpenManifest_FallsOut(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.FillAsync(booked);
        await world.CancelAsync(booked[0]);
        Assert.Equal([booked[1].Article], await world.ArticlesAsync(id));
        var before = (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version;
        await new CancelledWorld(world).TellAsync(booked[0]);
        Assert.Null(await world.ManifestOfAsync(booked[0]));
        Assert.NotEqual(before, (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version);
        await world.CancelAsync(booked[1]);
        Assert.Equal(CloseResult.Empty, await world.Close.ExecuteAsync(world.Actor, id, Token));
    }

    [Theory, EachDatabase]
    public async Task DayEnd_AfterDaysAway_ClosesEachOnceAndLeavesToday(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(4);
        var old = await world.FillAsync(booked[0]);
        world.Time.Advance(TimeSpan.FromDays(3));
        var today = await world.FillAsync(booked[1]);
        Assert.Equal(new FillResult.Refused(FillRefusal.Closed), await world.Fill.ExecuteAsync(world.Actor, old, [booked[2].Id], Token));
        Assert.Equal(1, await world.Close.CloseEndedDaysAsync(Token));
        Assert.Equal(0, await world.Close.CloseEndedDaysAsync(Token));
        world.Time.SetUtcNow(ManifestDay.EndOf(new DateOnly(2026, 11, 27)).AddSeconds(-1));
        Assert.Equal(0, await world.Close.CloseEndedDaysAsync(Token));
        world.Time.Advance(TimeSpan.FromSeconds(1));
        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Close.CloseEndedDaysAsync(Token), Token)));
        Assert.Equal(1, closed.Sum());
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(2, await database.ManifestLines.CountAsync(Token));
        Assert.All(await database.Manifests.ToListAsync(Token), manifest => Assert.True(manifest is { ClosedAt: not null, ClosedBy: null, Parcels: 1 }));
        Assert.NotEqual(old, today);
    }

    [Theory, EachDatabase]
    public async Task AddAndClose_AtTheSameTime_LoseNoParcel(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(9);
        var id = await world.FillAsync(booked[0]);
        var adding = booked[1..].Select(shipment => Task.Run(() => world.Fill.ExecuteAsync(world.Actor, id, [shipment.Id], Token), Token)).ToList();
        var closing = Task.Run(() => world.Close.ExecuteAsync(world.Actor, id, Token), Token);
        await Task.WhenAll(adding);
        Assert.Equal(CloseResult.Closed, await closing);
        await using var database = world.Databases.CreateDbContext();
        var on = await database.Shipments.Where(shipment => shipment.ManifestId == id).Select(shipment => shipment.Article).Order().ToListAsync(Token);
        Assert.Equal(on, (await world.ArticlesAsync(id)).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task TakeOff_FromAnOpenManifest_IsFreeAgain(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.FillAsync(booked);
        var before = (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version;
        Assert.Equal(TakeOffResult.TakenOff, await world.TakeOff.ExecuteAsync(world.Actor, id, booked[0].Id, Token));
        var after = (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version;
        Assert.NotEqual(before, after);
        Assert.Equal(TakeOffResult.NotOnIt, await world.TakeOff.ExecuteAsync(world.Actor, id, booked[0].Id, Token));
        Assert.Equal(after, (await world.Read.OneAsync(world.Actor, id, 1, Token))!.Manifest.Version);
        Assert.Equal([booked[1].Article], await world.ArticlesAsync(id));
        await world.FillAsync(booked[0]);
    }

    [Theory, EachDatabase]
    public async Task Anything_ByAStrangerOrAnOnlooker_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await ManifestWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = await world.FillAsync(booked[0]);
        Actor stranger;
        await using (var database = world.Databases.CreateDbContext()) stranger = (await TestSellers.ApprovedAsync(database)).Actor;
        var onlooker = world.Actor with { Team = TeamRole.ViewOnly };
        Assert.Null(await world.Read.OneAsync(stranger, id, 1, Token));
        Assert.Null(await world.Read.PaperAsync(stranger, id, Token));
        Assert.Empty((await world.Read.ListAsync(stranger, 1, Token)).Rows);
        Assert.Equal(new FillResult.Refused(FillRefusal.NoSuchManifest), await world.Fill.ExecuteAsync(stranger, id, [booked[1].Id], Token));
        var foreign = Assert.IsType<FillResult.Refused>(await world.Fill.ExecuteAsync(stranger, null, [booked[1].Id], Token));
        Assert.Equal(FillRefusal.NothingFree, foreign.Why);
        Assert.Equal([new LeftOut(booked[1].Id, ManifestLeftOutReason.Unknown)], foreign.LeftOut);
        Assert.Equal(CloseResult.NoSuchManifest, await world.Close.ExecuteAsync(stranger, id, Token));
        Assert.Equal(CloseResult.NotAllowed, await world.Close.ExecuteAsync(onlooker, id, Token));
        Assert.Equal(new FillResult.Refused(FillRefusal.NotAllowed), await world.Fill.ExecuteAsync(onlooker, id, null, Token));
        Assert.Equal(TakeOffResult.NoSuchManifest, await world.TakeOff.ExecuteAsync(stranger, id, booked[0].Id, Token));
        Assert.Equal(TakeOffResult.NotAllowed, await world.TakeOff.ExecuteAsync(onlooker, id, booked[0].Id, Token));
        Assert.NotNull(await world.Read.OneAsync(onlooker, id, 1, Token));
    }

    /// <summary>Tells the handler that a shipment was cancelled.</summary>
    private sealed class CancelledWorld(ManifestWorld world)
    {
        public async Task TellAsync(Shipment shipment)
        {
            await using var database = world.Databases.CreateDbContext();
            var cancelled = (await database.Shipments.FindAsync([shipment.Id], Token))!;
            await new CancelledLeaveManifest(world.Time).HandleAsync(database, [ShipmentChange.Of(cancelled, ShipmentStatus.Booked, world.Time.GetUtcNow())], Token);
        }
    }
}
