using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Pickups;

/// <summary>Who may see which pickups, and which shipments can be fetched.</summary>
public static class PickupQueries
{
    /// <summary>Only the pickups that <paramref name="actor"/> may see.</summary>
    public static IQueryable<PickupRequest> VisibleTo(this IQueryable<PickupRequest> pickups, Actor actor)
    {
        if (actor.SeesAllShipments) return pickups.Where(pickup => !pickup.IsTest);
        return actor.SellerId is { } seller
            ? pickups.Where(pickup => pickup.SellerId == seller)
            : pickups.Where(pickup => false);
    }

    /// <summary>
    /// Only shipments that are still with the seller and wait for no pickup. Told by their tile, which has an index, so that
    /// a seller's million of delivered ones costs nothing.
    /// </summary>
    public static IQueryable<Shipment> WithoutPickup(this IQueryable<Shipment> shipments) =>
        shipments.Where(shipment =>
            (shipment.Tile == ShipmentTile.ToPrint || shipment.Tile == ShipmentTile.ToHandOver) && shipment.PickupId == null && shipment.ReturnOf == null);
}
