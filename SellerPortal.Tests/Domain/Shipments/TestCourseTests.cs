using CsCheck;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Tests.Domain.Shipments;

public sealed class TestCourseTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("ORD-1", "ITEM_BOOK BAG_DISPATCH ITEM_RECEIVE ITEM_INVOICE ITEM_DELIVERY", ShipmentStatus.Delivered)]
    [InlineData("ORD-1-fail", "ITEM_BOOK BAG_DISPATCH ITEM_RECEIVE ITEM_INVOICE ITEM_NONDELIVER ITEM_INVOICE ITEM_DELIVERY", ShipmentStatus.Delivered)]
    [InlineData("ORD-1-RETURN", "ITEM_BOOK BAG_DISPATCH ITEM_RECEIVE ITEM_INVOICE ITEM_NONDELIVER ITEM_RETURN ITEM_DELIVERY", ShipmentStatus.Returned)]
    [InlineData(null, "ITEM_BOOK BAG_DISPATCH ITEM_RECEIVE ITEM_INVOICE ITEM_DELIVERY", ShipmentStatus.Delivered)]
    public void Next_ToTheEnd_IsTheCourseOfTheOrder(string? order, string codes, ShipmentStatus end)
    {
        var (taken, status) = Walk(order, _ => null, recalledAfter: null);
        Assert.Equal(codes, string.Join(' ', taken));
        Assert.Equal(end, status);
    }

    [Fact]
    public void Next_Recalled_ComesBack()
    {
        var (taken, status) = Walk("ORD-1", _ => null, recalledAfter: 3);
        Assert.Equal("ITEM_BOOK BAG_DISPATCH ITEM_RECEIVE ITEM_NONDELIVER ITEM_DELIVERY", string.Join(' ', taken));
        Assert.Equal(ShipmentStatus.Returned, status);
    }

    [Theory]
    [InlineData(InstructionKind.ReturnToSender, ShipmentStatus.Returned)]
    [InlineData(InstructionKind.Redirect, ShipmentStatus.Delivered)]
    [InlineData(InstructionKind.DeliverAgain, ShipmentStatus.Delivered)]
    public void Next_AfterAFailure_FollowsTheInstruction(InstructionKind instruction, ShipmentStatus end) =>
        Assert.Equal(end, Walk("ORD-1-FAIL", status => status == ShipmentStatus.AttemptFailed ? instruction : null, recalledAfter: null).Status);

    [Theory]
    [InlineData(ShipmentStatus.Delivered)]
    [InlineData(ShipmentStatus.Returned)]
    [InlineData(ShipmentStatus.Cancelled)]
    public void Next_AtTheEnd_IsNothing(ShipmentStatus status) => Assert.Null(TestCourse.Next(Parcel(null) with { Status = status }));

    [Fact]
    public void Next_WhateverTheSellerDoes_Ends() =>
        Gen.Select(Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)"A-FAIL"), Gen.Const((string?)"B-RETURN"), Gen.Const((string?)"C")), Gen.OneOf(Gen.Const((InstructionKind?)null), Gen.Enum<InstructionKind>().Select(kind => (InstructionKind?)kind)), Gen.Int[0, 12])
            .Sample((order, instruction, recalled) =>
            {
                var (_, status) = Walk(order, now => now == ShipmentStatus.AttemptFailed ? instruction : null, recalled);
                return status is ShipmentStatus.Delivered or ShipmentStatus.Returned;
            });

    /// <summary>Lets the post's own reading of scans decide the status, as it does for a real parcel.</summary>
    private static (List<string> Codes, ShipmentStatus Status) Walk(string? order, Func<ShipmentStatus, InstructionKind?> instruction, int? recalledAfter)
    {
        var codes = new List<string>();
        var state = new ScanState { Status = ShipmentStatus.Booked, StatusAt = Start };
        var failed = 0;
        for (var i = 0; i < 30; i++)
        {
            // A recall is refused once the parcel was out for delivery.
            var recalled = recalledAfter <= i && recalledAfter < 4;
            var next = TestCourse.Next(Parcel(order) with { Status = state.Status, LastCode = state.LastScanCode, IsRecalled = recalled, FailedAttempts = failed, Instruction = instruction(state.Status) });
            if (next is null) return (codes, state.Status);
            codes.Add(next.Code);
            if (next is { Code: EventCodes.NonDelivery, Reason: not NonDeliveryReason.Recalled }) failed++;
            state = state.With(new TrackingEvent
            {
                Article = "ZB000000005IN",
                Code = next.Code,
                OccurredAt = Start.AddMinutes(i),
                Office = next.Office,
                Description = next.Description,
                Reason = next.Reason,
                RecordedAt = Start,
            });
        }

        throw new InvalidOperationException($"The course does not end: {string.Join(' ', codes)}");
    }

    private static TestParcel Parcel(string? order) => new()
    {
        Status = ShipmentStatus.Booked,
        Order = order,
        BookingOffice = "Jabalpur HO",
        BookingPincode = Pincode.FromNumber(482001),
        DeliveryOffice = "Raipur HO",
        DeliveryPincode = Pincode.FromNumber(492001),
    };
}
