using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads where an agent can be asked to come.</summary>
public sealed class ReadPickupLocations(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The seller's locations, the default one first; none for an account without a seller.</summary>
    public async Task<IReadOnlyList<PickupLocationChoice>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        return seller is null ? [] : PickupLocationChoice.Of(await SellerLocations.OfAsync(database, seller, token), seller);
    }

    /// <summary>The location that a system names by its id or, in any case, by its name; null when it names none, and for one that is not the seller's.</summary>
    public async Task<PickupLocationChoice?> FindAsync(Actor actor, string? named, CancellationToken token)
    {
        if (named is null) return null;
        var locations = await ExecuteAsync(actor, token);
        return Guid.TryParse(named, out var id)
            ? locations.FirstOrDefault(location => location.Id == id)
            : locations.FirstOrDefault(location => EntryName.KeyOf(location.Name) == EntryName.KeyOf(named.Trim()));
    }
}
