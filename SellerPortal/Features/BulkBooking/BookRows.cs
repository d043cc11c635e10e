using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Booking;
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
/// loses nothing and repeats nothing.
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

    /// <returns>False when there is nothing more to do.</returns>
    private async Task<bool> BookPortionAsync(Run run, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (run.Orders is null && !await OpenAsync(database, run, token)) return false;
        await using var transaction = await database.Database.BeginTransactionAsync(token);

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
        var (bookings, spoilt) = Recheck(rows, check, run);
        var written = await writer.WriteAsync(
            database, [.. bookings.Select(booking => booking.Check.Priced(seller, actor))], now, token);
        foreach (var (_, checkedRow) in bookings.Where((_, i) => written[i] is WrittenBooking.Exhausted)) run.StopAt(checkedRow.Offer!.Product);
        var made = written.Count(one => one is not WrittenBooking.Exhausted);

        run.After = rows[^1].Number;
        await database.SaveChangesAsync(token);
        await database.BulkJobs.Where(other => other.Id == job.Id).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Booked, j => j.Booked + made).SetProperty(j => j.Bad, j => j.Bad + spoilt).SetProperty(j => j.ToBook, j => j.ToBook - spoilt), token);
        await transaction.CommitAsync(token);
        foreach (var (_, checkedRow) in bookings)
        {
            if (checkedRow.OrderKey is { } order) run.Orders!.TryAdd(order, "");
        }

        return true;
    }

    /// <summary>Asks once in a run for what others have booked meanwhile.</summary>
    private static async Task<bool> OpenAsync(PortalDbContext database, Run run, CancellationToken token)
    {
        if (await database.BulkJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == run.JobId, token) is not { Status: BulkStatus.Booking } job) return false;
        run.Orders = new Dictionary<string, string>(await BookedOrders.OfAsync(database, job.SellerId, token), StringComparer.Ordinal);
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
    private static (List<(BulkRow Row, CheckedRow Check)> Bookings, int Spoilt) Recheck(List<BulkRow> rows, RowCheck check, Run run)
    {
        var good = new List<(BulkRow Row, CheckedRow Check)>(rows.Count);
        foreach (var row in rows)
        {
            var now = check.Check(RowJson.ReadCells(row.Cells), row.Key);
            if (now.OrderKey is { } order && run.Orders!.TryGetValue(order, out var article)) now = now with { Faults = [CellFault.Of(SheetColumn.Order, BulkFault.OrderBooked, article), .. now.Faults] };
            else if (now.Offer is { } offer && offer.Total != row.Total)
            {
                var price = offer.Total.Paise.ToString(CultureInfo.InvariantCulture);
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

        public Dictionary<string, string>? Orders { get; set; }

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
