using System.IO.Compression;
using System.Xml;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Reading;

/// <summary>Reads an uploaded file. It goes by the content; the name only has the last word on macros and other types.</summary>
internal static class SheetReader
{
    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> OldOfficeMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Takes the file apart into a header and rows.</summary>
    /// <exception cref="SheetRefusedException">The file cannot be taken; nothing else is ever thrown.</exception>
    public static Sheet Read(string fileName, ReadOnlyMemory<byte> file)
    {
        if (Refuse(fileName, file.Length, file.Span[..Math.Min(file.Length, 8)]) is { } refusal) throw new SheetRefusedException(refusal);
        try
        {
            var rows = file.Span.StartsWith(ZipMark) ? XlsxSheet.Read(file) : CsvSheet.Read(file);
            return Compose(rows);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or IOException or FormatException or NotSupportedException
                                          or ArgumentException or InvalidOperationException or OverflowException or IndexOutOfRangeException)
        {
            throw new SheetRefusedException(SheetRefusal.Damaged, cause: fault);
        }
    }

    /// <summary>What speaks against a file before it is read: its name, its size, its first bytes.</summary>
    public static SheetRefusal? Refuse(string fileName, long length, ReadOnlySpan<byte> beginning)
    {
        var type = Path.GetExtension(fileName).ToUpperInvariant();
        if (type is ".XLSM" or ".XLSB" or ".XLTM" or ".XLAM") return SheetRefusal.Macros;
        if (type == ".XLS") return SheetRefusal.OldOrLocked;
        if (type is not (".CSV" or ".XLSX")) return SheetRefusal.WrongType;
        if (length == 0) return SheetRefusal.Empty;
        if (length > Sheet.LargestFile) return SheetRefusal.TooLarge;
        if (beginning.StartsWith(OldOfficeMark)) return SheetRefusal.OldOrLocked;
        return type == ".XLSX" && !beginning.StartsWith(ZipMark) ? SheetRefusal.WrongType : null;
    }

    private static Sheet Compose(IEnumerable<SheetRow> source)
    {
        string[]? headers = null;
        var rows = new List<SheetRow>();
        foreach (var row in source)
        {
            if (row.Cells.Count > Sheet.MostColumns) throw new SheetRefusedException(SheetRefusal.TooManyColumns);
            if (row.Cells.All(cell => cell.IsEmpty)) continue;
            if (headers is null)
            {
                headers = [.. row.Cells.Select(cell => cell.Text)];
                continue;
            }

            if (rows.Count == Sheet.MostRows) throw new SheetRefusedException(SheetRefusal.TooManyRows);
            rows.Add(row);
        }

        if (headers is null) throw new SheetRefusedException(SheetRefusal.Empty);
        return rows.Count == 0 ? throw new SheetRefusedException(SheetRefusal.NoRows) : new Sheet(headers, rows);
    }
}
