using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data;

/// <summary>Who may see which manifests, and which shipments may come on one.</summary>
public static class ManifestQueries
{
    /// <summary>Only the manifests that <paramref name="actor"/> may see.</summary>
    public static IQueryable<Manifest> VisibleTo(this IQueryable<Manifest> manifests, Actor actor)
    {
        if (actor.SeesAllShipments) return manifests.Where(manifest => !manifest.IsTest);
        return actor.SellerId is { } seller
            ? manifests.Where(manifest => manifest.SellerId == seller)
            : manifests.Where(manifest => false);
    }

    /// <summary>Only shipments that are still with the seller and on no manifest.</summary>
    public static IQueryable<Shipment> OnNoManifest(this IQueryable<Shipment> shipments) =>
        shipments.WithTheSeller().Where(shipment => shipment.ManifestId == null);

    /// <summary>
    /// Only shipments that stand on a closed manifest of an earlier day, and that the post has neither fetched nor scanned: they were left
    /// behind when the others were handed over, or the scan is late.
    /// </summary>
    public static IQueryable<Shipment> LeftBehind(this IQueryable<Shipment> shipments, PortalDbContext database, DateOnly today) =>
        shipments.WithTheSeller().Where(shipment => database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt != null && manifest.Day < today));

    /// <summary>Only shipments that may come on a manifest: they are on none, or were left behind.</summary>
    public static IQueryable<Shipment> ForAManifest(this IQueryable<Shipment> shipments, PortalDbContext database, DateOnly today) =>
        shipments.WithTheSeller().Where(shipment =>
            shipment.ManifestId == null || database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt != null && manifest.Day < today));

    /// <summary>Only shipments that no agent has fetched and nobody has scanned. A return is handed over by the consignee.</summary>
    private static IQueryable<Shipment> WithTheSeller(this IQueryable<Shipment> shipments) =>
        shipments.Where(shipment => shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null && shipment.FetchedAt == null && shipment.ReturnOf == null);
}
