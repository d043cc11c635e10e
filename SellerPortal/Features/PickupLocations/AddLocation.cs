using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>A seller sends from another place too.</summary>
public sealed class AddLocation(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory)
{
    /// <summary>Adds the location; the same id again adds nothing.</summary>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, LocationForm form, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        if (form.Check(directory.Value, out var name, out var address) is { } refused) return refused;
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == sellerId, token) is not { } seller) return KeepResult.Of(KeepOutcome.NotAllowed);
        var present = await SellerLocations.OfAsync(database, seller, token);
        if (present.Any(location => location.Id == id)) return KeepResult.Kept;
        if (present.Count >= PickupLocation.MostPerSeller) return KeepResult.Of(KeepOutcome.TooMany);
        var key = EntryName.KeyOf(name);
        if (present.Any(location => location.NameKey == key)) return KeepResult.Refused(EntryFault.NameTaken);
        database.PickupLocations.Add(PickupLocation.Of(id, sellerId, name, address!));
        var mine = database.PickupLocations.Where(location => location.SellerId == sellerId);
        return await database.KeepAsync(
            mine.Where(location => location.Id == id).Select(location => location.Id),
            mine.Where(location => location.Id != id && location.NameKey == key).Select(location => location.Id),
            token);
    }
}
