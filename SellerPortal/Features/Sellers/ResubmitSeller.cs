using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>A rejected seller corrects the registration and waits for an admin again.</summary>
public sealed class ResubmitSeller(IDbContextFactory<PortalDbContext> factory, SellerFormCheck check, TimeProvider time)
{
    /// <summary>States everything anew, or says all that is wrong.</summary>
    public async Task<OwnSellerResult> ExecuteAsync(Actor actor, SellerForm form, CancellationToken token)
    {
        if (actor.OnlyReads) return OwnSellerResult.NotAllowed;
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        if (seller is null) return OwnSellerResult.Missing;
        if (seller.Status != SellerStatus.Rejected) return OwnSellerResult.ChangedMeanwhile;
        var faults = new List<SellerFault>();
        var registration = check.Registration(form, seller.Email, faults);
        if (registration is not null && await IsTakenAsync(database, seller, registration, token)) faults.Add(new SellerFault(nameof(SellerForm.GemSellerId), "Taken"));
        if (registration is null || faults.Count > 0) return new OwnSellerResult(OwnSellerOutcome.Faulty, faults);

        seller.Resubmit(registration, time.GetUtcNow());
        try
        {
            await database.SaveChangesAsync(token);
            return OwnSellerResult.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return OwnSellerResult.ChangedMeanwhile;
        }
        catch (DbUpdateException)
        {
            // Another seller took the same GeM id a moment earlier; the unique index is the last guard.
            if (!await IsTakenAsync(database, seller, registration, token)) throw;
            return new OwnSellerResult(OwnSellerOutcome.Faulty, [new SellerFault(nameof(SellerForm.GemSellerId), "Taken")]);
        }
    }

    private static Task<bool> IsTakenAsync(PortalDbContext database, Seller seller, SellerRegistration registration, CancellationToken token) =>
        database.Sellers.AnyAsync(other => other.Id != seller.Id && !other.IsTest && other.GemSellerId == registration.GemSellerId, token);
}
