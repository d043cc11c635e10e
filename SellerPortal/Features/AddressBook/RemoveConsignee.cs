using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.AddressBook;

/// <summary>A seller takes a consignee out of the address book; what was booked keeps its address.</summary>
public sealed class RemoveConsignee(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Removes it, or says that the seller has none such.</summary>
    public async Task<KeepResult> ExecuteAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return KeepResult.Of(KeepOutcome.NotAllowed);
        await using var database = await factory.CreateDbContextAsync(token);
        var removed = await database.SavedConsignees.Where(consignee => consignee.Id == id && consignee.SellerId == seller).ExecuteDeleteAsync(token);
        return removed == 1 ? KeepResult.Kept : KeepResult.Of(KeepOutcome.Missing);
    }
}
