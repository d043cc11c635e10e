using System.Text.Unicode;
using CsvHelper;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Reading;

/// <summary>Reads CSV in UTF-8, separated by commas, semicolons, tabs or bars.</summary>
internal static class CsvSheet
{
    /// <summary>A record longer than this is a quotation mark that is never closed.</summary>
    private const int LongestRecord = 128 * 1024;

    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        DetectSeparatorHint = true,
        AllowLineBreaksInQuotes = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
    };

    public static IEnumerable<SheetRow> Read(ReadOnlyMemory<byte> file)
    {
        CheckText(file.Span);
        using var csv = CsvReader.Create(file, Options);
        var number = 0;
        while (Next(csv))
        {
            number++;
            if (csv.RawRecord.Length > LongestRecord) throw new SheetRefusedException(SheetRefusal.OpenQuote, (int)csv.LineNumber);
            var cells = new SheetCell[Math.Min(csv.FieldCount, Sheet.MostColumns + 1)];
            for (var i = 0; i < cells.Length; i++) cells[i] = SheetCell.Of(csv.GetString(i));
            yield return new SheetRow(number, Trimmed(cells));
        }
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException fault)
        {
            throw new SheetRefusedException(SheetRefusal.OpenQuote, (int)Math.Max(1, fault.LineNumber), fault);
        }
    }

    /// <summary>Commas behind the last cell that holds something are no columns.</summary>
    private static SheetCell[] Trimmed(SheetCell[] cells)
    {
        var used = cells.Length;
        while (used > 0 && cells[used - 1].IsEmpty) used--;
        return used == cells.Length ? cells : cells[..used];
    }

    private static void CheckText(ReadOnlySpan<byte> file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new SheetRefusedException(SheetRefusal.NotUtf8, 1);
        if (file.Contains((byte)0)) throw new SheetRefusedException(SheetRefusal.WrongType);
        if (Utf8.IsValid(file)) return;
        Span<char> buffer = new char[8192];
        var line = 1;
        while (true)
        {
            Utf8.ToUtf16(file, buffer, out var read, out _, replaceInvalidSequences: false);
            line += file[..read].Count((byte)'\n');
            if (read == 0) throw new SheetRefusedException(SheetRefusal.NotUtf8, line);
            file = file[read..];
        }
    }
}
