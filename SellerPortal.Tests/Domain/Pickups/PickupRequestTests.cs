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
        ["Reschedule"] = pickup => pickup.Reschedule(new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning), agent: null, By, Now),
        ["Cancel"] = pickup => pickup.Cancel("Not packed", By, Now),
        ["NameAgent"] = pickup => pickup.NameAgent(TestAgents.New(), By, Now),
    };

    [Theory]
    [InlineData(PickupState.Requested, "Confirm Reschedule Cancel NameAgent")]
    [InlineData(PickupState.Confirmed, "SendOut Fail Reschedule Cancel NameAgent")]
    [InlineData(PickupState.OutForPickup, "PickUp Fail NameAgent")]
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
        pickup.Reschedule(new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning), agent: null, By, Now.AddDays(1));
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

    [Fact]
    public void NameAgent_OfTheOffice_CopiesNameAndNumberAndLeavesTheState()
    {
        var pickup = In(PickupState.Confirmed);
        var agent = TestAgents.New("Ramesh Kori", "9826010101");
        pickup.NameAgent(agent, By, Now.AddHours(1));
        Assert.Equal((agent.Id, "Ramesh Kori", "9826010101"), (pickup.AgentId, pickup.AgentName, pickup.AgentMobile?.Value));
        Assert.Equal((PickupState.Confirmed, Now), (pickup.State, pickup.StateAt));
        var step = pickup.Steps[^1];
        Assert.Equal((PickupStepKind.AgentNamed, "Ramesh Kori", Now.AddHours(1), 3), (step.Kind, step.Note, step.At, step.Sequence));
    }

    [Fact]
    public void Agent_WhoIsNotSentByTheOffice_IsRefusedEverywhere()
    {
        var left = TestAgents.New();
        left.LetGo(Now);
        foreach (var agent in new[] { left, TestAgents.New(pincode: "492001") })
        {
            var pickup = In(PickupState.Requested);
            Assert.Equal("pickup.agent_elsewhere", Assert.Throws<DomainRuleException>(() => pickup.NameAgent(agent, By, Now)).Code);
            Assert.Equal("pickup.agent_elsewhere", Assert.Throws<DomainRuleException>(() => pickup.Reschedule(new PickupTime(new DateOnly(2026, 11, 25), PickupSlot.Morning), agent, By, Now)).Code);
            Assert.Throws<DomainRuleException>(() => In(PickupState.Requested, agent));
            Assert.Equal((null, 1, new DateOnly(2026, 11, 23)), (pickup.AgentId, pickup.StepCount, pickup.Day));
        }
    }

    [Fact]
    public void Agent_InTheTestMode_IsNobody()
    {
        var twin = SellerId.New(Now).Twin;
        Assert.Throws<DomainRuleException>(() => In(PickupState.Requested, TestAgents.New(), twin));
        var pickup = In(PickupState.Requested, seller: twin);
        Assert.False(pickup.MayNameAgent);
        Assert.Throws<DomainRuleException>(() => pickup.NameAgent(TestAgents.New(), By, Now));
    }

    private static PickupRequest In(PickupState state, PickupAgent? agent = null, SellerId? seller = null)
    {
        var pickup = PickupRequest.Request(
            new NewPickup
            {
                SellerId = seller ?? SellerId.New(Now),
                Agent = agent,
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
