using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Data.Sellers;

/// <summary>Where a seller sends from.</summary>
public static class SellerLocations
{
    /// <summary>The seller's locations, the default one first and the others by name; never none.</summary>
    public static async Task<IReadOnlyList<PickupLocation>> OfAsync(PortalDbContext database, Seller seller, CancellationToken token)
    {
        var kept = await database.PickupLocations.AsNoTracking().Where(location => location.SellerId == seller.Id).OrderBy(location => location.NameKey).ToListAsync(token);
        var main = kept.Find(location => location.IsDefault) ?? PickupLocation.MainOf(seller, kept);
        return [main, .. kept.Where(location => location != main)];
    }

    /// <summary>The address of one of the seller's own locations, or null.</summary>
    public static async Task<PostalAddress?> FindAsync(PortalDbContext database, Seller seller, Guid id, CancellationToken token)
    {
        var location = await database.PickupLocations.AsNoTracking()
            .SingleOrDefaultAsync(location => location.Id == id && location.SellerId == seller.Id, token);
        if (location is not null) return location.AddressFor(seller);
        return id == seller.Id.Value ? seller.PickupAddress : null;
    }
}
