using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Work;

namespace SellerPortal.Features.WorkQueue;

/// <summary>
/// An admin has work tried again, or lets it go. Only what was given up is let go; what waits is at most told to wait no
/// longer, and what is being done is left alone.
/// </summary>
public sealed class DecideWork(IDbContextFactory<PortalDbContext> factory, IEnumerable<IWorkHandler> handlers, WorkSignal signal, TimeProvider time)
{
    /// <summary>Tries one piece of work again now, with all its attempts before it.</summary>
    /// <returns>False when it is done, running or gone.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<bool> RetryAsync(Actor actor, Guid id, CancellationToken token) =>
        await RetryAsync(actor, items => items.Where(item => item.Id == id), token) > 0;

    /// <summary>Tries again now all that was given up.</summary>
    /// <returns>How much that was.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public Task<int> RetryAllAsync(Actor actor, CancellationToken token) => RetryAsync(actor, items => items.Where(item => item.DeadAt != null), token);

    /// <summary>Deletes work that was given up, and tells who still waits for it.</summary>
    /// <returns>False when it is not given up, or gone.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<bool> DeleteAsync(Actor actor, Guid id, CancellationToken token)
    {
        Check(actor);
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (await database.WorkItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, token) is not { } work) return false;
        if (await database.WorkItems.Where(item => item.Id == id && item.DeadAt != null).ExecuteDeleteAsync(token) == 0) return false;
        if (handlers.FirstOrDefault(handler => handler.Kind == work.Kind) is { } handler) await handler.GiveUpAsync(database, work, token);
        await transaction.CommitAsync(token);
        return true;
    }

    private async Task<int> RetryAsync(Actor actor, Func<IQueryable<WorkItem>, IQueryable<WorkItem>> which, CancellationToken token)
    {
        Check(actor);
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        var retried = await which(database.WorkItems).Where(item => item.ClaimedBy == null).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.DeadAt, (DateTimeOffset?)null).SetProperty(item => item.DueAt, now).SetProperty(item => item.Attempts, 0), token);
        signal.Pulse();
        return retried;
    }

    private static void Check(Actor actor)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin decides about background work.");
    }
}
