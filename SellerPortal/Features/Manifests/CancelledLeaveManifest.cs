using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>Cancelled shipments fall out of an open manifest; on a closed one they stay, because it never changes.</summary>
internal sealed class CancelledLeaveManifest : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        var cancelled = changes.Where(change => change.Status == ShipmentStatus.Cancelled).Select(change => change.ShipmentId).Distinct().ToList();
        if (cancelled.Count == 0) return;
        await database.Shipments
            .Where(shipment => cancelled.Contains(shipment.Id) && shipment.Status == ShipmentStatus.Cancelled)
            .Where(shipment => database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)null), token);
    }
}
