using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Orders the labels of what a sheet booked, in the order of its rows.</summary>
public sealed class OrderSheetLabels(IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider clock)
{
    /// <returns>The id of the file of labels; null when the job is another seller's, or has booked nothing.</returns>
    public async Task<Guid?> ExecuteAsync(Actor actor, Guid jobId, CancellationToken token)
    {
        if (actor.SellerId is not { } seller || !actor.MayWrite) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var booked = await (
            from row in database.BulkRows
            where row.JobId == jobId && database.BulkJobs.Any(job => job.Id == jobId && job.SellerId == seller)
            join claim in database.BookingClaims.Where(claim => claim.SellerId == seller) on row.Key equals claim.Key
            orderby row.Number
            select claim.ShipmentId).ToListAsync(token);
        if (booked.Count == 0) return null;
        var file = await database.OrderLabelsAsync(actor, booked, paper: null, clock.GetUtcNow(), token);
        signal.Pulse();
        return file;
    }
}
