using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>
/// Cancelled shipments fall out of an open manifest; on a closed one they stay, because it never changes. A cancellation takes
/// its shipment off by itself; this finds the one that came on a manifest at the same moment.
/// </summary>
internal sealed class CancelledLeaveManifest(TimeProvider time) : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var cancelled = changes.Where(change => change.Status == ShipmentStatus.Cancelled).Select(change => change.ShipmentId).Distinct().ToList();
        if (cancelled.Count == 0) return;
        await database.LeaveOpenManifestsAsync(
            database.Shipments.Where(shipment => cancelled.Contains(shipment.Id) && shipment.Status == ShipmentStatus.Cancelled), time.GetUtcNow(), token);
    }
}
