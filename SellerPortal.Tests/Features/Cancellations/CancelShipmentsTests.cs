using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Cancellations;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

public sealed class CancelShipmentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Cancel_BeforeDispatch_VoidsItRefundsAndTells(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "ITEM_BOOK", "Item Booked");
        var result = Assert.IsType<CancelResult.Cancelled>(await CancelAsync(world, shipment.Id));
        Assert.Equal((Money.FromRupees(270), false), (result.Refund, result.Again));

        await using var database = world.Databases.CreateDbContext();
        var after = await database.Shipments.SingleAsync(Token);
        Assert.Equal((ShipmentStatus.Cancelled, world.Time.GetUtcNow(), Money.FromRupees(270)), (after.Status, after.StatusAt, after.Refund));
        var entry = await database.History.SingleAsync(entry => entry.Kind == HistoryKind.Cancelled, Token);
        Assert.Equal(("27000", (Guid?)world.Actor.UserId), (entry.Detail, entry.By));
        var news = await database.ShipmentChanges.OrderBy(change => change.Id).LastAsync(Token);
        Assert.Equal((ShipmentStatus.Booked, ShipmentStatus.Cancelled), (news.Before, news.Status));
    }

    [Theory, EachDatabase]
    public async Task Cancel_TwiceOrByManyAtOnce_CancelsOnce(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => CancelAsync(world, shipment.Id))));
        Assert.Single(results.Cast<CancelResult.Cancelled>(), result => !result.Again);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(1, await database.History.CountAsync(entry => entry.Kind == HistoryKind.Cancelled, Token));
        Assert.Equal(1, await database.ShipmentChanges.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Cancel_AgainstADispatchScan_EndsInExactlyOneOfBoth(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        for (var round = 0; round < 25; round++)
        {
            var shipment = await world.BookAsync();
            var scan = Task.Run(() => world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched", minutes: 1), Token);
            var result = await Task.Run(() => CancelAsync(world, shipment.Id), Token);
            await scan;
            var after = await world.ReadAsync(shipment.Id);
            Assert.Equal("Bag Dispatched", after.LastScan);
            if (result is CancelResult.Cancelled) Assert.Equal((ShipmentStatus.Cancelled, true), (after.Status, after.Refund is not null));
            else Assert.Equal((ActRefusal.Dispatched, ShipmentStatus.InTransit, null), (Assert.IsType<CancelResult.Refused>(result).Reason, after.Status, after.Refund));
        }
    }

    [Theory, EachDatabase]
    public async Task Cancel_SeveralWithOneDispatchedAndOneOfAnother_EachHasItsOwnResult(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var (good, gone) = (await world.BookAsync(), await world.BookAsync());
        await world.ScanAsync(gone.Article, "BAG_DISPATCH", "Bag Dispatched");
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var theirs = await TestShipments.BookAsync(database, other.Id);

        var results = await world.Cancel.ExecuteAsync(world.Actor, [gone.Id, good.Id, theirs.Id], Token);

        Assert.Equal(ActRefusal.Dispatched, Assert.IsType<CancelResult.Refused>(results[0]).Reason);
        Assert.Equal(good.Article, Assert.IsType<CancelResult.Cancelled>(results[1]).Article);
        Assert.IsType<CancelResult.NotFound>(results[2]);
        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(theirs.Id)).Status);
    }

    [Fact]
    public async Task Cancel_FaultAtOneParcel_IsThatParcelsAlone()
    {
        await using var world = await CancellationWorld.CreateAsync(DatabaseKind.Sqlite);
        var (first, bad, last) = (await world.BookAsync(), await world.BookAsync(), await world.BookAsync());
        var told = new List<ShipmentId>();
        using var told1 = world.Changes.Subscribe(first.Id, () => told.Add(first.Id));
        using var told2 = world.Changes.Subscribe(last.Id, () => told.Add(last.Id));
        await BreakAsync(world, $"NEW.\"Article\" = '{bad.Article}'");

        var results = await world.Cancel.ExecuteAsync(world.Actor, [first.Id, bad.Id, last.Id], Token);

        Assert.Equal([typeof(CancelResult.Cancelled), typeof(CancelResult.Failed), typeof(CancelResult.Cancelled)], results.Select(result => result.GetType()));
        Assert.Equal([first.Id, last.Id], told);
        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(bad.Id)).Status);
    }

    [Fact]
    public async Task Cancel_DatabaseIsAway_IsNotAskedForEachOfTheRest()
    {
        await using var world = await CancellationWorld.CreateAsync(DatabaseKind.Sqlite);
        var parcels = new List<ShipmentId>();
        for (var i = 0; i < 4; i++) parcels.Add((await world.BookAsync()).Id);
        var good = await world.BookAsync();
        await BreakAsync(world, $"NEW.\"Article\" <> '{good.Article}'");
        var results = await world.Cancel.ExecuteAsync(world.Actor, [.. parcels, good.Id], Token);
        Assert.All(results, result => Assert.IsType<CancelResult.Failed>(result));
        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(good.Id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Cancel_OtherRefundRules_PaysByThem(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        (world.Rules.RefundPercent, world.Rules.RefundPercentAfterHandOver) = (90, 50);
        var (kept, handedOver) = (await world.BookAsync(), await world.BookAsync());
        await world.ScanAsync(handedOver.Article, "ITEM_BOOK", "Item Booked");
        Assert.Equal(Money.FromRupees(243), Assert.IsType<CancelResult.Cancelled>(await CancelAsync(world, kept.Id)).Refund);
        Assert.Equal(Money.FromRupees(135), Assert.IsType<CancelResult.Cancelled>(await CancelAsync(world, handedOver.Id)).Refund);
    }

    [Theory, EachDatabase]
    public async Task Cancel_FetchedAndNotScannedYet_PaysAsAfterHandOver(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        var rules = Options.Create(new CancellationOptions { RefundPercent = 90, RefundPercentAfterHandOver = 50 });
        var cancel = new CancelShipments(pickups.Databases, rules, new WorkSignal(), new ShipmentChanges(), pickups.Time, NullLogger<CancelShipments>.Instance);
        var (fetched, waiting) = ((await pickups.ParcelsOfAsync(await pickups.PickedUpAsync(1)))[0], (await pickups.ParcelsOfAsync(await pickups.RequestedAsync(1)))[0]);
        var shown = await new ReadCandidates(pickups.Databases).ExecuteAsync(pickups.Actor, [fetched, waiting], Token);
        Assert.Equal([true, false], shown.Select(candidate => candidate.HandedOver));
        var results = await cancel.ExecuteAsync(pickups.Actor, [fetched, waiting], Token);
        Assert.Equal(
            shown.Select(candidate => cancel.RefundOf(candidate.Total, candidate.HandedOver)), results.Select(result => Assert.IsType<CancelResult.Cancelled>(result).Refund));
        Assert.Equal([Money.FromRupees(135), Money.FromRupees(243)], results.Cast<CancelResult.Cancelled>().Select(result => result.Refund));
    }

    [Theory, EachDatabase]
    public async Task Cancel_ByAViewerOrStaff_IsRefused(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        foreach (var actor in new[] { world.Actor with { Team = TeamRole.ViewOnly }, TestSellers.Admin })
        {
            Assert.IsType<CancelResult.NotFound>(Assert.Single(await world.Cancel.ExecuteAsync(actor, [shipment.Id], Token)));
            Assert.IsType<RecallResult.NotFound>(await world.Recall.ExecuteAsync(actor, shipment.Id, Token));
        }

        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(shipment.Id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Candidates_OwnOnly_InTheOrderAskedFor(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var (one, two) = (await world.BookAsync(), await world.BookAsync());
        await world.ScanAsync(one.Article, "ITEM_INVOICE", "Taken out for delivery");
        await world.ScanAsync(one.Article, "ITEM_ONHOLD", "Item Kept on Hold", minutes: 5);
        await using var database = world.Databases.CreateDbContext();
        var (other, stranger) = await TestSellers.ApprovedAsync(database);
        var theirs = await TestShipments.BookAsync(database, other.Id);
        var read = new ReadCandidates(world.Databases);
        var rows = await read.ExecuteAsync(world.Actor, [two.Id, theirs.Id, one.Id, new ShipmentId(Guid.CreateVersion7())], Token);
        Assert.Equal([two.Id, one.Id], rows.Select(row => row.Id));
        Assert.Equal([null, ActRefusal.OutForDelivery], rows.Select(row => row.Status == ShipmentStatus.Booked ? row.WhyNot(ShipmentAct.Cancel) : row.WhyNot(ShipmentAct.Recall)));
        Assert.Empty(await read.ExecuteAsync(stranger, [two.Id], Token));
    }

    /// <summary>Parcels of which the condition holds can no longer be written.</summary>
    private static async Task BreakAsync(CancellationWorld world, string condition)
    {
        await using var database = world.Databases.CreateDbContext();
        var sql = $"CREATE TRIGGER stop BEFORE UPDATE ON \"Shipments\" WHEN {condition} BEGIN SELECT RAISE(ABORT, 'power cut'); END";
        await database.Database.ExecuteSqlRawAsync(sql, Token);
    }

    private static async Task<CancelResult> CancelAsync(CancellationWorld world, ShipmentId id) =>
        Assert.Single(await world.Cancel.ExecuteAsync(world.Actor, [id], Token));
}
