using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Pickups;

/// <summary>Where an agent comes to, and what of a seller's parcels is there.</summary>
/// <param name="Seller">The seller.</param>
/// <param name="Location">One of the seller's locations.</param>
/// <param name="All">All of them.</param>
internal sealed record PickupOrigin(Seller Seller, PickupLocation Location, IReadOnlyList<PickupLocation> All)
{
    /// <summary>Where the parcels are.</summary>
    public PostalAddress Address => Location.AddressFor(Seller);

    /// <summary>The seller's parcels that wait for no pickup, wherever they are.</summary>
    public IQueryable<Shipment> Free(PortalDbContext database, DateOnly today) =>
        database.Shipments.Where(shipment => shipment.SellerId == Seller.Id).WithoutPickup(database, today);

    /// <summary>Those of them that were sent from here.</summary>
    public IQueryable<Shipment> Waiting(PortalDbContext database, DateOnly today) => Free(database, today).SentFrom(Location, All, Seller);
}
