using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Domain.BulkBooking;

/// <summary>
/// One uploaded sheet and how far it has come. Its steps are taken by updates that name the status they start from, so
/// that of two who take a step at once one does.
/// </summary>
public sealed class BulkJob
{
    /// <summary>The longest file name that is kept.</summary>
    public const int LongestName = 200;

    private BulkJob()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>The account that uploaded the sheet.</summary>
    public Guid UploadedBy { get; private set; }

    public DateTimeOffset UploadedAt { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public string FileHash { get; private set; } = "";

    /// <summary>The job before it with the same file, uploaded within 24 hours.</summary>
    public Guid? EarlierJobId { get; private set; }

    public BulkStatus Status { get; private set; }

    /// <summary>When the present status began.</summary>
    public DateTimeOffset StatusAt { get; private set; }

    /// <summary>Rows below the header.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows the running check has done.</summary>
    public int Checked { get; private set; }

    /// <summary>Rows with a fault.</summary>
    public int Bad { get; private set; }

    /// <summary>Rows that are booked.</summary>
    public int Booked { get; private set; }

    /// <summary>Rows the running or last booking set out to book, those of earlier ones included.</summary>
    public int ToBook { get; private set; }

    /// <summary>Why the file was refused.</summary>
    public SheetRefusal? Refusal { get; private set; }

    /// <summary>The line of the file behind <see cref="Refusal"/>.</summary>
    public int? RefusalLine { get; private set; }

    /// <summary>The columns as JSON of a <see cref="SheetMap"/>; null until the header is read, and when the rows are forgotten.</summary>
    public string? Map { get; private set; }

    /// <summary>The account that started the last booking.</summary>
    public Guid? BookedBy { get; private set; }

    /// <summary>What ended the last booking early.</summary>
    public BulkStop? Stop { get; private set; }

    /// <summary>The product whose article numbers ran out.</summary>
    public ProductCode? StopProduct { get; private set; }

    /// <summary>Rows that are neither booked nor faulty.</summary>
    public int Open => Rows - Bad - Booked;

    /// <summary>Rows that are booked, or will be unless something stops the booking that runs.</summary>
    public int Taken => Status == BulkStatus.Booking ? ToBook : Booked;

    /// <summary>True when only the counts are left, and which parcels were booked: what its rows said was deleted.</summary>
    public bool IsForgotten => Map is null && Rows > 0 && Status is (BulkStatus.Finished or BulkStatus.Cancelled);

    public static BulkJob Upload(Guid id, SellerId seller, Guid by, string fileName, string fileHash, Guid? earlier, DateTimeOffset now) => new()
    {
        Id = id,
        SellerId = seller,
        UploadedBy = by,
        UploadedAt = now,
        FileName = fileName.Length <= LongestName ? fileName : fileName[^LongestName..],
        FileHash = fileHash,
        EarlierJobId = earlier,
        Status = BulkStatus.Waiting,
        StatusAt = now,
    };
}

/// <summary>How far a sheet has come. The names are stored.</summary>
public enum BulkStatus
{
    /// <summary>Uploaded; the check has not begun.</summary>
    Waiting,

    /// <summary>Being read and checked.</summary>
    Checking,

    /// <summary>The seller must say what some columns hold.</summary>
    NeedsColumns,

    /// <summary>Checked: rows can be corrected and booked.</summary>
    Ready,

    /// <summary>Being booked.</summary>
    Booking,

    /// <summary>Every row is booked.</summary>
    Finished,

    /// <summary>Given up by the seller; what was booked stays booked.</summary>
    Cancelled,

    /// <summary>The file cannot be taken.</summary>
    Refused,

    /// <summary>The portal could not check it, however often it tried; the seller may ask again.</summary>
    Failed,
}

/// <summary>Why a booking ended before its last row. The names are stored.</summary>
public enum BulkStop
{
    /// <summary>No article number is left for a product.</summary>
    RangeExhausted,

    /// <summary>The seller is not admitted.</summary>
    NotApproved,

    /// <summary>The portal could not go on, however often it tried.</summary>
    Failed,
}
