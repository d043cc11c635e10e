using System.Globalization;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>Decides of one element whether it is an event that can be kept.</summary>
public static class FeedRules
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads an element as an event.</summary>
    /// <returns>Why it is none, or null.</returns>
    public static FeedFault? TryRead(FeedElement element, DateTimeOffset now, out TrackingEvent? scan)
    {
        scan = null;
        if (element.Misfit is { } field) return field.Length == 0 ? FeedFault.NotAnEvent : FeedFault.WrongType;
        switch (ArticleNumber.Parse(element.Article, out var article))
        {
            case ArticleNumberFault.None: break;
            case ArticleNumberFault.Empty: return FeedFault.ArticleMissing;
            case ArticleNumberFault.WrongCheckDigit: return FeedFault.CheckDigit;
            default: return FeedFault.ArticleMalformed;
        }

        // What happens in the test mode is made up; no office has scanned it.
        if (TestArticles.Includes(article.Prefix)) return FeedFault.TestArticle;
        if (Clean(element.Code) is not { } code) return FeedFault.CodeMissing;
        if (code.Length > TrackingEvent.LongestCode) return FeedFault.CodeTooLong;
        if (string.IsNullOrWhiteSpace(element.OccurredAt)) return FeedFault.TimeMissing;
        if (!FeedTime.TryParse(element.OccurredAt, out var time)) return FeedFault.TimeUnreadable;
        if (time > now.AddDays(1)) return FeedFault.TimeInFuture;
        if (time < Earliest) return FeedFault.TimeTooOld;
        var office = Clean(element.Office) ?? "";
        if (office.Length > TrackingEvent.LongestOffice) return FeedFault.OfficeTooLong;

        scan = new TrackingEvent
        {
            Article = article.ToString(),
            Code = code.ToUpperInvariant(),
            OccurredAt = time,
            Office = office,
            OfficePincode = Pincode.TryParse(element.OfficePincode.AsSpan().Trim(), out var pincode) ? pincode : null,
            Description = Clean(element.Description)?.AtMost(TrackingEvent.LongestText),
            Reason = int.TryParse(element.ReasonCode, NumberStyles.None, CultureInfo.InvariantCulture, out var reason) ? (NonDeliveryReason)reason : null,
            Remark = Clean(element.Remark)?.AtMost(TrackingEvent.LongestText),
            RecordedAt = now,
        };
        return null;
    }

    /// <summary>Without control characters, which a database refuses and a page would show as nothing, and without space around.</summary>
    private static string? Clean(string? text)
    {
        if (text is null) return null;
        if (text.AsSpan().ContainsAnyInRange('\0', '\x1F')) text = string.Create(text.Length, text, static (clean, dirty) =>
        {
            for (var i = 0; i < clean.Length; i++) clean[i] = char.IsControl(dirty[i]) ? ' ' : dirty[i];
        });
        text = text.Trim();
        return text.Length == 0 ? null : text;
    }
}
