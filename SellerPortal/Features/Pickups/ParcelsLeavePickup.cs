using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Parcels that are cancelled, or that the post scans before an agent sets out for them, leave their pickup; one without any
/// left is called off and its place is free. While an agent is out, the scan may be his own. A pickup that has ended keeps
/// what it fetched.
/// </summary>
internal sealed class ParcelsLeavePickup(TimeProvider time) : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var cancelled = Of(changes, change => change.Status == ShipmentStatus.Cancelled);
        await LeaveAsync(
            database,
            cancelled,
            database.Shipments.Where(shipment => cancelled.Contains(shipment.Id) && shipment.Status == ShipmentStatus.Cancelled),
            [PickupState.Requested, PickupState.Confirmed, PickupState.OutForPickup, PickupState.Failed],
            PickupStepKind.Emptied,
            token);
        var scanned = Of(changes, change => change is { Before: ShipmentStatus.Booked, Status: ShipmentStatus.Booked });
        await LeaveAsync(
            database,
            scanned,
            database.Shipments.Where(shipment => scanned.Contains(shipment.Id) && shipment.LastScanAt != null && shipment.FetchedAt == null),
            [PickupState.Requested, PickupState.Confirmed, PickupState.Failed],
            PickupStepKind.HandedIn,
            token);
    }

    private static List<ShipmentId> Of(IReadOnlyList<ShipmentChange> changes, Func<ShipmentChange, bool> which) =>
        [.. changes.Where(which).Select(change => change.ShipmentId).Distinct()];

    /// <summary>Parcels are found by their own ids and pickups by theirs: most news is of parcels that are on none.</summary>
    private async Task LeaveAsync(
        PortalDbContext database, List<ShipmentId> named, IQueryable<Shipment> leaving, List<PickupState> from, PickupStepKind emptied, CancellationToken token)
    {
        if (named.Count == 0) return;
        var on = await leaving.Where(shipment => shipment.PickupId != null).Select(shipment => shipment.PickupId!.Value).Distinct().ToListAsync(token);
        if (on.Count == 0) return;
        var pickups = await database.Pickups.Where(pickup => on.Contains(pickup.Id) && from.Contains(pickup.State)).ToListAsync(token);
        if (pickups.Count == 0) return;
        var ids = pickups.ConvertAll(pickup => pickup.Id);
        await leaving.Where(shipment => shipment.PickupId != null && ids.Contains(shipment.PickupId.Value)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)null), token);
        foreach (var pickup in pickups) await database.CountAgainAsync(pickup, emptied, time.GetUtcNow(), token);
    }
}
