using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Sellers;

/// <summary>A seller has parcels fetched from another address from now on.</summary>
public sealed class MovePickup(IDbContextFactory<PortalDbContext> factory, SellerFormCheck check)
{
    /// <summary>Changes the address, or says all that is wrong.</summary>
    public async Task<OwnSellerResult> ExecuteAsync(Actor actor, PickupForm form, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        if (seller is null) return OwnSellerResult.Missing;
        var faults = new List<SellerFault>();
        var address = check.Pickup(form, seller.LegalName, faults);
        if (address is null) return new OwnSellerResult(OwnSellerOutcome.Faulty, faults);

        seller.MovePickupTo(address);
        try
        {
            await database.SaveChangesAsync(token);
            return OwnSellerResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return OwnSellerResult.ChangedMeanwhile;
        }
    }
}
