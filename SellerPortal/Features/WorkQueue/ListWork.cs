using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.WorkQueue;

/// <summary>
/// Lists work that was given up, or that waits. What the work is about is not shown: a letter is between the portal and
/// its reader.
/// </summary>
public sealed class ListWork(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    /// <summary>One page: of what was given up the latest first, of what waits the next first.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<WorkPage> ExecuteAsync(Actor actor, WorkFilter filter, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin sees the background work.");
        await using var database = await factory.CreateDbContextAsync(token);
        var items = database.WorkItems.AsNoTracking();
        var shown = filter.Waiting
            ? items.Where(item => item.DeadAt == null).OrderBy(item => item.DueAt).ThenBy(item => item.Id)
            : items.Where(item => item.DeadAt != null).OrderByDescending(item => item.DeadAt).ThenBy(item => item.Id);
        var rows = await shown.Skip((filter.Page - 1) * PageSize).Take(PageSize)
            .Select(item => new WorkRow(item.Id, item.Kind, item.EnqueuedAt, item.DueAt, item.ClaimedBy != null, item.Attempts, item.LastFault, item.DeadAt))
            .ToListAsync(token);
        return new WorkPage(rows, await items.CountAsync(item => item.DeadAt != null, token), await items.CountAsync(item => item.DeadAt == null, token));
    }
}

/// <summary>Which work is shown; it travels in the query string.</summary>
/// <param name="Waiting">True for what waits, false for what was given up.</param>
/// <param name="Page">From 1.</param>
public sealed record WorkFilter(bool Waiting, int Page);

/// <summary>One page of work, and how much there is of either sort.</summary>
public sealed record WorkPage(IReadOnlyList<WorkRow> Rows, int Dead, int Waiting);

/// <summary>One piece of work.</summary>
public sealed record WorkRow(Guid Id, string Kind, DateTimeOffset EnqueuedAt, DateTimeOffset DueAt, bool IsRunning, int Attempts, string? LastFault, DateTimeOffset? DeadAt);
