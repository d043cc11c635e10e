using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Turns a registration down with a reason that the seller reads, and writes to the seller.</summary>
public sealed class RejectSeller(IDbContextFactory<PortalDbContext> factory, SellerLetters letters, WorkSignal signal, TimeProvider time)
{
    /// <summary>The longest reason.</summary>
    public const int LongestReason = 500;

    /// <param name="actor">An admin.</param>
    /// <param name="id">The seller.</param>
    /// <param name="seen">The version the admin looked at; what changed since is looked at first.</param>
    /// <param name="reason">What the seller must correct.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<DecisionResult> ExecuteAsync(Actor actor, SellerId id, Guid seen, string? reason, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin rejects sellers.");
        var tidy = PostalAddressRules.Tidy(reason);
        if (tidy is null) return new DecisionResult(DecisionOutcome.ReasonMissing);
        if (tidy.Length > LongestReason) return new DecisionResult(DecisionOutcome.ReasonTooLong);

        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == id, token);
        if (seller is null || seller.IsTest) return new DecisionResult(DecisionOutcome.NotFound);
        if (seller.Version != seen || seller.Status != SellerStatus.Pending) return new DecisionResult(DecisionOutcome.ChangedMeanwhile, seller);
        var now = time.GetUtcNow();
        seller.Reject(tidy, now, actor.UserId);
        database.Enqueue(letters.Rejected(seller), now);
        try
        {
            await database.SaveChangesAsync(token);
            signal.Pulse();
            return new DecisionResult(DecisionOutcome.Done, seller);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return new DecisionResult(DecisionOutcome.ChangedMeanwhile, await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id, token));
        }
    }
}
