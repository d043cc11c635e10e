using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class PickupRequestTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly Guid By = Guid.CreateVersion7(Now);

    private static readonly Dictionary<string, Action<PickupRequest>> Acts = new(StringComparer.Ordinal)
    {
        ["Confirm"] = pickup => pickup.Confirm(By, Now),
        ["SendOut"] = pickup => pickup.SendOut(By, Now),
        ["PickUp"] = pickup => pickup.PickUp(By, Now),
        ["Fail"] = pickup => pickup.Fail(PickupFailure.NotReady, null, By, Now),
        ["Reschedule"] = pickup => pickup.Reschedule(new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning), By, Now),
        ["Cancel"] = pickup => pickup.Cancel("Not packed", By, Now),
    };

    [Theory]
    [InlineData(PickupState.Requested, "Confirm Reschedule Cancel")]
    [InlineData(PickupState.Confirmed, "SendOut Fail Reschedule Cancel")]
    [InlineData(PickupState.OutForPickup, "PickUp Fail")]
    [InlineData(PickupState.PickedUp, "")]
    [InlineData(PickupState.Failed, "Reschedule Cancel")]
    [InlineData(PickupState.Cancelled, "")]
    public void Acts_InEachState_OnlyTheseArePossible(PickupState state, string possible)
    {
        foreach (var (name, act) in Acts)
        {
            var pickup = In(state);
            Assert.Equal(state, pickup.State);
            if (possible.Split(' ').Contains(name))
            {
                act(pickup);
                continue;
            }

            var steps = pickup.StepCount;
            var fault = Assert.Throws<DomainRuleException>(() => act(pickup));
            Assert.Equal($"pickup.{name}_{state}".ToLowerInvariant(), fault.Code);
            Assert.Equal((state, steps), (pickup.State, pickup.StepCount));
        }
    }

    [Theory]
    [InlineData(PickupState.Requested, true)]
    [InlineData(PickupState.Confirmed, true)]
    [InlineData(PickupState.OutForPickup, true)]
    [InlineData(PickupState.PickedUp, false)]
    [InlineData(PickupState.Failed, true)]
    [InlineData(PickupState.Cancelled, false)]
    public void Change_OnceItsDayIsOver_IsPossibleForWhateverCameToNothing(PickupState state, bool possible)
    {
        var pickup = In(state);
        var tomorrow = pickup.Day.AddDays(1);
        Assert.Equal((possible, possible, possible), (pickup.CameToNothing(tomorrow), pickup.MayReschedule(tomorrow), pickup.MayCancel(tomorrow)));
        Assert.Equal(state == PickupState.Failed, pickup.CameToNothing(pickup.Day));
    }

    [Fact]
    public void Reschedule_ADayAfterTheAgentSetOut_AsksAnew()
    {
        var pickup = In(PickupState.OutForPickup);
        pickup.Reschedule(new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning), By, Now.AddDays(1));
        Assert.Equal((PickupState.Requested, new DateOnly(2026, 11, 25)), (pickup.State, pickup.Day));
    }

    [Theory]
    [InlineData(0, PickupState.OutForPickup)]
    [InlineData(1, PickupState.Cancelled)]
    public void CountParcels_NoneLeftOfOneWhoseAgentSetOut_EndsItOnceItsDayIsOver(int daysLater, PickupState expected)
    {
        var pickup = In(PickupState.OutForPickup);
        pickup.CountParcels(0, Now.AddDays(daysLater), PickupStepKind.TakenOver);
        Assert.Equal(expected, pickup.State);
    }

    [Fact]
    public void Steps_OfAWholeLife_AreCountedAndTimed()
    {
        var pickup = In(PickupState.PickedUp);
        Assert.Equal([1, 2, 3, 4], pickup.Steps.Select(step => step.Sequence));
        Assert.All(pickup.Steps, step => Assert.Equal((Now, pickup.Day, pickup.Slot), (step.At, step.Day, step.Slot)));
    }

    private static PickupRequest In(PickupState state)
    {
        var pickup = PickupRequest.Request(
            new NewPickup
            {
                SellerId = SellerId.New(Now),
                Key = By,
                Address = TestSellers.Address(),
                Office = RealDirectory.Value.BookingOfficeFor(Pincode.FromNumber(482001))!.Office,
                Time = new PickupTime(new DateOnly(2026, 11, 23), PickupSlot.Afternoon),
            },
            By,
            Now);
        string[] way = state switch
        {
            PickupState.Requested => [],
            PickupState.Confirmed => ["Confirm"],
            PickupState.OutForPickup => ["Confirm", "SendOut"],
            PickupState.PickedUp => ["Confirm", "SendOut", "PickUp"],
            PickupState.Failed => ["Confirm", "SendOut", "Fail"],
            PickupState.Cancelled => ["Cancel"],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
        };
        foreach (var step in way) Acts[step](pickup);
        return pickup;
    }
}
