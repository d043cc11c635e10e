using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Admits a seller: gives the customer id and, with a contract, the contract number, and writes to the seller.</summary>
public sealed class ApproveSeller(IDbContextFactory<PortalDbContext> factory, SellerLetters letters, OwnerInvitation owner, WorkSignal signal, TimeProvider time)
{
    /// <param name="actor">An admin.</param>
    /// <param name="id">The seller.</param>
    /// <param name="seen">The version the admin looked at; what changed since is looked at first.</param>
    /// <param name="withContract">True to give a contract number.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<DecisionResult> ExecuteAsync(Actor actor, SellerId id, Guid seen, bool withContract, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin approves sellers.");
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var seller = await database.Sellers.SingleOrDefaultAsync(seller => seller.Id == id, token);
        if (seller is null || seller.IsTest) return new DecisionResult(DecisionOutcome.NotFound);
        if (seller.Version != seen || seller.Status == SellerStatus.Approved) return new DecisionResult(DecisionOutcome.ChangedMeanwhile, seller);

        if (await database.TakeCustomerIdAsync(token) is not { } customerId) return new DecisionResult(DecisionOutcome.NoCustomerId, seller);
        var contract = withContract ? await database.TakeContractNumberAsync(token) : null;
        if (withContract && contract is null) return new DecisionResult(DecisionOutcome.NoContractNumber, seller);
        var now = time.GetUtcNow();
        seller.Approve(customerId, contract, now, actor.UserId);
        database.Enqueue(letters.Approved(seller), now);

        // The link of the registration may have ended while the seller waited.
        await owner.AddAsync(database, seller, now, token);
        await database.AnnounceApprovalAsync(seller, now, token);
        try
        {
            await database.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            signal.Pulse();
            return new DecisionResult(DecisionOutcome.Done, seller);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(token);
            database.ChangeTracker.Clear();
            return new DecisionResult(DecisionOutcome.ChangedMeanwhile, await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id, token));
        }
    }
}
