using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Cancellations;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

public sealed class RecallShipmentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Recall_InTransit_IsNotedAndEndsReturned(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched", minutes: -60);
        Assert.Equal(
            new RecallPrice(Money.FromRupees(6), Money.FromRupees(1)), Assert.IsType<RecallResult.Requested>(await world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token)).Price);
        var asked = await world.ReadAsync(shipment.Id);
        Assert.Equal((ShipmentStatus.InTransit, world.Time.GetUtcNow(), Money.FromRupees(6)), (asked.Status, asked.RecallRequestedAt, asked.RecallFee));
        await using (var database = world.Databases.CreateDbContext())
        {
            Assert.Equal("600", (await database.History.SingleAsync(entry => entry.Kind == HistoryKind.RecallRequested, Token)).Detail);
        }

        await world.ScanAsync(shipment.Article, "ITEM_NONDELIVER", "Item Recalled", minutes: 10, NonDeliveryReason.Recalled);
        Assert.Equal(ShipmentStatus.Returning, (await world.ReadAsync(shipment.Id)).Status);
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched", minutes: 20);
        Assert.Equal(ShipmentStatus.Returning, (await world.ReadAsync(shipment.Id)).Status);
        await world.ScanAsync(shipment.Article, "ITEM_DELIVERY", "Item Delivered(Sender)", minutes: 30);
        Assert.Equal(ShipmentStatus.Returned, (await world.ReadAsync(shipment.Id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Recall_TwiceAtOnce_IsAskedOnce(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched");
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token))));
        Assert.Single(results.OfType<RecallResult.Requested>());
        Assert.All(results.OfType<RecallResult.Refused>(), refused => Assert.Equal(ActRefusal.RecallRequested, refused.Reason));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(1, await database.History.CountAsync(entry => entry.Kind == HistoryKind.RecallRequested, Token));
    }

    [Theory, EachDatabase]
    public async Task Recall_OnceOutForDelivery_IsRefusedAlsoWhenHeldAfterwards(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        Assert.Equal(ActRefusal.NotDispatched, Assert.IsType<RecallResult.Refused>(await world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token)).Reason);
        await world.ScanAsync(shipment.Article, "ITEM_INVOICE", "Taken out for delivery");
        Assert.Equal(ActRefusal.OutForDelivery, Assert.IsType<RecallResult.Refused>(await world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token)).Reason);
        await world.ScanAsync(shipment.Article, "ITEM_ONHOLD", "Item Kept on Hold", minutes: 5);
        Assert.Equal(ActRefusal.OutForDelivery, Assert.IsType<RecallResult.Refused>(await world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token)).Reason);
    }

    [Theory, EachDatabase]
    public async Task Recall_WithAnOpenInstruction_EndsIt(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        var shipment = await world.BookAsync();
        await world.ScanAsync(shipment.Article, "ITEM_ONHOLD", "Item Kept on Hold", minutes: -60);
        await using (var before = world.Databases.CreateDbContext())
        {
            var wanted = new DeliveryInstruction.Wanted(InstructionKind.DeliverAgain, new DateOnly(2026, 11, 26));
            before.DeliveryInstructions.Add(DeliveryInstruction.Give(shipment.Id, wanted, world.Actor.UserId, deadline: null, world.Time.GetUtcNow().AddMinutes(-30)));
            await before.SaveChangesAsync(Token);
        }

        Assert.IsType<RecallResult.Requested>(await world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token));
        await using var database = world.Databases.CreateDbContext();
        var instruction = await database.DeliveryInstructions.SingleAsync(Token);
        Assert.Equal((InstructionOutcome.Recalled, world.Time.GetUtcNow()), (instruction.Outcome, instruction.ClosedAt));
    }

    /// <summary>Either the recall comes first and stands though the parcel is taken out, or it finds the parcel taken out; none is lost and nothing is half.</summary>
    [Theory, EachDatabase]
    public async Task Recall_AgainstAnOutForDeliveryScan_IsTakenBeforeItOrRefused(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        for (var round = 0; round < 25; round++)
        {
            var shipment = await world.BookAsync();
            await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched", minutes: -60);
            var scan = Task.Run(() => world.ScanAsync(shipment.Article, "ITEM_INVOICE", "Taken out for delivery", minutes: 1), Token);
            var result = await Task.Run(() => world.Recall.ExecuteAsync(world.Actor, shipment.Id, Token), Token);
            await scan;
            var after = await world.ReadAsync(shipment.Id);
            Assert.Equal((ShipmentStatus.OutForDelivery, "Taken out for delivery"), (after.Status, after.LastScan));
            await using var database = world.Databases.CreateDbContext();
            var noted = await database.History.CountAsync(entry => entry.ShipmentId == shipment.Id && entry.Kind == HistoryKind.RecallRequested, Token);
            if (result is RecallResult.Requested) Assert.Equal((true, Money.FromRupees(6), 1), (after.RecallRequestedAt is not null, after.RecallFee, noted));
            else Assert.Equal((ActRefusal.OutForDelivery, null, null, 0), (Assert.IsType<RecallResult.Refused>(result).Reason, after.RecallRequestedAt, after.RecallFee, noted));
        }
    }

    [Theory, EachDatabase]
    public async Task Recall_AnothersParcel_IsNotFound(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var theirs = await TestShipments.BookAsync(database, other.Id);
        // Who may see all parcels changes those of the own seller only.
        foreach (var actor in new[] { world.Actor, world.Actor with { Roles = TestSellers.Admin.Roles } })
        {
            Assert.IsType<RecallResult.NotFound>(await world.Recall.ExecuteAsync(actor, theirs.Id, Token));
            Assert.IsType<CancelResult.NotFound>(Assert.Single(await world.Cancel.ExecuteAsync(actor, [theirs.Id], Token)));
        }
    }
}
