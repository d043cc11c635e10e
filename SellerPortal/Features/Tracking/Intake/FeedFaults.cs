using System.Text;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>The faults of a feed in the words of the API: a stable code and one English sentence.</summary>
public static class FeedFaults
{
    /// <summary>The stable code, such as <c>unknown_article</c>.</summary>
    public static string ToCode(this FeedFault fault)
    {
        var code = new StringBuilder();
        foreach (var c in fault.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && code.Length > 0) code.Append('_');
            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }

    /// <summary>JSON pointer to the field that is wrong, beginning at the event; empty for the event as a whole.</summary>
    public static string Pointer(this RejectedEvent rejected) => rejected.Fault switch
    {
        FeedFault.NotAnEvent => "",
        FeedFault.WrongType => $"/{rejected.Field}",
        FeedFault.ArticleMissing or FeedFault.ArticleMalformed or FeedFault.CheckDigit or FeedFault.TestArticle or FeedFault.UnknownArticle => "/article",
        FeedFault.CodeMissing or FeedFault.CodeTooLong => "/code",
        FeedFault.TimeMissing or FeedFault.TimeUnreadable or FeedFault.TimeInFuture or FeedFault.TimeTooOld => "/occurredAt",
        FeedFault.OfficeTooLong => "/office",
        _ => throw new ArgumentOutOfRangeException(nameof(rejected), rejected.Fault, "There is no such fault."),
    };

    /// <summary>What is wrong, one sentence.</summary>
    public static string Sentence(this RejectedEvent rejected) => rejected.Fault switch
    {
        FeedFault.NotAnEvent => "The element is not an object with article, code and occurredAt.",
        FeedFault.WrongType => $"The field '{rejected.Field}' must be text.",
        FeedFault.ArticleMissing => "The article number is missing.",
        FeedFault.ArticleMalformed => "The article number is not two letters, nine digits and IN.",
        FeedFault.CheckDigit => "The check digit of the article number is wrong.",
        FeedFault.TestArticle => "The article number belongs to the test mode; no article in the post carries it.",
        FeedFault.UnknownArticle => "No shipment in the portal has this article number.",
        FeedFault.CodeMissing => "The event code is missing.",
        FeedFault.CodeTooLong => "The event code is longer than 32 characters.",
        FeedFault.TimeMissing => "The time occurredAt is missing.",
        FeedFault.TimeUnreadable => "The time occurredAt is not written as 2026-11-23T09:12:00Z.",
        FeedFault.TimeInFuture => "The time occurredAt is more than a day in the future.",
        FeedFault.TimeTooOld => "The time occurredAt is before the year 2000.",
        FeedFault.OfficeTooLong => "The office is longer than 100 characters.",
        _ => throw new ArgumentOutOfRangeException(nameof(rejected), rejected.Fault, "There is no such fault."),
    };

    /// <summary>What to do, one sentence.</summary>
    public static string Remedy(this RejectedEvent rejected) => rejected.Fault switch
    {
        FeedFault.NotAnEvent => "Send an object with these fields.",
        FeedFault.WrongType => "Write the value as text in quotes, or leave the field out where it may be.",
        FeedFault.ArticleMissing => "Send the number that was scanned, such as EE123456785IN.",
        FeedFault.ArticleMalformed => "Send the thirteen characters of the number as they stand on the label.",
        FeedFault.CheckDigit => "Compare the number with the label; one character is probably mistyped.",
        FeedFault.TestArticle => "Leave the event out, or make the scan with POST /test/shipments/{id}/scans.",
        FeedFault.UnknownArticle => "Compare the number with the label; leave events of articles out that were not booked in the portal.",
        FeedFault.CodeMissing => "Send the code of the event, such as ITEM_BOOK.",
        FeedFault.CodeTooLong => "Send the code alone, and words about it in description.",
        FeedFault.TimeMissing => "Send the time of the scan, such as 2026-11-23T09:12:00Z.",
        FeedFault.TimeUnreadable => "Write date and time in this form.",
        FeedFault.TimeInFuture => "Set the clock of the scanner, and send the time of the scan.",
        FeedFault.TimeTooOld => "Set the clock of the scanner, and send the time of the scan.",
        FeedFault.OfficeTooLong => "Send the name of the office alone, and its pincode in officePincode.",
        _ => throw new ArgumentOutOfRangeException(nameof(rejected), rejected.Fault, "There is no such fault."),
    };
}
