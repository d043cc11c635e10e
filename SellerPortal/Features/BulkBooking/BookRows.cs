using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking.Checking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>
/// Books the good rows of a job, a portion a transaction: claims, article numbers, shipments and the count of the job
/// stand or fall together. What is booked is asked of the claims at every portion, so a crash between two portions
/// loses nothing and repeats nothing. Which orders are booked is asked at every portion, in the seller's turn.
/// </summary>
internal sealed class BookRows(
    IDbContextFactory<PortalDbContext> factory, BookingWriter writer, Snapshot<PincodeDirectory> directory, IBookingPrices prices, WorkSignal signal, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "bulk-book";

    /// <summary>Rows of a transaction: many enough to be quick, few enough that other bookings hardly wait.</summary>
    private const int Portion = 250;

    public string Kind => WorkKind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 10 ? TimeSpan.FromSeconds(2 * attempts) : null;

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var run = new Run(Guid.Parse(item.Payload, CultureInfo.InvariantCulture));
        while (await BookPortionAsync(run, token)) signal.Pulse();
    }

    /// <summary>The booking ends where it is; the seller is told, and may go on.</summary>
    public Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.JobsWithoutWork(item).Where(job => job.Status == BulkStatus.Booking).ExecuteUpdateAsync(
            set => set.SetProperty(job => job.Status, BulkStatus.Ready).SetProperty(job => job.StatusAt, now)
                .SetProperty(job => job.Stop, BulkStop.Failed).SetProperty(job => job.StopProduct, (ProductCode?)null),
            token);
    }

    /// <returns>False when there is nothing more to do.</returns>
    private async Task<bool> BookPortionAsync(Run run, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (await database.BulkJobs.Where(job => job.Id == run.JobId).Select(job => new { job.SellerId }).FirstOrDefaultAsync(token) is not { } owner) return false;
        await database.TakeSheetTurnAsync(owner.SellerId, token);

        // Locks the job: a cancel, or another node that took over, waits here for the end of the portion.
        var ours = await database.BulkJobs.Where(job => job.Id == run.JobId && job.Status == BulkStatus.Booking)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Booked, job => job.Booked), token);
        if (ours == 0) return false;
        var job = await database.BulkJobs.AsNoTracking().SingleAsync(job => job.Id == run.JobId, token);
        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == job.SellerId, token);
        if (!seller.MayBook) run.Stop = BulkStop.NotApproved;
        var rows = run.Stop == BulkStop.NotApproved ? [] : await NextRowsAsync(database, job, run, token);
        if (rows.Count == 0)
        {
            await EndAsync(database, job, run, token);
            await transaction.CommitAsync(token);
            return false;
        }

        var now = time.GetUtcNow();
        var check = new RowCheck(directory.Value, prices, seller, await SellerLocations.OfAsync(database, seller, token), now);
        var actor = new Actor { UserId = job.BookedBy ?? job.UploadedBy, SellerId = job.SellerId, Roles = new HashSet<string>() };
        var orders = await OrderBook.OpenAsync(database, job.SellerId, rows.Select(row => row.Order), token);
        var (bookings, spoilt) = Recheck(rows, check, orders);
        var written = await writer.WriteAsync(
            database, [.. bookings.Select(booking => booking.Check.Priced(seller, actor))], now, token);
        foreach (var (_, checkedRow) in bookings.Where((_, i) => written[i] is WrittenBooking.Exhausted)) run.StopAt(checkedRow.Offer!.Product);
        var made = written.Count(one => one is not WrittenBooking.Exhausted);

        run.After = rows[^1].Number;
        await database.SaveChangesAsync(token);
        await database.BulkJobs.Where(other => other.Id == job.Id).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Booked, j => j.Booked + made).SetProperty(j => j.Bad, j => j.Bad + spoilt).SetProperty(j => j.ToBook, j => j.ToBook - spoilt), token);
        await transaction.CommitAsync(token);
        return true;
    }

    private static Task<List<BulkRow>> NextRowsAsync(PortalDbContext database, BulkJob job, Run run, CancellationToken token)
    {
        var after = run.After;
        var exhausted = run.Exhausted.Select(product => (ProductCode?)product).ToList();
        var rows = database.OpenRows(job).Where(row => !row.IsBad && row.Number > after);
        if (exhausted.Count > 0) rows = rows.Where(row => !exhausted.Contains(row.Product));
        return rows.OrderBy(row => row.Number).Take(Portion).ToListAsync(token);
    }

    /// <summary>Checks the rows as they would be booked now; one that became wrong or has another price is spoilt.</summary>
    private static (List<(BulkRow Row, CheckedRow Check)> Bookings, int Spoilt) Recheck(List<BulkRow> rows, RowCheck check, OrderBook orders)
    {
        var good = new List<(BulkRow Row, CheckedRow Check)>(rows.Count);
        foreach (var row in rows)
        {
            var now = orders.Take(check.Check(RowJson.ReadCells(row.Cells), row.Key), row.Number);
            if (now.Faults.Count == 0 && now.Offer!.Total != row.Total)
            {
                var price = now.Offer.Total.Paise.ToString(CultureInfo.InvariantCulture);
                now = now with { Faults = [CellFault.Of(null, BulkFault.PriceChanged, price)] };
            }

            if (now.Faults.Count == 0) good.Add((row, now));
            else row.Take(now);
        }

        return (good, rows.Count - good.Count);
    }

    private async Task EndAsync(PortalDbContext database, BulkJob job, Run run, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var status = job.Booked == job.Rows ? BulkStatus.Finished : BulkStatus.Ready;
        await database.BulkJobs.Where(other => other.Id == job.Id).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Status, status).SetProperty(j => j.StatusAt, now).SetProperty(j => j.Stop, run.Stop).SetProperty(j => j.StopProduct, run.StopProduct), token);
    }

    /// <summary>One go at a job: where it stands, and what it found out on the way.</summary>
    private sealed class Run(Guid jobId)
    {
        public Guid JobId { get; } = jobId;

        public int After { get; set; }

        public HashSet<ProductCode> Exhausted { get; } = [];

        public BulkStop? Stop { get; set; }

        public ProductCode? StopProduct { get; private set; }

        /// <summary>No number is left for a product; rows of others go on.</summary>
        public void StopAt(ProductCode product)
        {
            Stop = BulkStop.RangeExhausted;
            StopProduct = product;
            Exhausted.Add(product);
        }
    }
}
