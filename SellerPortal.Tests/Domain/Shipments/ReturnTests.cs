using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class ReturnTests
{
    private static readonly PostalCalendar Calendar = new([]);

    [Theory]
    [InlineData(ShipmentStatus.Delivered, false, false, null)]
    [InlineData(ShipmentStatus.Delivered, false, true, ReturnRefusal.Booked)]
    [InlineData(ShipmentStatus.Delivered, true, false, ReturnRefusal.IsReturn)]
    [InlineData(ShipmentStatus.AttemptFailed, false, false, ReturnRefusal.NotDelivered)]
    [InlineData(ShipmentStatus.Returned, false, false, ReturnRefusal.NotDelivered)]
    [InlineData(ShipmentStatus.Cancelled, false, false, ReturnRefusal.NotDelivered)]
    public void WhyNot_Shipment_FollowsTheRule(ShipmentStatus status, bool isReturn, bool hasReturn, ReturnRefusal? expected) =>
        Assert.Equal(expected, ReturnRules.WhyNot(status, isReturn, hasReturn));

    [Fact]
    public void Estimate_WayBack_TakesTheWorkingDaysOfTheWayThere()
    {
        // Booked on Monday 23 November for Friday to Saturday: 4 to 5 working days; turned round on Saturday 28 November.
        var (from, to) = ReturnEstimate.Of(new(2026, 11, 23), new(2026, 11, 27), new(2026, 11, 28), new(2026, 11, 28), Calendar)!.Value;
        Assert.Equal((new DateOnly(2026, 12, 3), new DateOnly(2026, 12, 4)), (from, to));
        Assert.Null(ReturnEstimate.Of(new(2026, 11, 23), null, null, new(2026, 11, 28), Calendar));
    }

    [Fact]
    public void CorrectConsignee_OtherPincodeOrEnded_IsRefused()
    {
        var shipment = TestShipments.New(new SellerId(Guid.CreateVersion7()));
        var other = TestSellers.Address("110001");
        Assert.Equal("shipment.other_pincode", Assert.Throws<DomainRuleException>(() => shipment.CorrectConsignee(other)).Code);
        shipment.Cancel(Money.Zero, DateTimeOffset.UnixEpoch);
        Assert.Equal("shipment.ended", Assert.Throws<DomainRuleException>(() => shipment.CorrectConsignee(shipment.Consignee)).Code);
    }
}
