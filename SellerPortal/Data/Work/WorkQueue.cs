using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Work;

namespace SellerPortal.Data.Work;

/// <summary>Puts work into the queue, and takes it out for a while.</summary>
public static class WorkQueue
{
    /// <summary>How long a claim lasts unless it is renewed; after a crash the work waits this long at most.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Adds work to the changes that the next save writes. Pulse the <see cref="WorkSignal"/> after the commit.</summary>
    public static void Enqueue(this PortalDbContext database, string kind, string payload, DateTimeOffset now, DateTimeOffset? due = null) =>
        database.WorkItems.Add(WorkItem.Of(kind, payload, now, due));

    /// <summary>Claims the item of a kind that has been due longest. Of many who ask at once, one gets it.</summary>
    internal static async Task<WorkItem?> ClaimAsync(this PortalDbContext database, string kind, DateTimeOffset now, CancellationToken token)
    {
        while (true)
        {
            var due = await database.WorkItems.AsNoTracking()
                .Where(item => item.DeadAt == null && item.DueAt <= now && item.Kind == kind)
                .OrderBy(item => item.DueAt)
                .Take(8)
                .ToListAsync(token);
            if (due.Count == 0) return null;
            foreach (var item in due)
            {
                var claim = Guid.CreateVersion7(now);
                var taken = await database.WorkItems
                    .Where(other => other.Id == item.Id && other.DeadAt == null && other.DueAt == item.DueAt && other.ClaimedBy == item.ClaimedBy)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(i => i.ClaimedBy, claim).SetProperty(i => i.DueAt, now + Lease).SetProperty(i => i.Attempts, i => i.Attempts + 1), token);
                if (taken == 1) return await database.WorkItems.AsNoTracking().SingleOrDefaultAsync(other => other.Id == item.Id, token);
            }
        }
    }

    /// <summary>Keeps a claim for another while.</summary>
    /// <returns>False when the claim was lost.</returns>
    internal static async Task<bool> RenewAsync(this PortalDbContext database, WorkItem item, DateTimeOffset now, CancellationToken token) =>
        await database.Claimed(item).ExecuteUpdateAsync(set => set.SetProperty(i => i.DueAt, now + Lease), token) == 1;

    /// <summary>Ends work that is done.</summary>
    internal static Task CompleteAsync(this PortalDbContext database, WorkItem item, CancellationToken token) =>
        database.Claimed(item).ExecuteDeleteAsync(token);

    /// <summary>Ends an attempt that failed: the next one later, or never when <paramref name="pause"/> is null.</summary>
    /// <returns>False when the claim was lost, and another does the work.</returns>
    internal static async Task<bool> FailAsync(this PortalDbContext database, WorkItem item, string fault, TimeSpan? pause, DateTimeOffset now, CancellationToken token)
    {
        var kept = fault.Length > WorkItem.LongestFault ? fault[..WorkItem.LongestFault] : fault;
        DateTimeOffset? dead = pause is null ? now : null;
        var due = now + (pause ?? TimeSpan.Zero);
        return await database.Claimed(item).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.LastFault, kept).SetProperty(i => i.DueAt, due).SetProperty(i => i.DeadAt, dead).SetProperty(i => i.ClaimedBy, (Guid?)null),
            token) == 1;
    }

    /// <summary>Gives back work that was not finished because the portal stops; the attempt does not count.</summary>
    internal static Task ReleaseAsync(this PortalDbContext database, WorkItem item, DateTimeOffset now, CancellationToken token) =>
        database.Claimed(item).ExecuteUpdateAsync(
            set => set.SetProperty(i => i.DueAt, now).SetProperty(i => i.ClaimedBy, (Guid?)null).SetProperty(i => i.Attempts, i => i.Attempts - 1), token);

    private static IQueryable<WorkItem> Claimed(this PortalDbContext database, WorkItem item) =>
        database.WorkItems.Where(other => other.Id == item.Id && other.ClaimedBy == item.ClaimedBy);
}
