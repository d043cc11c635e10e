using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.PickupLocations;

/// <summary>A seller no longer sends from a place; the default one stays until another is the default.</summary>
public sealed class RemoveLocation(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Removes it, or says why not.</summary>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.PickupLocations.Where(location => location.Id == id && location.SellerId == seller);
        if (await mine.Where(location => !location.IsDefault).ExecuteDeleteAsync(token) == 1) return KeepResult.Kept;
        return id == seller.Value || await mine.AnyAsync(token) ? KeepResult.Of(KeepOutcome.IsDefault) : KeepResult.Of(KeepOutcome.Missing);
    }
}
