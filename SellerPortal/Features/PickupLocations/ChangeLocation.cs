using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>A seller changes a place it sends from; what is booked keeps the old address.</summary>
public sealed class ChangeLocation(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory)
{
    /// <summary>Changes the location; the default one moves the seller's pickup address.</summary>
    /// <param name="actor">Who changes it.</param>
    /// <param name="id">One of the seller's own.</param>
    /// <param name="version">The version that was shown.</param>
    /// <param name="form">As typed.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, Guid version, LocationForm form, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        if (form.Check(directory.Value, out var name, out var address) is { } refused) return refused;
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == sellerId, token) is not { } seller) return KeepResult.Of(KeepOutcome.NotAllowed);
        var location = await database.PickupLocations.SingleOrDefaultAsync(location => location.Id == id && location.SellerId == sellerId, token);
        if (location is null && id == sellerId.Value) location = (await database.TrackLocationsAsync(seller, token)).Find(own => own.Id == id);
        if (location is null) return KeepResult.Of(KeepOutcome.Missing);
        if (version != (location.IsDefault ? seller.Version : location.Version)) return KeepResult.Of(KeepOutcome.ChangedMeanwhile);
        location.Change(name, address!, seller);
        if (location.IsDefault) database.Touch(seller);
        return await database.SaveLocationAsync(location, token);
    }
}
