using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class ShipmentEditsTests
{
    private static readonly SellerId Seller = SellerId.New(TestShipments.BookedAt);

    [Theory]
    [InlineData(EditStage.BeforeHandOver, "Address,Contact,References,Contents")]
    [InlineData(EditStage.OnItsWay, "Contact,References")]
    [InlineData(EditStage.AtTheDoor, "References")]
    [InlineData(EditStage.Ended, "")]
    public void May_AtAStage_IsWhatTheTableSays(EditStage stage, string parts) =>
        Assert.Equal(parts, string.Join(',', Enum.GetValues<EditablePart>().Where(part => ShipmentEdits.May(part, stage))));

    [Fact]
    public void StageOf_EveryStatus_IsKnown()
    {
        Assert.All(Enum.GetValues<ShipmentStatus>(), status => Assert.True(Enum.IsDefined(ShipmentEdits.StageOf(status, handedOver: true))));
        Assert.Equal(EditStage.BeforeHandOver, ShipmentEdits.StageOf(ShipmentStatus.Booked, handedOver: false));
        Assert.Equal(EditStage.OnItsWay, ShipmentEdits.StageOf(ShipmentStatus.Booked, handedOver: true));
    }

    [Fact]
    public void Change_AnotherPincode_IsRefused()
    {
        var shipment = TestShipments.New(Seller);
        var facts = shipment.EditableFacts with { Consignee = shipment.Consignee with { Pincode = TestSellers.Address("482001").Pincode } };
        Assert.Equal("shipment.other_pincode", Assert.Throws<DomainRuleException>(() => shipment.Change(facts)).Code);
    }

    [Fact]
    public void Change_OfACancelledParcel_IsRefused()
    {
        var shipment = TestShipments.New(Seller);
        shipment.Cancel(SellerPortal.Domain.Values.Money.Zero, TestShipments.BookedAt);
        Assert.Equal("shipment.too_late", Assert.Throws<DomainRuleException>(() => shipment.Change(shipment.EditableFacts with { Contents = "Other" })).Code);
        Assert.Empty(shipment.Change(shipment.EditableFacts));
    }
}
