using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>Changes of locations that exist, the default one among them.</summary>
internal static class LocationSaving
{
    /// <summary>The seller's locations, tracked; a default one that was never named is added.</summary>
    public static async Task<List<PickupLocation>> TrackLocationsAsync(this PortalDbContext database, Seller seller, CancellationToken token)
    {
        var locations = await database.PickupLocations.Where(location => location.SellerId == seller.Id).ToListAsync(token);
        if (locations.Exists(location => location.IsDefault)) return locations;
        var main = PickupLocation.MainOf(seller, locations);
        database.PickupLocations.Add(main);
        locations.Add(main);
        return locations;
    }

    /// <summary>Marks the seller as changed, so that of two people who change the default location at once one is stopped.</summary>
    public static void Touch(this PortalDbContext database, Seller seller) => database.Entry(seller).Property(changed => changed.Version).IsModified = true;

    /// <summary>Saves, or says what stood in the way.</summary>
    /// <param name="database">Holds the change.</param>
    /// <param name="changed">The location that is changed.</param>
    /// <param name="token">Ends the work.</param>
    public static async Task<KeepResult> SaveLocationAsync(this PortalDbContext database, PickupLocation changed, CancellationToken token)
    {
        try
        {
            await database.SaveChangesAsync(token);
            return KeepResult.Kept;
        }
        catch (DbUpdateConcurrencyException)
        {
            return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        }
        catch (DbUpdateException)
        {
            // A name is taken, or two people named the default location for the first time at once.
            var isTaken = await database.PickupLocations.AsNoTracking()
                .AnyAsync(location => location.SellerId == changed.SellerId && location.Id != changed.Id && location.NameKey == changed.NameKey, token);
            return isTaken ? KeepResult.Refused(EntryFault.NameTaken) : KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        }
    }
}
