namespace SellerPortal.Domain.BulkBooking;

/// <summary>The uploaded file of a job, kept until it is booked or cancelled: its columns may be read in another way.</summary>
public sealed class BulkFile
{
    private BulkFile()
    {
    }

    public Guid JobId { get; private set; }

    public byte[] Content { get; private set; } = [];

    public static BulkFile Of(Guid job, byte[] content) => new() { JobId = job, Content = content };
}
