using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>A sheet as it was read: headers and rows of cells, nothing of its meaning.</summary>
/// <param name="Headers">The texts of the first row that holds any, from the first column.</param>
/// <param name="Rows">The rows below that hold anything.</param>
public sealed record Sheet(IReadOnlyList<string> Headers, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>The most rows a sheet may have below its header.</summary>
    public const int MostRows = 10_000;

    /// <summary>The most columns a sheet may have.</summary>
    public const int MostColumns = 100;

    /// <summary>The largest file, in bytes: 10 MB.</summary>
    public const int LargestFile = 10 * 1024 * 1024;
}

/// <summary>A row: its number in the spreadsheet, from 1, and its cells from the first column; there may be fewer than headers.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells);

/// <summary>A cell's text. A number is written out; one too long for a spreadsheet keeps its short form, such as 1.2E+14.</summary>
/// <param name="Text">The text, without spaces at its ends; never null.</param>
/// <param name="IsDate">True when the spreadsheet held a date.</param>
public readonly record struct SheetCell(string Text, bool IsDate = false)
{
    /// <summary>The longest text of a cell; a longer one is cut off, and no field takes as much.</summary>
    public const int Longest = 500;

    /// <summary>A cell that holds nothing.</summary>
    public static readonly SheetCell Empty = new("");

    public bool IsEmpty => string.IsNullOrEmpty(Text);

    /// <summary>
    /// A cell of a text as it was found. The apostrophe that keeps a spreadsheet from running a text is taken off again.
    /// </summary>
    public static SheetCell Of(string? text)
    {
        var trimmed = SheetText.Clean(text ?? "").Trim();
        if (trimmed.Length > 1 && trimmed[0] == '\'' && SheetText.IsFormula(trimmed.AsSpan(1))) trimmed = trimmed[1..];
        // Cleaned again, because the cut may go through a pair.
        return new SheetCell(trimmed.Length <= Longest ? trimmed : SheetText.Clean(trimmed[..Longest]));
    }
}
