using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Cancelled shipments leave their pickup; one without any left is called off and its place is free. A pickup that has
/// ended keeps what it fetched.
/// </summary>
internal sealed class CancelledLeavePickup(TimeProvider time) : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var cancelled = changes.Where(change => change.Status == ShipmentStatus.Cancelled).Select(change => change.ShipmentId).Distinct().ToList();
        if (cancelled.Count == 0) return;
        var leaving = database.Shipments.Where(shipment => cancelled.Contains(shipment.Id) && shipment.Status == ShipmentStatus.Cancelled);
        var pickups = await database.Pickups
            .Where(pickup => pickup.State != PickupState.PickedUp && pickup.State != PickupState.Cancelled && leaving.Any(shipment => shipment.PickupId == pickup.Id))
            .ToListAsync(token);
        var ids = pickups.ConvertAll(pickup => pickup.Id);
        await leaving.Where(shipment => shipment.PickupId != null && ids.Contains(shipment.PickupId.Value)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)null), token);
        foreach (var pickup in pickups) await database.CountAgainAsync(pickup, takenOver: false, time.GetUtcNow(), token);
    }
}
