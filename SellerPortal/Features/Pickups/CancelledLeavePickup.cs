using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Pickups;

/// <summary>Cancelled shipments leave their pickup; one without any left is called off and its place is free.</summary>
internal sealed class CancelledLeavePickup(TimeProvider time) : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var cancelled = changes.Where(change => change.Status == ShipmentStatus.Cancelled).Select(change => change.ShipmentId).Distinct().ToList();
        if (cancelled.Count == 0) return;
        var leaving = database.Shipments.Where(shipment => cancelled.Contains(shipment.Id) && shipment.Status == ShipmentStatus.Cancelled && shipment.PickupId != null);
        var ids = await leaving.Select(shipment => shipment.PickupId!.Value).Distinct().ToListAsync(token);
        if (ids.Count == 0) return;
        await leaving.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)null), token);
        foreach (var pickup in await database.Pickups.Where(pickup => ids.Contains(pickup.Id)).ToListAsync(token))
        {
            var held = pickup.HoldsPlace;
            pickup.CountParcels(await database.Shipments.CountAsync(shipment => shipment.PickupId == pickup.Id, token), time.GetUtcNow());
            if (held && !pickup.HoldsPlace) await database.GiveBackPickupPlaceAsync(pickup.SlotOffice, pickup.Time, token);
            await database.AnnounceAsync(pickup, token);
        }
    }
}
