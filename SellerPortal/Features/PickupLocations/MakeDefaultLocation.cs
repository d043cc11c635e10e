using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>A seller sends from another of its places unless it says otherwise: the pickup address moves there.</summary>
public sealed class MakeDefaultLocation(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory)
{
    /// <summary>Makes it the default; one that is the default already stays it.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="id">One of the seller's own.</param>
    /// <param name="version">The version that was shown.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, Guid version, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == sellerId, token) is not { } seller) return KeepResult.Of(KeepOutcome.NotAllowed);
        var locations = await database.TrackLocationsAsync(seller, token);
        if (locations.Find(location => location.Id == id) is not { } chosen) return KeepResult.Of(KeepOutcome.Missing);
        if (chosen.IsDefault) return KeepResult.Kept;
        if (chosen.Version != version) return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        if (directory.Value.BookingOfficeFor(chosen.Address.Pincode) is null) return KeepResult.Refused([], [BookingFault.FromPincodeNoOffice]);
        chosen.TakeOverFrom(locations.Single(location => location.IsDefault), seller);
        database.Touch(seller);
        return await database.SaveLocationAsync(chosen, token);
    }
}
