using System.Globalization;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Checking;

/// <summary>Which order references are taken: by shipments the seller has booked, and by earlier rows of the sheet.</summary>
internal sealed class OrderBook(IReadOnlyDictionary<string, string> booked)
{
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>Takes the row's reference, or says in a fault who has it.</summary>
    public CheckedRow Take(CheckedRow row, int number)
    {
        if (row.OrderKey is not { } order) return row;
        if (booked.TryGetValue(order, out var article)) return With(row, CellFault.Of(SheetColumn.Order, BulkFault.OrderBooked, article));
        return rows.TryAdd(order, number) || rows[order] == number
            ? row
            : With(row, CellFault.Of(SheetColumn.Order, BulkFault.OrderTwice, rows[order].ToString(CultureInfo.InvariantCulture)));
    }

    private static CheckedRow With(CheckedRow row, CellFault fault) => row with { Faults = [fault, .. row.Faults] };
}
