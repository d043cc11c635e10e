using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Pickups;

/// <summary>What it means for the parcels of a pickup that its agent has them.</summary>
public static class FetchedParcels
{
    /// <summary>
    /// Notes on the parcels of a pickup that was carried out that they are fetched, and adds the news that the post has
    /// taken them over to the changes that the next save writes; of what was scanned before, the scan has told it. Belongs
    /// into the transaction that writes the pickup. The version of the parcels changes, so that whoever has read one of them
    /// before, as to cancel it, decides anew.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no transaction: parcels would be fetched though the pickup is not written.</exception>
    public static async Task NoteFetchedAsync(this PortalDbContext database, PickupRequest pickup, CancellationToken token)
    {
        if (pickup.State != PickupState.PickedUp) return;
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("Parcels are noted as fetched within a transaction.");
        await database.LockAsync(pickup, token);
        DateTimeOffset? at = pickup.StateAt;
        var version = Guid.CreateVersion7();
        var parcels = database.Shipments.Where(shipment => shipment.PickupId == pickup.Id && shipment.Status != ShipmentStatus.Cancelled);
        await parcels.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.FetchedAt, at).SetProperty(shipment => shipment.Version, version), token);
        var news = await parcels.Where(shipment => shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null).Select(shipment => shipment.Id).ToListAsync(token);
        database.ShipmentChanges.AddRange(news.Select(parcel => ShipmentChange.TakenOver(parcel, pickup.SellerId, pickup.StateAt)));
    }

    /// <summary>In the order in which the event feed locks, so that the two wait for each other instead of deadlocking; SQLite has one writer.</summary>
    private static async Task LockAsync(this PortalDbContext database, PickupRequest pickup, CancellationToken token)
    {
        if (database is not PostgresPortalDbContext) return;
        await database.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Shipments" WHERE "PickupId" = {pickup.Id.Value} ORDER BY "Id" FOR NO KEY UPDATE""", token);
    }
}
