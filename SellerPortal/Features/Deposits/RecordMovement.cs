using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform;

namespace SellerPortal.Features.Deposits;

/// <summary>An admin records money that a seller paid in or was paid out, or puts an earlier record right.</summary>
public sealed class RecordMovement(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>Records it, once: the same key again changes nothing, and a seller's receipt is never recorded twice.</summary>
    /// <param name="actor">An admin.</param>
    /// <param name="key">Made with the form.</param>
    /// <param name="customerId">The seller's ten digits, as typed.</param>
    /// <param name="wanted">What to record.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<RecordResult> ExecuteAsync(Actor actor, Guid key, string? customerId, NewMovement wanted, CancellationToken token)
    {
        if (!actor.IsAdmin) return new RecordResult([DepositFault.NotAllowed]);
        var now = clock.GetUtcNow();
        var digits = customerId?.Trim();
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.Where(one => one.CustomerId == digits && !one.IsTest).Select(one => new { one.Id, one.LegalName }).SingleOrDefaultAsync(token);
        var faults = DepositMovement.Check(wanted, IndianFormat.DayOf(now));
        if (seller is null || string.IsNullOrEmpty(digits)) return new RecordResult([DepositFault.UnknownSeller, .. faults]);
        if (faults.Count > 0) return new RecordResult(faults);
        var movement = DepositMovement.Record(key, seller.Id, wanted, actor.UserId, now);
        database.DepositMovements.Add(movement);
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            var earlier = await database.DepositMovements.AsNoTracking().SingleOrDefaultAsync(one => one.SellerId == seller.Id && one.Receipt == movement.Receipt, token);
            if (earlier is null) throw;
            var isSame = (earlier.Id, earlier.Kind, earlier.Amount, earlier.Day, earlier.Reason) == (key, movement.Kind, movement.Amount, movement.Day, movement.Reason);
            if (!isSame) return new RecordResult([DepositFault.ReceiptTaken]);
        }

        return new RecordResult([], seller.LegalName, movement.Amount);
    }
}

/// <summary>How recording went.</summary>
/// <param name="Faults">Why it was not recorded, in the order of the form; empty when it was.</param>
/// <param name="Seller">Whose deposit it changed.</param>
/// <param name="Amount">By how much.</param>
public sealed record RecordResult(IReadOnlyList<DepositFault> Faults, string? Seller = null, Domain.Values.Money Amount = default);
