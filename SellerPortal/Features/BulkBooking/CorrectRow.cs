using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>Takes the cells a seller has corrected in a row and checks it again, with the rows that shared its order reference.</summary>
public sealed class CorrectRow(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory, IBookingPrices prices, TimeProvider time)
{
    /// <returns>False when the row is booked, the job is not ready, or it is another seller's.</returns>
    public async Task<bool> ExecuteAsync(Actor actor, Guid id, int number, IReadOnlyDictionary<SheetColumn, string> corrected, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId || !actor.MayWrite) return false;
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var ours = await database.BulkJobs.Where(job => job.Id == id && job.SellerId == sellerId && job.Status == BulkStatus.Ready)
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Booked, job => job.Booked), token);
        if (ours == 0) return false;
        var job = await database.BulkJobs.AsNoTracking().SingleAsync(job => job.Id == id, token);
        if (await database.OpenRows(job).FirstOrDefaultAsync(row => row.Number == number, token) is not { } row) return false;

        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == sellerId, token);
        var check = new RowCheck(directory.Value, prices, seller, await SellerLocations.OfAsync(database, seller, token), time.GetUtcNow());
        var before = row.Order;
        row.Take(check.Check(Merged(row, corrected), row.Key));
        await CheckAsync(database, job, check, row, before, token);
        await database.SaveChangesAsync(token);
        var bad = await database.BulkRows.CountAsync(other => other.JobId == id && other.IsBad, token);
        await database.BulkJobs.Where(other => other.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.Bad, bad), token);
        await transaction.CommitAsync(token);
        return true;
    }

    private static Dictionary<SheetColumn, SheetCell> Merged(BulkRow row, IReadOnlyDictionary<SheetColumn, string> corrected)
    {
        var cells = RowJson.ReadCells(row.Cells);
        foreach (var (column, text) in corrected)
        {
            // A date that was not touched is still a date.
            if (cells.TryGetValue(column, out var cell) && cell.Text == text.Trim()) continue;
            cells.Remove(column);
            if (SheetCell.Of(text) is { IsEmpty: false } typed) cells[column] = typed;
        }

        return cells;
    }

    /// <summary>Checks the row and those that share its reference, or shared it before: each may now be the first or no longer be it.</summary>
    private static async Task CheckAsync(PortalDbContext database, BulkJob job, RowCheck check, BulkRow row, string? before, CancellationToken token)
    {
        var orders = await OrderBook.OpenAsync(database, job.SellerId, [before, row.Order], token);
        var others = await database.OpenRows(job)
            .Where(other => other.Number != row.Number && other.Order != null && (other.Order == before || other.Order == row.Order)).ToListAsync(token);
        foreach (var one in others.Append(row).OrderBy(one => one.Number)) one.Take(orders.Take(check.Check(RowJson.ReadCells(one.Cells), one.Key), one.Number));
    }
}
