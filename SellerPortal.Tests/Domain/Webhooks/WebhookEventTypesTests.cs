using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Webhooks;

public sealed class WebhookEventTypesTests
{
    [Theory]
    [InlineData(ShipmentStatus.InTransit, ShipmentStatus.Booked, "shipment.status_changed")]
    [InlineData(ShipmentStatus.Delivered, ShipmentStatus.OutForDelivery, "shipment.status_changed shipment.delivered")]
    [InlineData(ShipmentStatus.AttemptFailed, ShipmentStatus.OutForDelivery, "shipment.status_changed shipment.attempt_failed")]
    [InlineData(ShipmentStatus.AttemptFailed, ShipmentStatus.AttemptFailed, "shipment.attempt_failed")]
    [InlineData(ShipmentStatus.Cancelled, ShipmentStatus.Booked, "shipment.status_changed shipment.cancelled")]
    [InlineData(ShipmentStatus.Returned, ShipmentStatus.Returning, "shipment.status_changed shipment.returned")]
    public void Of_ChangeOfAShipment_IsItsKinds(ShipmentStatus status, ShipmentStatus before, string expected)
    {
        var shipment = TestShipments.New(SellerPortal.Domain.SellerId.New(TestShipments.BookedAt));
        typeof(Shipment).GetProperty(nameof(Shipment.Status))!.SetValue(shipment, status);
        Assert.Equal(expected, string.Join(' ', WebhookEventTypes.Of(ShipmentChange.Of(shipment, before, TestShipments.BookedAt))));
    }

    [Fact]
    public void Of_Booking_IsBookedOnly() =>
        Assert.Equal([WebhookEventTypes.ShipmentBooked], WebhookEventTypes.Of(ShipmentChange.Booked(TestShipments.New(SellerPortal.Domain.SellerId.New(TestShipments.BookedAt)))));

    [Fact]
    public void Of_EveryStepOfAPickup_IsAKindThatCanBeChosen() =>
        Assert.All(Enum.GetValues<PickupStepKind>(), step => Assert.Contains(WebhookEventTypes.Of(step), WebhookEventTypes.All));

    [Fact]
    public void All_FitTheirColumns()
    {
        Assert.All(WebhookEventTypes.All, type => Assert.InRange(type.Length, 1, WebhookEventTypes.Longest));
        Assert.InRange(string.Join(' ', WebhookEventTypes.All).Length, 1, WebhookEndpoint.LongestEvents);
    }
}
