using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Shipments;

/// <summary>
/// One scan of an article in the post, as the feed told it. Article, time, code and office together name it: feeds
/// replay whole histories, and the same scan is kept once.
/// </summary>
public sealed record TrackingEvent
{
    /// <summary>The longest code that is kept.</summary>
    public const int LongestCode = 32;

    /// <summary>The longest office name that is kept.</summary>
    public const int LongestOffice = 100;

    /// <summary>The longest description or remark; the rest is cut off.</summary>
    public const int LongestText = 200;

    /// <summary>The S10 article number, thirteen characters without spaces.</summary>
    public required string Article { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The feed's code in capitals, such as ITEM_RECEIVE; also one the portal does not know.</summary>
    public required string Code { get; init; }

    /// <summary>The office that scanned; empty when the feed names none.</summary>
    public required string Office { get; init; }

    public Pincode? OfficePincode { get; init; }

    /// <summary>The feed's own words, such as "Item received".</summary>
    public string? Description { get; init; }

    /// <summary>Why it was not delivered; also a number that <see cref="NonDeliveryReason"/> does not hold.</summary>
    public NonDeliveryReason? Reason { get; init; }

    /// <summary>A note of the office, such as why an article is kept on hold.</summary>
    public string? Remark { get; init; }

    /// <summary>When the portal was told.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
