using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class ShipmentActsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    /// <summary>Every status, and what forbids a cancellation, a first recall, a recall of what was out, and a second recall.</summary>
    public static TheoryData<ShipmentStatus, ActRefusal?, ActRefusal?, ActRefusal?, ActRefusal?> Table { get; } = new()
    {
        { ShipmentStatus.Booked, null, ActRefusal.NotDispatched, ActRefusal.NotDispatched, ActRefusal.NotDispatched },
        { ShipmentStatus.InTransit, ActRefusal.Dispatched, null, ActRefusal.OutForDelivery, ActRefusal.RecallRequested },
        { ShipmentStatus.OnHold, ActRefusal.Dispatched, null, ActRefusal.OutForDelivery, ActRefusal.RecallRequested },
        { ShipmentStatus.Redirected, ActRefusal.Dispatched, null, ActRefusal.OutForDelivery, ActRefusal.RecallRequested },
        { ShipmentStatus.OutForDelivery, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery },
        { ShipmentStatus.AttemptFailed, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery, ActRefusal.OutForDelivery },
        { ShipmentStatus.Delivered, ActRefusal.Delivered, ActRefusal.Delivered, ActRefusal.Delivered, ActRefusal.Delivered },
        { ShipmentStatus.Returning, ActRefusal.Returning, ActRefusal.Returning, ActRefusal.Returning, ActRefusal.Returning },
        { ShipmentStatus.Returned, ActRefusal.Returned, ActRefusal.Returned, ActRefusal.Returned, ActRefusal.Returned },
        { ShipmentStatus.Cancelled, ActRefusal.Cancelled, ActRefusal.Cancelled, ActRefusal.Cancelled, ActRefusal.Cancelled },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void WhyNot_EveryStatus_SaysWhatForbidsIt(ShipmentStatus status, ActRefusal? cancel, ActRefusal? recall, ActRefusal? recallAfterOut, ActRefusal? recallAgain)
    {
        Assert.Equal(cancel, ShipmentActs.WhyNot(ShipmentAct.Cancel, status, wasOut: false, recalled: false));
        Assert.Equal(recall, ShipmentActs.WhyNot(ShipmentAct.Recall, status, wasOut: false, recalled: false));
        Assert.Equal(recallAfterOut, ShipmentActs.WhyNot(ShipmentAct.Recall, status, wasOut: true, recalled: false));
        Assert.Equal(recallAgain, ShipmentActs.WhyNot(ShipmentAct.Recall, status, wasOut: false, recalled: true));
    }

    [Fact]
    public void Table_EveryStatus_HasALine() =>
        Assert.Equal(Enum.GetValues<ShipmentStatus>().Order(), Table.Select(row => row.Data.Item1).Order());

    [Fact]
    public void Cancel_Twice_Throws()
    {
        var shipment = TestShipments.New(SellerId.New(Now));
        shipment.Cancel(Money.FromRupees(270), Now);
        Assert.Equal((ShipmentStatus.Cancelled, Now, Money.FromRupees(270)), (shipment.Status, shipment.StatusAt, shipment.Refund));
        Assert.Equal("shipment.cancel_cancelled", Assert.Throws<DomainRuleException>(() => shipment.Cancel(Money.Zero, Now)).Code);
    }

    [Fact]
    public void Recall_BeforeDispatch_Throws()
    {
        var shipment = TestShipments.New(SellerId.New(Now));
        Assert.Equal("shipment.recall_notdispatched", Assert.Throws<DomainRuleException>(() => shipment.RequestRecall(Money.FromRupees(6), wasOut: false, Now)).Code);
    }
}
