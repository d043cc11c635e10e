using System.Globalization;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>A column of a sheet: its place from 0, its header, and what it holds; null when it is not read.</summary>
public sealed record MappedColumn(int Index, string Header, SheetColumn? Column);

/// <summary>What the columns of a sheet hold.</summary>
public sealed record SheetMap(IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>Columns without which no row can be booked and that no header names.</summary>
    public IReadOnlyList<SheetColumn> Missing =>
    [
        .. SheetColumns.Required.Where(required => !Has(required) && !(required == SheetColumn.Weight && Has(SheetColumn.WeightKg))),
    ];

    /// <summary>Columns that two headers name.</summary>
    public IReadOnlyList<SheetColumn> Doubled =>
        [.. Columns.Where(column => column.Column is not null).GroupBy(column => column.Column!.Value).Where(group => group.Skip(1).Any()).Select(group => group.Key)];

    /// <summary>Headers whose columns are not read.</summary>
    public IReadOnlyList<string> Unread => [.. Columns.Where(column => column.Column is null).Select(column => column.Header)];

    /// <summary>True when rows can be read by it.</summary>
    public bool IsComplete => Missing.Count == 0 && Doubled.Count == 0;

    public bool Has(SheetColumn column) => Columns.Any(mapped => mapped.Column == column);

    /// <summary>The cell of a column in a row as the spreadsheet names it, such as C17; null when the sheet has no such column.</summary>
    public string? CellName(SheetColumn column, int row) =>
        Columns.FirstOrDefault(mapped => mapped.Column == column) is { } mapped ? $"{Letters(mapped.Index)}{row.ToString(CultureInfo.InvariantCulture)}" : null;

    /// <summary>A column's letters: 0 is A, 26 is AA.</summary>
    public static string Letters(int index)
    {
        var letters = "";
        for (var rest = index; rest >= 0; rest = (rest / 26) - 1) letters = (char)('A' + (rest % 26)) + letters;
        return letters;
    }
}
