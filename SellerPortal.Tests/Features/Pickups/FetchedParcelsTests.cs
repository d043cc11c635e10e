using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Cancellations;
using SellerPortal.Features.Manifests;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Features.Today;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Parcels that an agent has and that nobody has scanned yet: they wait for nothing at the seller's door.</summary>
public sealed class FetchedParcelsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Complete_PrintedAndUnprintedParcels_AreNoLongerToHandOver(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync(2);
        await world.PrintAsync((await world.ParcelsOfAsync(id))[..1]);
        var today = new ReadToday(world.Databases, world.Time);
        Assert.Equal((1, 1), Waiting(await today.ExecuteAsync(world.Actor, Token)));
        await world.FetchAsync(id);
        Assert.Equal((0, 0), Waiting(await today.ExecuteAsync(world.Actor, Token)));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal([ShipmentTile.InTransit, ShipmentTile.InTransit], await database.Shipments.Select(shipment => shipment.Tile).ToListAsync(Token));

        static (int, int) Waiting(SellerPortal.Features.Today.Today today) => (today.Counts.ToPrint, today.Counts.ToHandOver);
    }

    [Theory, EachDatabase]
    public async Task Complete_ItsParcels_ComeOnNoManifestAndAreNotLeftBehind(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var fetched = await world.ParcelsOfAsync(await world.PickedUpAsync(2));
        var waiting = (await world.BookAsync(1))[0].Id;
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal([waiting], await database.Shipments.OnNoManifest().Select(shipment => shipment.Id).ToListAsync(Token));
        var candidates = await new SellerPortal.Features.Manifests.ReadCandidates(world.Databases, world.Time).ExecuteAsync(world.Actor, [.. fetched, waiting], Token);
        Assert.Equal([.. fetched.Select(id => new LeftOut(id, SellerPortal.Features.Manifests.ManifestLeftOutReason.WithThePost))], candidates.LeftOut);

        var manifest = Manifest.Open(world.Seller.Id, 1, world.Actor.UserId, world.Time.GetUtcNow());
        database.Manifests.Add(manifest);
        database.Entry(manifest).Property(one => one.ClosedAt).CurrentValue = world.Time.GetUtcNow();
        await database.SaveChangesAsync(Token);
        await database.Shipments.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, manifest.Id), Token);
        var tomorrow = IndianTime.DayOf(world.Time.GetUtcNow()).AddDays(1);
        Assert.Equal([waiting], await database.Shipments.LeftBehind(database, tomorrow).Select(shipment => shipment.Id).ToListAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Complete_AParcelThatWasReadBefore_CannotBeSavedAsItWas(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync(1);
        await using var database = world.Databases.CreateDbContext();
        var parcel = await database.Shipments.SingleAsync(Token);
        await world.FetchAsync(id);
        parcel.Cancel(parcel.Price.Total, world.Time.GetUtcNow());
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => database.SaveChangesAsync(Token));
        await using var again = world.Databases.CreateDbContext();
        var fetched = await again.Shipments.SingleAsync(Token);
        Assert.Equal((world.Time.GetUtcNow(), true), (fetched.FetchedAt, fetched.IsTakenOver));
    }

    [Theory, EachDatabase]
    public async Task Complete_AgainstACancellation_PaysBackByWhatCameFirst(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var rules = Options.Create(new CancellationOptions { RefundPercent = 100, RefundPercentAfterHandOver = 50 });
        var cancel = new CancelShipments(world.Databases, rules, new WorkSignal(), new ShipmentChanges(), world.Time, NullLogger<CancelShipments>.Instance);
        for (var round = 0; round < 12; round++)
        {
            var id = await world.RequestedAsync(1);
            var parcel = (await world.ParcelsOfAsync(id))[0];
            await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
            await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token);
            var complete = Task.Run(() => world.CarryOut.CompleteAsync(PickupWorld.Staff, id, Token), Token);
            var result = Assert.Single(await Task.Run(() => cancel.ExecuteAsync(world.Actor, [parcel], Token), Token));
            Assert.IsType<PickupResult.Done>(await complete);
            await using var database = world.Databases.CreateDbContext();
            var after = await database.Shipments.SingleAsync(shipment => shipment.Id == parcel, Token);
            Assert.Equal(after.FetchedAt is null ? Money.FromRupees(270) : Money.FromRupees(135), Assert.IsType<CancelResult.Cancelled>(result).Refund);
            Assert.Equal((ShipmentStatus.Cancelled, null), (after.Status, after.Tile));
        }
    }

    [Theory, EachDatabase]
    public async Task Fact_OfFetchedParcelsAndReturns_SaysWhoHasThem(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var fetched = (await world.ParcelsOfAsync(await world.PickedUpAsync(1)))[0];
        var booked = await world.BookAsync(2);
        await using var database = world.Databases.CreateDbContext();
        await database.Shipments.Where(shipment => shipment.Id == booked[1].Id).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ReturnOf, booked[0].Id), Token);
        await world.PrintAsync([fetched, booked[0].Id, booked[1].Id]);
        var texts = TestTexts.Of<ShipmentsTexts>();
        var rows = await database.Shipments.Select(ShipmentRow.OfShipment).ToListAsync(Token);
        Assert.Equal(
            ["Picked up, no scan yet", "Label printed, not handed over", "Label printed, the consignee hands it over"],
            new[] { fetched, booked[0].Id, booked[1].Id }.Select(id => ShipmentWords.Fact(texts, rows.Single(row => row.Id == id), world.Time.GetUtcNow())));
    }

    [Theory, EachDatabase]
    public async Task Request_NamingFetchedParcels_SaysThatThePostHasThem(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var fetched = (await world.ParcelsOfAsync(await world.PickedUpAsync(1)))[0];
        var desk = (await world.Open.ExecuteAsync(world.Actor, [fetched], location: null, Token))!;
        Assert.Equal(SellerPortal.Features.Pickups.PickupLeftOutReason.WithThePost, Assert.Single(desk.LeftOut).Reason);
    }

    [Theory, EachDatabase]
    public async Task Tile_OfABookedReturn_IsToPrintUntilItsLabelIsMadeAndNoneThen(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        await using var database = world.Databases.CreateDbContext();
        var back = database.Shipments.Where(shipment => shipment.Id == booked[1].Id);
        await back.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ReturnOf, booked[0].Id), Token);
        Assert.Equal(ShipmentTile.ToPrint, await back.Select(shipment => shipment.Tile).SingleAsync(Token));
        await world.PrintAsync([booked[1].Id]);
        Assert.Null(await back.Select(shipment => shipment.Tile).SingleAsync(Token));
        await world.ScanAsync([booked[1].Id]);
        Assert.Equal(ShipmentTile.InTransit, await back.Select(shipment => shipment.Tile).SingleAsync(Token));
    }
}
