using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Work;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Questions that several use cases ask.</summary>
internal static class BulkQueries
{
    /// <summary>The rows of a job that are not booked.</summary>
    public static IQueryable<BulkRow> OpenRows(this PortalDbContext database, BulkJob job) => database.BulkRows
        .Where(row => row.JobId == job.Id && !database.BookingClaims.Any(claim => claim.SellerId == job.SellerId && claim.Key == row.Key));

    /// <summary>A seller's job, or null when it is another's.</summary>
    public static Task<BulkJob?> FindJobAsync(this PortalDbContext database, SellerId seller, Guid id, CancellationToken token) =>
        database.BulkJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id && job.SellerId == seller, token);

    /// <summary>The job of work that is given up, unless the seller has asked for the same meanwhile and it is under way.</summary>
    public static IQueryable<BulkJob> JobsWithoutWork(this PortalDbContext database, WorkItem item)
    {
        var id = Guid.Parse(item.Payload, CultureInfo.InvariantCulture);
        return database.BulkJobs.Where(job => job.Id == id
            && !database.WorkItems.Any(other => other.Id != item.Id && other.Kind == item.Kind && other.Payload == item.Payload && other.DeadAt == null));
    }

    /// <summary>The other job of the same file that took most rows, however long ago; null when none has booked any or is about to.</summary>
    public static Task<BulkJob?> BookedBeforeAsync(this PortalDbContext database, BulkJob job, CancellationToken token) => database.BulkJobs.AsNoTracking()
        .Where(other => other.SellerId == job.SellerId && other.FileHash == job.FileHash && other.Id != job.Id && (other.Booked > 0 || other.Status == BulkStatus.Booking))
        .OrderByDescending(other => other.Status == BulkStatus.Booking ? other.ToBook : other.Booked).ThenByDescending(other => other.UploadedAt)
        .FirstOrDefaultAsync(token);
}
