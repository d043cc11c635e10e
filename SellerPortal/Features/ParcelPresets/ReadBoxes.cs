using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.ParcelPresets;

/// <summary>Reads a seller's boxes, by name.</summary>
public sealed class ReadBoxes(IDbContextFactory<PortalDbContext> factory)
{
    /// <returns>None for an account without a seller.</returns>
    public async Task<IReadOnlyList<BoxPreset>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.BoxPresets.AsNoTracking().Where(box => box.SellerId == seller).OrderBy(box => box.NameKey).ToListAsync(token);
    }
}
