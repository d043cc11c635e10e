using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPlaces = SellerPortal.Data.Sellers.PickupPlaces;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads where an agent can be asked to come.</summary>
public sealed class ReadPickupLocations(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The seller's locations, the default one first; none for an account without a seller.</summary>
    public async Task<IReadOnlyList<PickupLocationChoice>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        return seller is null ? [] : PickupLocationChoice.Of(await SellerPlaces.OfAsync(database, seller, token), seller);
    }
}
