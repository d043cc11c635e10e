using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.ParcelPresets;

/// <summary>A seller no longer keeps a box.</summary>
public sealed class RemoveBox(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Removes it, or says that the seller has none such.</summary>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        await using var database = await factory.CreateDbContextAsync(token);
        var removed = await database.BoxPresets.Where(box => box.Id == id && box.SellerId == seller).ExecuteDeleteAsync(token);
        return removed == 1 ? KeepResult.Kept : KeepResult.Of(KeepOutcome.Missing);
    }
}
