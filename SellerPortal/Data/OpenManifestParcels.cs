using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data;

/// <summary>Parcels that leave the manifests which are still open.</summary>
public static class OpenManifestParcels
{
    /// <summary>
    /// Takes parcels off the open manifests they are on; closed ones never change. The manifest's row is changed first, as by
    /// everybody who adds, takes off or closes, so that one waits for the other and its version tells of it.
    /// </summary>
    /// <param name="database">A context within a transaction.</param>
    /// <param name="leaving">The parcels.</param>
    /// <param name="now">The present.</param>
    /// <param name="token">Stops the work.</param>
    public static async Task LeaveOpenManifestsAsync(this PortalDbContext database, IQueryable<Shipment> leaving, DateTimeOffset now, CancellationToken token)
    {
        var version = Guid.CreateVersion7(now);
        var changed = await database.Manifests
            .Where(manifest => manifest.ClosedAt == null && leaving.Any(shipment => shipment.ManifestId == manifest.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(manifest => manifest.Version, version), token);
        if (changed == 0) return;
        await leaving
            .Where(shipment => database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)null), token);
    }
}
