using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class DeliveryInstructionsTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Thursday = new(2026, 11, 26);

    [Theory]
    [InlineData(ShipmentStatus.AttemptFailed, 1, null)]
    [InlineData(ShipmentStatus.OnHold, 1, null)]
    [InlineData(ShipmentStatus.InTransit, 1, InstructionRefusal.Travelling)]
    [InlineData(ShipmentStatus.InTransit, -1, null)]
    [InlineData(ShipmentStatus.OutForDelivery, 1, InstructionRefusal.Travelling)]
    [InlineData(ShipmentStatus.OutForDelivery, -1, null)]
    [InlineData(ShipmentStatus.Redirected, -1, null)]
    [InlineData(ShipmentStatus.Booked, -1, null)]
    [InlineData(ShipmentStatus.Booked, null, InstructionRefusal.NotHandedOver)]
    [InlineData(ShipmentStatus.Delivered, -1, InstructionRefusal.Delivered)]
    [InlineData(ShipmentStatus.Returning, -1, InstructionRefusal.Returning)]
    [InlineData(ShipmentStatus.Returned, -1, InstructionRefusal.Returned)]
    [InlineData(ShipmentStatus.Cancelled, null, InstructionRefusal.Cancelled)]
    public void WhyNot_StatusAndSilence_FollowTheTable(ShipmentStatus status, int? scannedHoursAfter, InstructionRefusal? expected)
    {
        var scan = scannedHoursAfter is { } hours ? Since.AddHours(hours) : (DateTimeOffset?)null;
        Assert.Equal(expected, DeliveryInstructions.WhyNot(status, scan, recalled: false, Since));
        if (expected is null) Assert.Equal(InstructionRefusal.RecallRequested, DeliveryInstructions.WhyNot(status, scan, recalled: true, Since));
    }

    [Theory]
    [InlineData(null, InstructionFault.DayMissing)]
    [InlineData(-1, InstructionFault.DayPast)]
    [InlineData(0, InstructionFault.DayPast)]
    [InlineData(1, null)]
    [InlineData(2, InstructionFault.DayWithoutDelivery)] // a postal holiday
    [InlineData(3, InstructionFault.DayWithoutDelivery)] // Sunday
    [InlineData(7, null)]
    [InlineData(8, InstructionFault.DayTooFar)]
    public void DayFault_DaysAhead_AreJudged(int? ahead, InstructionFault? expected)
    {
        var calendar = new PostalCalendar([Thursday.AddDays(2)]);
        Assert.Equal(expected, DeliveryInstructions.DayFault(ahead is { } days ? Thursday.AddDays(days) : null, Thursday, keptUntil: null, calendar));
    }

    [Fact]
    public void Days_Offered_AreThoseThatAreTaken()
    {
        var calendar = new PostalCalendar([Thursday.AddDays(2)]);
        var days = DeliveryInstructions.Days(Thursday, keptUntil: null, calendar);
        Assert.Equal(5, days.Count);
        Assert.All(days, day => Assert.Null(DeliveryInstructions.DayFault(day, Thursday, keptUntil: null, calendar)));
    }

    [Fact]
    public void Days_OfAnArticleThatIsKept_EndWithItsLastDay()
    {
        var calendar = new PostalCalendar([]);
        Assert.Equal([Thursday.AddDays(1), Thursday.AddDays(2)], DeliveryInstructions.Days(Thursday, Thursday.AddDays(2), calendar));
        Assert.Equal(InstructionFault.DayAfterKept, DeliveryInstructions.DayFault(Thursday.AddDays(4), Thursday, Thursday.AddDays(2), calendar));
        Assert.Empty(DeliveryInstructions.Days(Thursday, Thursday, calendar));
    }
}
