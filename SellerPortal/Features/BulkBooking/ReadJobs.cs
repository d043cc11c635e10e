using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.BulkBooking;

/// <summary>What a seller sees of the jobs: the recent ones, one of them, and its rows page by page.</summary>
public sealed class ReadJobs(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Jobs of a page.</summary>
    public const int JobsOfAPage = 20;

    /// <summary>A page of the jobs, from 1, the newest first.</summary>
    public async Task<BulkJobList> JobsAsync(Actor actor, int page, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return new BulkJobList([], 0);
        await using var database = await factory.CreateDbContextAsync(token);
        var jobs = database.BulkJobs.AsNoTracking().Where(job => job.SellerId == seller);
        var some = await jobs.OrderByDescending(job => job.UploadedAt).ThenByDescending(job => job.Id).Skip((page - 1) * JobsOfAPage).Take(JobsOfAPage).ToListAsync(token);
        return new BulkJobList(some, await jobs.CountAsync(token));
    }

    /// <summary>One job with the price of what can be booked; null when it is another seller's.</summary>
    public async Task<BulkJobView?> FindAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.FindJobAsync(seller, id, token) is not { } job) return null;
        var earlier = await database.BookedBeforeAsync(job, token) ?? (job.EarlierJobId is { } earlierId ? await database.FindJobAsync(seller, earlierId, token) : null);
        var mayChangeColumns = job is { Status: BulkStatus.Ready, Booked: 0 } && await database.BulkFiles.AnyAsync(file => file.JobId == id, token);
        var price = job.Status == BulkStatus.Ready
            ? await database.OpenRows(job).Where(row => !row.IsBad).Select(row => row.Total).ToListAsync(token)
            : [];
        return new BulkJobView(job, earlier, new Money(price.Sum(total => total?.Paise ?? 0)), mayChangeColumns);
    }

    /// <summary>A page of a job's rows, from 1.</summary>
    public async Task<BulkRowPage> RowsAsync(Actor actor, Guid id, RowFilter filter, int page, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (actor.SellerId is not { } seller || await database.FindJobAsync(seller, id, token) is not { } job) return new BulkRowPage([], 0);
        var rows = Filtered(database, job, filter);
        var total = await rows.CountAsync(token);
        var some = await WithArticles(database, job, rows.OrderBy(row => row.Number).Skip((page - 1) * PageSize).Take(PageSize)).ToListAsync(token);
        return new BulkRowPage([.. some.OrderBy(row => row.Row.Number)], total);
    }

    /// <summary>Every row of a job for a download, in order; null when it is another seller's.</summary>
    public async Task<(BulkJob Job, IReadOnlyList<BulkRowView> Rows)?> AllRowsAsync(Actor actor, Guid id, RowFilter filter, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (actor.SellerId is not { } seller || await database.FindJobAsync(seller, id, token) is not { } job) return null;
        var rows = await WithArticles(database, job, Filtered(database, job, filter)).ToListAsync(token);
        return (job, [.. rows.OrderBy(row => row.Row.Number)]);
    }

    private static IQueryable<BulkRow> Filtered(PortalDbContext database, BulkJob job, RowFilter filter)
    {
        var rows = database.BulkRows.AsNoTracking().Where(row => row.JobId == job.Id);
        return filter switch
        {
            RowFilter.Bad => rows.Where(row => row.IsBad),
            RowFilter.Good => rows.Where(row => !row.IsBad),
            _ => rows,
        };
    }

    private static IQueryable<BulkRowView> WithArticles(PortalDbContext database, BulkJob job, IQueryable<BulkRow> rows) =>
        from row in rows
        join claim in database.BookingClaims.Where(claim => claim.SellerId == job.SellerId) on row.Key equals claim.Key into claims
        from claim in claims.DefaultIfEmpty()
        join shipment in database.Shipments on claim.ShipmentId equals shipment.Id into shipments
        from shipment in shipments.DefaultIfEmpty()
        select new BulkRowView(row, shipment == null ? null : (ShipmentId?)shipment.Id, shipment == null ? null : shipment.Article);
}

/// <summary>Which rows of a job are shown.</summary>
public enum RowFilter
{
    All,
    Bad,
    Good,
}

/// <summary>A job as it is shown.</summary>
/// <param name="Job">The job.</param>
/// <param name="Earlier">Another job of the same file: the one that booked most of it, or else the one within 24 hours before it, if any.</param>
/// <param name="OpenTotal">What the rows cost that can be booked now, with tax.</param>
/// <param name="MayChangeColumns">True while the file is kept and nothing of it is booked.</param>
public sealed record BulkJobView(BulkJob Job, BulkJob? Earlier, Money OpenTotal, bool MayChangeColumns);

/// <summary>A page of jobs, and how many there are in all.</summary>
public sealed record BulkJobList(IReadOnlyList<BulkJob> Jobs, int Total);

/// <summary>A row with the shipment it became, if it is booked.</summary>
public sealed record BulkRowView(BulkRow Row, ShipmentId? ShipmentId, string? Article);

/// <summary>A page of rows, and how many there are in all.</summary>
public sealed record BulkRowPage(IReadOnlyList<BulkRowView> Rows, int Total);
