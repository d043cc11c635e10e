namespace SellerPortal.Domain.Shipments;

/// <summary>A booking form that an account has begun and not yet booked; one for an account in each mode, so that a parcel made up for the test mode is never booked for real.</summary>
public sealed class BookingDraft
{
    /// <summary>The most characters a draft may have: what a page may carry over from prerendering.</summary>
    public const int LongestJson = 32_768;

    public Guid UserId { get; init; }

    /// <summary>True for the form of the test mode.</summary>
    public bool IsTest { get; init; }

    /// <summary>The key made with the form; clears the draft that was booked, and not a newer one.</summary>
    public required Guid Key { get; set; }

    /// <summary>The fields of the form as typed, as JSON.</summary>
    public required string Json { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}
