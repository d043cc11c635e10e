using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>What anyone may know about one number that was typed.</summary>
public sealed record TrackedArticle
{
    /// <summary>The number as typed, in capitals and without spaces.</summary>
    public required string Typed { get; init; }

    /// <summary>What is wrong with its form, or <see cref="ArticleNumberFault.None"/>.</summary>
    public ArticleNumberFault Fault { get; init; }

    /// <summary>Where the article is; null when the portal does not know it.</summary>
    public PublicFacts? Facts { get; init; }

    /// <summary>Its scans, the latest first, where they were asked for.</summary>
    public IReadOnlyList<PublicScan> Scans { get; init; } = [];

    /// <summary>Numbers that may have been meant.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];
}

/// <summary>
/// The facts of an article that are open to everyone. Offices and pincodes only: no name, address, mobile or order
/// number may ever stand here, and no free text of the feed, which could hold them.
/// </summary>
public sealed record PublicFacts
{
    public required string Article { get; init; }

    public required ProductCode Product { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public required string FromOffice { get; init; }

    public required Pincode FromPincode { get; init; }

    public required string ToOffice { get; init; }

    public required Pincode ToPincode { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public NonDeliveryReason? LastScanReason { get; init; }
}

/// <summary>One scan as everyone may see it.</summary>
/// <param name="Code">A code the portal knows.</param>
/// <param name="Office">The office that scanned.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was not delivered.</param>
/// <param name="ToSender">True when a delivery was one to the sender.</param>
public sealed record PublicScan(string Code, string Office, DateTimeOffset At, NonDeliveryReason? Reason, bool ToSender);
