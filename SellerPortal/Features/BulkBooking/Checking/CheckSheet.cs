using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking.Reading;

namespace SellerPortal.Features.BulkBooking.Checking;

/// <summary>
/// Reads an uploaded sheet and checks its rows, or checks the rows of a job again. What is found is written in one
/// transaction at the end, so that a check cut short is simply done again.
/// </summary>
internal sealed class CheckSheet(
    IDbContextFactory<PortalDbContext> factory, IBulkWriter bulk, Snapshot<PincodeDirectory> directory, IBookingPrices prices, TimeProvider time) : IWorkHandler
{
    public const string WorkKind = "bulk-check";

    /// <summary>After how many rows the progress is told.</summary>
    private const int Step = 1_000;

    public string Kind => WorkKind;

    public TimeSpan? RetryAfter(int attempts) => attempts < 5 ? TimeSpan.FromSeconds(5 * attempts) : null;

    public async Task ExecuteAsync(WorkItem item, CancellationToken token)
    {
        var id = Guid.Parse(item.Payload, CultureInfo.InvariantCulture);
        await using var database = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        var begun = await database.BulkJobs
            .Where(job => job.Id == id && (job.Status == BulkStatus.Waiting || job.Status == BulkStatus.Checking || job.Status == BulkStatus.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Checking).SetProperty(job => job.StatusAt, now).SetProperty(job => job.Checked, 0), token);
        if (begun == 0) return;
        var job = await database.BulkJobs.AsNoTracking().SingleAsync(job => job.Id == id, token);
        try
        {
            var isRead = await database.BulkRows.AnyAsync(row => row.JobId == id, token);
            var rows = isRead ? await StoredRowsAsync(database, job, token) : await ReadRowsAsync(database, job, token);
            if (rows is not null) await WriteAsync(database, job, await CheckAsync(database, job, rows, token), token);
        }
        catch (SheetRefusedException refused)
        {
            await database.BulkJobs.Where(other => other.Id == id && other.Status == BulkStatus.Checking).ExecuteUpdateAsync(
                set => set.SetProperty(j => j.Status, BulkStatus.Refused).SetProperty(j => j.StatusAt, now).SetProperty(j => j.Refusal, refused.Refusal).SetProperty(j => j.RefusalLine, refused.Line),
                token);
            await database.BulkFiles.Where(file => file.JobId == id).ExecuteDeleteAsync(token);
        }

        await OldSheets.ForgetAsync(database, now, token);
    }

    /// <summary>The seller is told, and may ask for another check.</summary>
    public Task GiveUpAsync(PortalDbContext database, WorkItem item, CancellationToken token)
    {
        var now = time.GetUtcNow();
        return database.JobsWithoutWork(item).Where(job => job.Status == BulkStatus.Waiting || job.Status == BulkStatus.Checking)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, BulkStatus.Failed).SetProperty(job => job.StatusAt, now), token);
    }

    /// <summary>The rows of the file by its columns; null when the seller must first say what they hold.</summary>
    private static async Task<List<(int Number, IReadOnlyDictionary<SheetColumn, SheetCell> Cells)>?> ReadRowsAsync(
        PortalDbContext database, BulkJob job, CancellationToken token)
    {
        var file = await database.BulkFiles.AsNoTracking().SingleAsync(file => file.JobId == job.Id, token);
        var sheet = SheetReader.Read(job.FileName, file.Content);
        var remembered = await database.RememberedColumns.AsNoTracking()
            .Where(column => column.SellerId == job.SellerId)
            .ToDictionaryAsync(column => column.Header, column => column.Column, token);
        var said = RowJson.ReadMap(job.Map);
        var map = said.IsComplete ? said : SheetHeaders.Map(sheet.Headers, remembered);
        var json = RowJson.Write(map);
        await database.BulkJobs.Where(other => other.Id == job.Id && other.Status == BulkStatus.Checking).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Map, json).SetProperty(j => j.Rows, sheet.Rows.Count).SetProperty(j => j.Status, map.IsComplete ? BulkStatus.Checking : BulkStatus.NeedsColumns), token);
        return map.IsComplete ? [.. sheet.Rows.Select(row => (row.Number, CellsOf(row, map)))] : null;
    }

    private static SortedDictionary<SheetColumn, SheetCell> CellsOf(SheetRow row, SheetMap map)
    {
        var cells = new SortedDictionary<SheetColumn, SheetCell>();
        foreach (var column in map.Columns)
        {
            if (column.Column is { } meaning && column.Index < row.Cells.Count && !row.Cells[column.Index].IsEmpty) cells[meaning] = row.Cells[column.Index];
        }

        return cells;
    }

    private static async Task<List<(int Number, IReadOnlyDictionary<SheetColumn, SheetCell> Cells)>> StoredRowsAsync(PortalDbContext database, BulkJob job, CancellationToken token)
    {
        var rows = await database.OpenRows(job).OrderBy(row => row.Number).Select(row => new { row.Number, row.Cells }).ToListAsync(token);
        return [.. rows.Select(row => (row.Number, (IReadOnlyDictionary<SheetColumn, SheetCell>)RowJson.ReadCells(row.Cells)))];
    }

    private async Task<List<BulkRow>> CheckAsync(
        PortalDbContext database, BulkJob job, List<(int Number, IReadOnlyDictionary<SheetColumn, SheetCell> Cells)> rows, CancellationToken token)
    {
        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == job.SellerId, token);
        var check = new RowCheck(directory.Value, prices, seller, await SellerLocations.OfAsync(database, seller, token), time.GetUtcNow());
        var orders = await OrderBook.OpenAsync(database, job.SellerId, rows.Select(row => RowInput.OrderKey(row.Cells)), token);
        var found = new List<BulkRow>(rows.Count);
        foreach (var (number, cells) in rows)
        {
            found.Add(BulkRow.Of(job.Id, number, orders.Take(check.Check(cells, RowKey.Of(job.Id, number)), number)));
            if (found.Count % Step != 0) continue;
            var done = found.Count;
            await database.BulkJobs.Where(other => other.Id == job.Id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Checked, done), token);
        }

        return found;
    }

    private async Task WriteAsync(PortalDbContext database, BulkJob job, List<BulkRow> rows, CancellationToken token)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var now = time.GetUtcNow();
        var bad = rows.Count(row => row.IsBad);
        var ready = await database.BulkJobs.Where(other => other.Id == job.Id && other.Status == BulkStatus.Checking).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.Status, BulkStatus.Ready).SetProperty(j => j.StatusAt, now).SetProperty(j => j.Checked, rows.Count).SetProperty(j => j.Bad, bad), token);
        if (ready == 0) return;
        await database.OpenRows(job).ExecuteDeleteAsync(token);
        await bulk.InsertAsync(database, rows, token);
        await transaction.CommitAsync(token);
    }
}
