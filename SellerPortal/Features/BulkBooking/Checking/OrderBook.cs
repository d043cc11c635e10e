using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.BulkBooking.Checking;

/// <summary>
/// Which order references are taken: by shipments the seller has booked, and by earlier rows of the sheet. The first row
/// that names a reference keeps it, whatever else is wrong with it; so the check, a correction and the booking agree.
/// </summary>
/// <param name="booked">The article numbers of booked references.</param>
internal sealed class OrderBook(IReadOnlyDictionary<string, string> booked)
{
    /// <summary>References of one question: few enough for a list of parameters, many enough for ten thousand rows to be quick.</summary>
    private const int Portion = 500;

    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>Asks which of the references are booked; those of cancelled shipments are free.</summary>
    /// <param name="database">Where to look.</param>
    /// <param name="seller">Whose shipments count.</param>
    /// <param name="orders">The references of the rows that will be taken, as they are compared.</param>
    /// <param name="token">Ends the work.</param>
    public static async Task<OrderBook> OpenAsync(PortalDbContext database, SellerId seller, IEnumerable<string?> orders, CancellationToken token)
    {
        var booked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var portion in orders.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(Portion))
        {
            var known = await database.Shipments.AsNoTracking()
                .Where(shipment => shipment.SellerId == seller && portion.Contains(shipment.OrderKey) && shipment.Status != ShipmentStatus.Cancelled)
                .Select(shipment => new { shipment.OrderKey, shipment.Article })
                .ToListAsync(token);
            foreach (var shipment in known) booked[shipment.OrderKey!] = shipment.Article;
        }

        return new OrderBook(booked);
    }

    /// <summary>Takes the row's reference, or says in a fault who has it. Rows are to be taken in their order.</summary>
    public CheckedRow Take(CheckedRow row, int number)
    {
        if (row.OrderKey is not { } order) return row;
        if (booked.TryGetValue(order, out var article)) return With(row, CellFault.Of(SheetColumn.Order, BulkFault.OrderBooked, article));
        return rows.TryAdd(order, number)
            ? row
            : With(row, CellFault.Of(SheetColumn.Order, BulkFault.OrderTwice, rows[order].ToString(CultureInfo.InvariantCulture)));
    }

    private static CheckedRow With(CheckedRow row, CellFault fault) => row with { Faults = [fault, .. row.Faults] };
}
