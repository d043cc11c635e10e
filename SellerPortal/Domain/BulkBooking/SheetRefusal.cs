namespace SellerPortal.Domain.BulkBooking;

/// <summary>Why a file is not read at all. The names are stored.</summary>
public enum SheetRefusal
{
    /// <summary>It is neither CSV nor XLSX.</summary>
    WrongType,

    /// <summary>An old .xls, or a workbook with a password.</summary>
    OldOrLocked,

    /// <summary>A workbook with macros.</summary>
    Macros,

    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>A header and no row below it.</summary>
    NoRows,

    /// <summary>More than 10 MB.</summary>
    TooLarge,

    /// <summary>Unpacked it would be far larger than a sheet of 10,000 rows: a zip bomb.</summary>
    TooLargeUnpacked,

    /// <summary>More than 10,000 rows.</summary>
    TooManyRows,

    /// <summary>More than 100 columns.</summary>
    TooManyColumns,

    /// <summary>A CSV file in another encoding than UTF-8; the detail is the line.</summary>
    NotUtf8,

    /// <summary>A quotation mark that is never closed; the detail is the line.</summary>
    OpenQuote,

    /// <summary>The file cannot be read.</summary>
    Damaged,
}

/// <summary>Thrown while a file is read that must be refused.</summary>
public sealed class SheetRefusedException(SheetRefusal refusal, int? line = null, Exception? cause = null)
    : Exception($"The sheet is refused: {refusal}.", cause)
{
    public SheetRefusal Refusal { get; } = refusal;

    /// <summary>The line of the file, from 1, where there is one.</summary>
    public int? Line { get; } = line;
}
