using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The sentences of the pages of failed deliveries.</summary>
internal static class FailureWords
{
    /// <summary>Why the parcel is on the list.</summary>
    public static string Why(IStringLocalizer<FailedDeliveriesTexts> texts, FailureRow row, DateTimeOffset now) => row.Status switch
    {
        ShipmentStatus.AttemptFailed => row.Reason is { } reason ? PostWords.Reason(reason) : texts["NoReason"],
        ShipmentStatus.OnHold => string.IsNullOrEmpty(row.Remark) ? texts["HeldNoRemark"] : texts["HeldBecause", row.Remark],
        _ when row.LastScanAt is { } at && row.LastScanCode is { } code => texts["LastSeen", PostWords.Scan(code, row.LastScan), IndianFormat.Age(at, now)],
        _ => row.HandedOverAt is { } since ? texts["HandedOver", IndianFormat.Age(since, now)] : texts["NeverSeen"],
    };

    /// <summary>What happens when nothing is done.</summary>
    public static string Next(IStringLocalizer<FailedDeliveriesTexts> texts, FailureRow row, DateTimeOffset now)
    {
        if (row.After is { } after)
        {
            var words = PostWords.Next(after.Consequence) ?? texts["NextUnstated"];
            return after.NextAttemptOn is { } day && day >= IndianFormat.DayOf(now) ? $"{words} ({IndianFormat.Date(day)})" : words;
        }

        return texts[row.Status == ShipmentStatus.OnHold ? "NextHeld" : "NextSilent"];
    }

    /// <summary>Until when an instruction helps.</summary>
    public static string Deadline(IStringLocalizer<FailedDeliveriesTexts> texts, FailureRow row, DateTimeOffset now) => row.After switch
    {
        { Consequence: NonDeliveryConsequence.ReturnedToSender } => texts["ReturnedAtOnce"],
        { KeptUntil: { } day } when day < IndianFormat.DayOf(now) => texts["WasKeptUntil", IndianFormat.Date(day)],
        { KeptUntil: { } day } => texts["KeptUntil", IndianFormat.Date(day)],
        _ => texts["NoDeadline"],
    };

    /// <summary>What an instruction asks for, in one line.</summary>
    public static string Asked(IStringLocalizer<FailedDeliveriesTexts> texts, DeliveryInstruction instruction) =>
        instruction.DeliverOn is { } day ? texts["AskedDeliverAgain", IndianFormat.Date(day)] : texts[$"Asked{instruction.Kind}"];

    /// <summary>Where an instruction stands.</summary>
    public static string Outcome(IStringLocalizer<FailedDeliveriesTexts> texts, DeliveryInstruction instruction, DateTimeOffset now) => instruction switch
    {
        _ when instruction.IsOverdue(IndianFormat.DayOf(now)) => texts["DayPassed"],
        { Outcome: { } outcome, ClosedAt: { } at } => texts["OutcomeAt", texts[$"Outcome{outcome}"], IndianFormat.DateAndTime(at)],
        { Deadline: { } day } => texts["OpenUntil", IndianFormat.Date(day)],
        _ => texts["Open"],
    };
}
