using System.Globalization;
using System.Xml;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Reading;

/// <summary>
/// Reads the first visible sheet of a workbook, one row at a time. It reads the XML itself: what comes out of a package
/// must be counted, a row may name the 16,384th column, and a number must be told from a text and from a date.
/// </summary>
internal static class XlsxSheet
{
    /// <summary>Numbers from here on have lost their last digits in a spreadsheet, and it shows them in short.</summary>
    private const double FirstShortened = 1e15;

    public static IEnumerable<SheetRow> Read(ReadOnlyMemory<byte> file)
    {
        using var book = new Workbook(file);
        var texts = book.ReadTexts();
        var dates = book.ReadDateFormats();
        using var reader = book.OpenFirstSheet();
        var number = 0;
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > number ? stated : number + 1;
            var cells = ReadCells(reader, texts, dates);
            if (cells.Count > 0) yield return new SheetRow(number, cells);
        }
    }

    private static List<SheetCell> ReadCells(XmlReader reader, IReadOnlyList<string> texts, IReadOnlyList<bool> dates)
    {
        var cells = new List<SheetCell>();
        if (reader.IsEmptyElement) return cells;
        var depth = reader.Depth;
        var column = -1;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
            var cell = ReadCell(reader, texts, dates);
            if (cell.IsEmpty) continue;
            if (column is < 0 or >= Sheet.MostColumns) throw new SheetRefusedException(SheetRefusal.TooManyColumns);
            while (cells.Count <= column) cells.Add(SheetCell.Empty);
            cells[column] = cell;
        }

        return cells;
    }

    private static SheetCell ReadCell(XmlReader reader, IReadOnlyList<string> texts, IReadOnlyList<bool> dates)
    {
        var type = reader.GetAttribute("t") ?? "n";
        var isDate = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var style) && style < dates.Count && dates[style];
        if (reader.IsEmptyElement) return SheetCell.Empty;
        var depth = reader.Depth;
        string? value = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "is" }) value = XlsxText.Read(reader);
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false } && reader.Read() && reader.HasValue) value = reader.Value;
        }

        if (string.IsNullOrEmpty(value)) return SheetCell.Empty;
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var shared) && shared < texts.Count ? SheetCell.Of(texts[shared]) : SheetCell.Empty,
            "n" => Number(value, isDate),
            "d" => SheetCell.Of(value.Length > 10 ? value[..10] : value) with { IsDate = true },
            "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE"),
            _ => SheetCell.Of(value),
        };
    }

    private static SheetCell Number(string value, bool isDate)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return SheetCell.Of(value);
        if (isDate && number is > 0 and < 2_958_466) return new SheetCell(DateTime.FromOADate(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsDate: true);
        if (Math.Abs(number) >= FirstShortened) return new SheetCell(number.ToString("0.##E+0", CultureInfo.InvariantCulture));
        return new SheetCell(((decimal)number).ToString("0.##########", CultureInfo.InvariantCulture));
    }

    /// <summary>The column of a cell's name, from 0: C17 is 2; null when there is none.</summary>
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in cell ?? "")
        {
            if (letter is < 'A' or > 'Z') break;
            column = (column * 26) + letter - 'A' + 1;
            if (column > 20_000) break;
        }

        return column == 0 ? null : column - 1;
    }
}
