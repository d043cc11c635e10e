using CsCheck;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class ScanStateTests
{
    private static readonly DateTimeOffset Booked = new(2026, 11, 20, 4, 0, 0, TimeSpan.Zero);

    private static readonly ScanState Fresh = new() { Status = ShipmentStatus.Booked, StatusAt = Booked };

    private static readonly (string Code, string Description)[] Kinds =
    [
        ("ITEM_BOOK", "Item Booked"), ("ITEM_BAGGING", "Item bagged"), ("BAG_CLOSE", "Bag closed"), ("BAG_DISPATCH", "Bag Dispatched"),
        ("ITEM_DISPATCH", "Item Dispatched"), ("BAG_OPEN", "Bag opened"), ("ITEM_RECEIVE", "Item received"), ("ITEM_INVOICE", "Taken out for delivery"),
        ("BEAT_DISPATCH", "Taken out for delivery"), ("ITEM_ONHOLD", "Item Kept on Hold"), ("ITEM_NONDELIVER", "Item Not Delivered"),
        ("ITEM_REDIRECT", "Item Redirected"), ("ITEM_RETURN", "Item Returned to Sender"), ("ITEM_DELIVERY", "Item Delivered(Addressee)"),
        ("ITEM_DELIVERY", "Item Delivered(Sender)"), ("ITEM_DELIVERY", ""), ("ITEM_TELEPORT", "Item beamed"),
    ];

    // Few minutes and offices, so that scans of the same minute are common.
    private static readonly Gen<TrackingEvent> Scans =
        from kind in Gen.OneOf(Kinds)
        from minute in Gen.Int[0, 12]
        from office in Gen.OneOf("Jabalpur HO", "Nagpur NSH")
        from reason in Gen.OneOf<NonDeliveryReason?>(null, NonDeliveryReason.DoorLocked, NonDeliveryReason.Refused, NonDeliveryReason.Recalled)
        select Scan(kind.Code, minute, kind.Description, office, reason);

    [Fact]
    public void With_Recalled_TurnsRoundAndEndsReturned()
    {
        var recalled = Fresh.With(Scan("ITEM_RECEIVE", 1, "Item received"))
            .With(Scan("ITEM_NONDELIVER", 2, "Item Recalled", "Nagpur NSH", NonDeliveryReason.Recalled));
        Assert.Equal((ShipmentStatus.Returning, Booked.AddMinutes(2)), (recalled.Status, recalled.StatusAt));
        var travelling = recalled.With(Scan("ITEM_RECEIVE", 3, "Item received"));
        Assert.Equal(ShipmentStatus.Returning, travelling.Status);
        Assert.Equal(ShipmentStatus.Returned, travelling.With(Scan("ITEM_DELIVERY", 4, "Item Delivered(Sender)")).Status);
    }

    [Theory]
    [InlineData("ITEM_BOOK", ShipmentStatus.Booked)]
    [InlineData("BAG_CLOSE", ShipmentStatus.InTransit)]
    [InlineData("BAG_DISPATCH", ShipmentStatus.InTransit)]
    [InlineData("ITEM_DISPATCH", ShipmentStatus.InTransit)]
    [InlineData("ITEM_BAGGING", ShipmentStatus.InTransit)]
    [InlineData("BAG_OPEN", ShipmentStatus.InTransit)]
    [InlineData("ITEM_RECEIVE", ShipmentStatus.InTransit)]
    [InlineData("ITEM_INVOICE", ShipmentStatus.OutForDelivery)]
    [InlineData("BEAT_DISPATCH", ShipmentStatus.OutForDelivery)]
    [InlineData("ITEM_ONHOLD", ShipmentStatus.OnHold)]
    [InlineData("ITEM_NONDELIVER", ShipmentStatus.AttemptFailed)]
    [InlineData("ITEM_REDIRECT", ShipmentStatus.Redirected)]
    [InlineData("ITEM_RETURN", ShipmentStatus.Returning)]
    public void With_OneKnownCode_GivesItsStatus(string code, ShipmentStatus expected)
    {
        var state = Fresh.With(Scan(code, 5, "words"));
        Assert.Equal(expected, state.Status);
        Assert.Equal(Booked.AddMinutes(5), state.StatusAt);
        Assert.Equal("words", state.LastScan);
    }

    [Theory]
    [InlineData("Item Delivered(Addressee)", ShipmentStatus.Delivered)]
    [InlineData("Item Delivered(Sender)", ShipmentStatus.Returned)]
    [InlineData("ITEM DELIVERED (SENDER)", ShipmentStatus.Returned)]
    [InlineData("Item Delivered", ShipmentStatus.Delivered)]
    public void With_Delivery_IsDecidedByItsDescription(string description, ShipmentStatus expected) =>
        Assert.Equal(expected, Fresh.With(Scan("ITEM_DELIVERY", 1, description)).Status);

    [Fact]
    public void With_ScansOnTheWayBack_StaysReturningUntilTheSenderHasIt()
    {
        var state = Fold(Scan("ITEM_RECEIVE", 1), Scan("ITEM_NONDELIVER", 2), Scan("ITEM_RETURN", 3), Scan("BAG_DISPATCH", 4), Scan("ITEM_RECEIVE", 5), Scan("ITEM_INVOICE", 6));
        Assert.Equal(ShipmentStatus.Returning, state.Status);
        Assert.Equal(Booked.AddMinutes(3), state.StatusAt);
        Assert.Equal(Booked.AddMinutes(6), state.LastScanAt);
        Assert.Equal(ShipmentStatus.Returned, state.With(Scan("ITEM_DELIVERY", 7, "Item Delivered(Sender)")).Status);
        Assert.Equal(ShipmentStatus.Returned, state.With(Scan("ITEM_DELIVERY", 7, "")).Status);
    }

    [Fact]
    public void With_ReturnHeardOfLate_TurnsTheLaterScansIntoTheWayBack()
    {
        var state = Fold(Scan("ITEM_NONDELIVER", 2), Scan("ITEM_RECEIVE", 5), Scan("ITEM_RETURN", 3));
        Assert.Equal(ShipmentStatus.Returning, state.Status);
    }

    [Fact]
    public void With_UnknownCode_ChangesNothing() => Assert.Same(Fresh, Fresh.With(Scan("ITEM_TELEPORT", 9)));

    [Fact]
    public void With_AnyScan_LeavesACancelledShipmentCancelled() => Scans.Array[1, 8].Sample(scans =>
    {
        var state = scans.Aggregate(Fresh with { Status = ShipmentStatus.Cancelled }, (before, scan) => before.With(scan));
        return state.Status == ShipmentStatus.Cancelled && state.StatusAt == Booked;
    });

    [Fact]
    public void With_FailedAttempt_KeepsTheReasonUntilTheNextScan()
    {
        var failed = Fresh.With(Scan("ITEM_NONDELIVER", 1, "Item Not Delivered", reason: NonDeliveryReason.DoorLocked));
        Assert.Equal(NonDeliveryReason.DoorLocked, failed.LastScanReason);
        Assert.Null(failed.With(Scan("ITEM_INVOICE", 2)).LastScanReason);
    }

    [Fact]
    public void With_AnyOrderAndAnyRepetition_GivesTheSameState() =>
        Gen.Select(Scans.Array[1, 14], Gen.Int).Sample((scans, seed) =>
        {
            var random = new Random(seed);
            TrackingEvent[] told = [.. scans, .. scans.Where(_ => random.Next(2) == 0)];
            random.Shuffle(told);
            Assert.Equal(Fold(scans), Fold(told));
        });

    [Fact]
    public void With_AnOlderScanThatIsNoReturn_NeverMovesTheStatus() =>
        Gen.Select(Scans.Array[1, 10], Scans).Sample((scans, late) =>
        {
            var before = Fold(scans);
            if (late.Code == "ITEM_DELIVERY" || EventCodes.TurnsBack(late.Code, late.Reason) || !(late.OccurredAt < before.LastScanAt)) return;
            Assert.Equal(before, before.With(late));
        });

    [Fact]
    public void With_AnythingOlderThanAStatedDelivery_StaysDelivered() =>
        Gen.Select(Scans.Array[0, 12], Gen.Bool).Sample((scans, toSender) =>
        {
            var delivery = Scan("ITEM_DELIVERY", 20, toSender ? "Item Delivered(Sender)" : "Item Delivered(Addressee)");
            var expected = toSender ? ShipmentStatus.Returned : ShipmentStatus.Delivered;
            Assert.Equal(expected, Fold([delivery, .. scans]).Status);
            Assert.Equal(expected, Fold([.. scans, delivery]).Status);
        });

    private static ScanState Fold(params IEnumerable<TrackingEvent> scans) => scans.Aggregate(Fresh, (state, scan) => state.With(scan));

    private static TrackingEvent Scan(string code, int minute, string description = "", string office = "Nagpur NSH", NonDeliveryReason? reason = null) => new()
    {
        Article = "EE123456785IN",
        Code = code,
        OccurredAt = Booked.AddMinutes(minute),
        Office = office,
        Description = description,
        Reason = reason,
        RecordedAt = Booked,
    };
}
