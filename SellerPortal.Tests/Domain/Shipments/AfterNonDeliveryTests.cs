using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class AfterNonDeliveryTests
{
    // Friday 27 November 2026; the Saturday after it is a postal holiday here.
    private static readonly DateOnly Friday = new(2026, 11, 27);
    private static readonly PostalCalendar Calendar = new([new DateOnly(2026, 11, 28)]);

    [Theory]
    [InlineData(NonDeliveryReason.DoorLocked, 1, NonDeliveryConsequence.OneMoreAttempt, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.AddresseeAbsent, 1, NonDeliveryConsequence.OneMoreAttempt, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.IntimationDelivered, 2, NonDeliveryConsequence.ReturnedAfterSevenDays, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.DoorLocked, 3, NonDeliveryConsequence.ReturnedAfterSevenDays, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.OfficeClosed, 1, NonDeliveryConsequence.NextWorkingDay, "2026-11-30", "2026-12-04")]
    [InlineData(NonDeliveryReason.LocalHoliday, 4, NonDeliveryConsequence.NextWorkingDay, "2026-11-30", "2026-12-04")]
    [InlineData(NonDeliveryReason.InsufficientAddress, 1, NonDeliveryConsequence.EnquiryNextWorkingDay, "2026-11-30", "2026-12-04")]
    [InlineData(NonDeliveryReason.CannotBeLocated, 1, NonDeliveryConsequence.EnquiryNextWorkingDay, "2026-11-30", "2026-12-04")]
    [InlineData(NonDeliveryReason.Missent, 1, NonDeliveryConsequence.RedirectedSameDay, null, null)]
    [InlineData(NonDeliveryReason.AddresseeMoved, 1, NonDeliveryConsequence.RedirectedSameDay, null, null)]
    [InlineData(NonDeliveryReason.Refused, 1, NonDeliveryConsequence.ReturnedToSender, null, "2026-11-27")]
    [InlineData(NonDeliveryReason.Deceased, 1, NonDeliveryConsequence.ReturnedToSender, null, "2026-11-27")]
    [InlineData(NonDeliveryReason.NoSuchPerson, 1, NonDeliveryConsequence.ReturnedAfterSevenDays, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.Unclaimed, 1, NonDeliveryConsequence.ReturnedAfterSevenDays, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.LeftWithoutInstructions, 1, NonDeliveryConsequence.ReturnedAfterSevenDays, null, "2026-12-04")]
    [InlineData(NonDeliveryReason.Others, 1, NonDeliveryConsequence.Unstated, null, "2026-12-04")]
    [InlineData(null, 1, NonDeliveryConsequence.Unstated, null, "2026-12-04")]
    [InlineData((NonDeliveryReason)99, 1, NonDeliveryConsequence.Unstated, null, "2026-12-04")]
    public void Of_Reason_SaysWhatFollowsAndUntilWhen(NonDeliveryReason? reason, int attempts, NonDeliveryConsequence consequence, string? next, string? kept)
    {
        var after = AfterNonDelivery.Of(reason, Friday, attempts, Calendar);
        Assert.Equal(new AfterNonDelivery(consequence, Day(next), Day(kept)), after);
    }

    [Fact]
    public void Of_EveryReason_HasAnAnswer()
    {
        foreach (var reason in Enum.GetValues<NonDeliveryReason>()) Assert.NotNull(AfterNonDelivery.Of(reason, Friday, 1, Calendar));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
