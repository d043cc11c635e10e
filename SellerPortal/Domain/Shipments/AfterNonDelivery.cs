using SellerPortal.Domain.Pickups;

namespace SellerPortal.Domain.Shipments;

/// <summary>What becomes of an article after a failed delivery when nobody gives an instruction, and until when one helps.</summary>
/// <param name="Consequence">What the office does.</param>
/// <param name="NextAttemptOn">The day of the next attempt; null when there is none, or its day is the office's to choose.</param>
/// <param name="KeptUntil">The last day at the office of delivery; it is returned after it. Null when it goes on to another office.</param>
public sealed record AfterNonDelivery(NonDeliveryConsequence Consequence, DateOnly? NextAttemptOn, DateOnly? KeptUntil)
{
    /// <summary>How many days an undelivered article is kept (domain facts §8).</summary>
    public const int DaysKept = 7;

    /// <summary>Attempts of the office itself: the first and one more (domain facts §8).</summary>
    public const int Attempts = 2;

    /// <summary>What follows from the latest failed attempt.</summary>
    /// <param name="reason">Why it failed; null when the feed gave no reason.</param>
    /// <param name="failedOn">The day of the attempt in India; the days kept are counted from it.</param>
    /// <param name="attempts">Failed attempts so far, this one among them.</param>
    /// <param name="calendar">The days on which the post delivers.</param>
    public static AfterNonDelivery Of(NonDeliveryReason? reason, DateOnly failedOn, int attempts, PostalCalendar calendar)
    {
        var consequence = reason?.Consequence() ?? NonDeliveryConsequence.Unstated;
        var kept = failedOn.AddDays(DaysKept);
        return consequence switch
        {
            NonDeliveryConsequence.OneMoreAttempt when attempts >= Attempts => new AfterNonDelivery(NonDeliveryConsequence.ReturnedAfterSevenDays, null, kept),
            NonDeliveryConsequence.NextWorkingDay or NonDeliveryConsequence.EnquiryNextWorkingDay => new AfterNonDelivery(consequence, calendar.AddWorkingDays(failedOn, 1), kept),
            NonDeliveryConsequence.RedirectedSameDay => new AfterNonDelivery(consequence, null, null),
            NonDeliveryConsequence.ReturnedToSender => new AfterNonDelivery(consequence, null, failedOn),
            _ => new AfterNonDelivery(consequence, null, kept),
        };
    }
}
