using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
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

    /// <summary>
    /// Only shipments that were sent from a location. The default one also has those whose sender's address is none of the
    /// present locations, so that no parcel waits for ever because its location was moved or removed.
    /// </summary>
    /// <param name="shipments">A seller's shipments.</param>
    /// <param name="location">One of the seller's locations.</param>
    /// <param name="all">All of them.</param>
    /// <param name="seller">The seller.</param>
    public static IQueryable<Shipment> SentFrom(this IQueryable<Shipment> shipments, PickupLocation location, IReadOnlyList<PickupLocation> all, Seller seller)
    {
        var place = location.AddressFor(seller);
        if (!location.IsDefault) return shipments.Where(shipment => shipment.Consignor.Pincode == place.Pincode && shipment.Consignor.Line1 == place.Line1 && shipment.Consignor.Line2 == place.Line2);
        foreach (var other in all.Select(one => one.AddressFor(seller)).Where(other => !IsSame(other, place)))
        {
            shipments = shipments.Where(shipment => !(shipment.Consignor.Pincode == other.Pincode && shipment.Consignor.Line1 == other.Line1 && shipment.Consignor.Line2 == other.Line2));
        }

        return shipments;
    }

    private static bool IsSame(PostalAddress one, PostalAddress other) => one.Pincode == other.Pincode && one.Line1 == other.Line1 && one.Line2 == other.Line2;
}
