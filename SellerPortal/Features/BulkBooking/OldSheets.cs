using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>
/// Deletes what is no longer needed of sheets: first the file, later what their rows say of the consignees. The counts
/// stay, and the keys of the rows, by which the parcels of a sheet are found.
/// </summary>
internal static class OldSheets
{
    /// <summary>Files of sheets that nobody went on with are kept this long.</summary>
    public static readonly TimeSpan FilesFor = TimeSpan.FromDays(7);

    /// <summary>What rows say is kept this long after the last step of their sheet.</summary>
    public static readonly TimeSpan RowsFor = TimeSpan.FromDays(90);

    /// <summary>Sheets whose rows are forgotten in one go.</summary>
    private const int Most = 20;

    public static async Task ForgetAsync(PortalDbContext database, DateTimeOffset now, CancellationToken token)
    {
        await ForgetFilesAsync(database, now - FilesFor, token);
        await ForgetRowsAsync(database, now - RowsFor, token);
    }

    /// <summary>A sheet that was not read and has lost its file can only be uploaded again.</summary>
    private static async Task ForgetFilesAsync(PortalDbContext database, DateTimeOffset before, CancellationToken token)
    {
        await database.BulkJobs.Where(job => (job.Status == BulkStatus.NeedsColumns || job.Status == BulkStatus.Failed) && job.StatusAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Cancelled), token);
        await database.BulkFiles
            .Where(file => database.BulkJobs.Any(job => job.Id == file.JobId && job.StatusAt < before && job.Status != BulkStatus.Waiting && job.Status != BulkStatus.Checking))
            .ExecuteDeleteAsync(token);
    }

    /// <summary>A sheet that was never booked to its end counts as given up by then.</summary>
    private static async Task ForgetRowsAsync(PortalDbContext database, DateTimeOffset before, CancellationToken token)
    {
        var old = await database.BulkJobs.AsNoTracking()
            .Where(job => job.Map != null && job.StatusAt < before && job.Status != BulkStatus.Waiting && job.Status != BulkStatus.Checking && job.Status != BulkStatus.Booking)
            .OrderBy(job => job.StatusAt).Take(Most).ToListAsync(token);
        foreach (var job in old)
        {
            var ended = job.Status is BulkStatus.Finished or BulkStatus.Refused ? job.Status : BulkStatus.Cancelled;
            await using var transaction = await database.Database.BeginTransactionAsync(token);
            var untouched = await database.BulkJobs.Where(other => other.Id == job.Id && other.Status == job.Status && other.StatusAt == job.StatusAt)
                .ExecuteUpdateAsync(set => set.SetProperty(j => j.Status, ended).SetProperty(j => j.Map, (string?)null), token);
            if (untouched == 0) continue;
            await database.BulkRows.Where(row => row.JobId == job.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Cells, "{}").SetProperty(row => row.Faults, (string?)null).SetProperty(row => row.Order, (string?)null), token);
            await transaction.CommitAsync(token);
        }
    }
}
