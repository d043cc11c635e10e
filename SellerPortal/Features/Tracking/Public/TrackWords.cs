using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>The sentences of the public tracking pages.</summary>
internal static class TrackWords
{
    /// <summary>"Item received at Nagpur NSH, 2 h ago", or that there is no scan yet.</summary>
    public static string LastScan(IStringLocalizer<TrackingTexts> texts, PublicFacts facts, DateTimeOffset now)
    {
        if (facts.LastScanCode is not { } code || facts.LastScanAt is not { } at) return texts["NoScanYet"];
        var words = What(code, facts.Status == ShipmentStatus.Returned, facts.LastScanReason);
        return string.IsNullOrEmpty(facts.LastScanOffice)
            ? texts["LastScanNoOffice", words, IndianFormat.Age(at, now)]
            : texts["LastScanFact", words, facts.LastScanOffice, IndianFormat.Age(at, now)];
    }

    /// <summary>The days of the expected delivery while it is still to come.</summary>
    public static string? Expected(PublicFacts facts) =>
        facts.Status is ShipmentStatus.Delivered or ShipmentStatus.Returned or ShipmentStatus.Returning or ShipmentStatus.Cancelled
            || facts.ExpectedFrom is not { } from
            ? null
            : IndianFormat.DateRange(from, facts.ExpectedTo ?? from);

    /// <summary>A scan in the portal's own words; the feed's words are not shown to everyone.</summary>
    public static string What(string code, bool toSender, NonDeliveryReason? reason)
    {
        var words = PostWords.Scan(code, toSender ? "(Sender)" : "(Addressee)");
        return reason is { } why ? $"{words}: {PostWords.Reason(why)}" : words;
    }
}
