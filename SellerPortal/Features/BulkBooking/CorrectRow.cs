using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
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
        await CheckAsync(database, seller, check, row, Merged(row, corrected), token);
        await database.SaveChangesAsync(token);
        if (before is not null && before != row.Order)
        {
            foreach (var other in await database.OpenRows(job).Where(other => other.IsBad && other.Order == before && other.Number != number).OrderBy(other => other.Number).ToListAsync(token))
            {
                await CheckAsync(database, seller, check, other, RowJson.ReadCells(other.Cells), token);
                await database.SaveChangesAsync(token);
            }
        }

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

    private static async Task CheckAsync(
        PortalDbContext database, Seller seller, RowCheck check, BulkRow row, Dictionary<SheetColumn, SheetCell> cells, CancellationToken token)
    {
        var found = check.Check(cells, row.Key);
        if (found.OrderKey is { } order)
        {
            var typed = cells[SheetColumn.Order].Text;
            var article = await database.Shipments
                .Where(shipment => shipment.SellerId == seller.Id && shipment.Status != ShipmentStatus.Cancelled && (shipment.References.Order == typed || shipment.References.Order == order))
                .Select(shipment => shipment.Article).FirstOrDefaultAsync(token);
            var twin = await database.BulkRows.Where(other => other.JobId == row.JobId && other.Number != row.Number && other.Order == order)
                .OrderBy(other => other.IsBad).ThenBy(other => other.Number).Select(other => new { other.Number, other.IsBad }).FirstOrDefaultAsync(token);
            if (article is not null) found = With(found, BulkFault.OrderBooked, article);
            else if (twin is not null && (!twin.IsBad || twin.Number < row.Number)) found = With(found, BulkFault.OrderTwice, twin.Number.ToString(CultureInfo.InvariantCulture));
        }

        row.Take(found);
    }

    private static CheckedRow With(CheckedRow row, BulkFault fault, string detail) => row with { Faults = [CellFault.Of(SheetColumn.Order, fault, detail), .. row.Faults] };
}
