namespace SellerPortal.Features.Tracking.Intake;

/// <summary>One element of a feed as it was sent, before any of it is believed.</summary>
public sealed record FeedElement
{
    /// <summary>Its place in the feed, from 0.</summary>
    public required int Index { get; init; }

    public string? Article { get; init; }

    public string? Code { get; init; }

    public string? OccurredAt { get; init; }

    public string? Office { get; init; }

    public string? OfficePincode { get; init; }

    public string? Description { get; init; }

    public string? ReasonCode { get; init; }

    public string? Remark { get; init; }

    /// <summary>The name of the field that held something else than text or a number; "" when the element is no object.</summary>
    public string? Misfit { get; init; }
}

/// <summary>Why one event was not taken.</summary>
public enum FeedFault
{
    /// <summary>The element is no object with fields.</summary>
    NotAnEvent,

    /// <summary>A field holds something else than text or a number.</summary>
    WrongType,

    ArticleMissing,

    /// <summary>No S10 number: wrong length, letters or digits.</summary>
    ArticleMalformed,

    /// <summary>The form is right, the check digit is not.</summary>
    CheckDigit,

    /// <summary>The number belongs to the test mode.</summary>
    TestArticle,

    /// <summary>The portal holds no shipment with this number.</summary>
    UnknownArticle,

    CodeMissing,

    CodeTooLong,

    TimeMissing,

    /// <summary>No date and time that can be read.</summary>
    TimeUnreadable,

    /// <summary>More than a day from now.</summary>
    TimeInFuture,

    /// <summary>Before the year 2000.</summary>
    TimeTooOld,

    OfficeTooLong,
}

/// <summary>One event that was not taken, and why.</summary>
/// <param name="Index">Its place in the feed, from 0.</param>
/// <param name="Article">The number as it was sent.</param>
/// <param name="Code">The event code as it was sent.</param>
/// <param name="Fault">Why.</param>
/// <param name="Field">The field with the wrong type, if that was it.</param>
public sealed record RejectedEvent(int Index, string? Article, string? Code, FeedFault Fault, string? Field = null);
