using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking;

/// <summary>How the status of a job looks.</summary>
internal static class JobLook
{
    /// <summary>The colour of its chip.</summary>
    public static string Colour(BulkStatus status) => status switch
    {
        BulkStatus.Finished => "g",
        BulkStatus.Ready => "b",
        BulkStatus.NeedsColumns => "m",
        BulkStatus.Refused or BulkStatus.Failed => "r",
        _ => "",
    };

    /// <summary>True while something is done to it without the seller.</summary>
    public static bool IsMoving(BulkStatus status) => status is BulkStatus.Waiting or BulkStatus.Checking or BulkStatus.Booking;
}
