using Microsoft.EntityFrameworkCore;
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
    /// Only shipments that are still with the seller and wait for no pickup, or for one that came to nothing. Told by their
    /// tile, which has an index, so that a seller's million of delivered ones costs nothing.
    /// </summary>
    public static IQueryable<Shipment> WithoutPickup(this IQueryable<Shipment> shipments, PortalDbContext database, DateOnly today)
    {
        var nothing = database.Pickups.CameToNothing(today);
        return shipments.WithSeller().Where(shipment => shipment.ReturnOf == null && (shipment.PickupId == null || nothing.Any(pickup => pickup.Id == shipment.PickupId)));
    }

    /// <summary>Only pickups that came to nothing while parcels of theirs still wait at the seller's door: somebody has to see to them.</summary>
    public static IQueryable<PickupRequest> Missed(this IQueryable<PickupRequest> pickups, PortalDbContext database, DateOnly today)
    {
        var waiting = database.Shipments.WithSeller();
        return pickups.CameToNothing(today).Where(pickup => waiting.Any(shipment => shipment.PickupId == pickup.Id));
    }

    /// <summary>Only pickups that an agent can still come for.</summary>
    public static IQueryable<PickupRequest> StillToCome(this IQueryable<PickupRequest> pickups, DateOnly today) =>
        pickups.Open().Where(pickup => pickup.Day >= today);

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

    private static IQueryable<Shipment> WithSeller(this IQueryable<Shipment> shipments) =>
        shipments.Where(shipment => shipment.Tile == ShipmentTile.ToPrint || shipment.Tile == ShipmentTile.ToHandOver);

    /// <summary>See <see cref="PickupRequest.CameToNothing"/>.</summary>
    private static IQueryable<PickupRequest> CameToNothing(this IQueryable<PickupRequest> pickups, DateOnly today) => pickups.Where(pickup => pickup.State == PickupState.Failed
        || (pickup.Day < today && (pickup.State == PickupState.Requested || pickup.State == PickupState.Confirmed || pickup.State == PickupState.OutForPickup)));

    private static bool IsSame(PostalAddress one, PostalAddress other) => one.Pincode == other.Pincode && one.Line1 == other.Line1 && one.Line2 == other.Line2;
}
