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

    /// <summary>Only shipments that are still with the seller and on no manifest; a return is handed over by the consignee.</summary>
    public static IQueryable<Shipment> OnNoManifest(this IQueryable<Shipment> shipments) =>
        shipments.Where(shipment => shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null && shipment.ManifestId == null && shipment.ReturnOf == null);
}
