using CsCheck;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class PickupPlanTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.FromMinutes(330));

    [Theory]
    [InlineData(8, 0, PickupSlot.Morning, null)]
    [InlineData(8, 1, PickupSlot.Morning, PickupRefusal.AfterCutOff)]
    [InlineData(8, 59, PickupSlot.Morning, PickupRefusal.AfterCutOff)]
    [InlineData(9, 0, PickupSlot.Morning, PickupRefusal.Past)]
    [InlineData(13, 0, PickupSlot.Afternoon, null)]
    [InlineData(13, 1, PickupSlot.Afternoon, PickupRefusal.AfterCutOff)]
    [InlineData(14, 0, PickupSlot.Afternoon, PickupRefusal.Past)]
    [InlineData(16, 0, PickupSlot.Evening, null)]
    [InlineData(17, 0, PickupSlot.Evening, PickupRefusal.Past)]
    [InlineData(23, 59, PickupSlot.Evening, PickupRefusal.Past)]
    public void WhyNot_Today_KnowsCutOffAndBeginning(int hour, int minute, PickupSlot slot, PickupRefusal? reason) =>
        Assert.Equal(reason, PlanAt(new DateTimeOffset(2026, 11, 23, hour, minute, 0, TimeSpan.FromMinutes(330))).WhyNot(new PickupTime(Monday, slot)));

    [Fact]
    public void Today_ShortlyAfterMidnightInIndia_IsTheNewDay() =>
        Assert.Equal(Monday, PlanAt(new DateTimeOffset(2026, 11, 22, 18, 31, 0, TimeSpan.Zero)).Today);

    [Fact]
    public void WhyNot_ClosedOrFarDays_SaysWhich()
    {
        var plan = PlanAt(MondayMorning);
        Assert.Equal(PickupRefusal.Holiday, plan.WhyNot(new PickupTime(Monday.AddDays(1), PickupSlot.Morning)));
        Assert.Equal(PickupRefusal.Sunday, plan.WhyNot(new PickupTime(Monday.AddDays(6), PickupSlot.Evening)));
        Assert.Null(plan.WhyNot(new PickupTime(Monday.AddDays(7), PickupSlot.Evening)));
        Assert.Equal(PickupRefusal.TooFarAhead, plan.WhyNot(new PickupTime(Monday.AddDays(8), PickupSlot.Morning)));
        Assert.Equal(PickupRefusal.Past, plan.WhyNot(new PickupTime(Monday.AddDays(-1), PickupSlot.Evening)));
    }

    [Fact]
    public void NextFrom_LateOrFull_GoesOnToTheNextOrBackToTheFirst()
    {
        var full = new Dictionary<PickupTime, int> { [new(Monday, PickupSlot.Afternoon)] = 20, [new(Monday, PickupSlot.Evening)] = 21 };
        var plan = PlanAt(MondayMorning, full);
        Assert.Equal(new PickupTime(Monday.AddDays(2), PickupSlot.Morning), plan.NextFrom(new PickupTime(Monday, PickupSlot.Afternoon)));
        Assert.Equal(new PickupTime(Monday, PickupSlot.Morning), plan.NextFrom(new PickupTime(Monday.AddDays(30), PickupSlot.Morning)));
    }

    [Fact]
    public void NextFrom_NothingLeft_IsNull()
    {
        var closed = new PostalCalendar(Enumerable.Range(0, 10).Select(Monday.AddDays));
        Assert.Null(new PickupPlan(closed, new PickupRules(), new Dictionary<PickupTime, int>(), MondayMorning).NextFrom(new PickupTime(Monday, PickupSlot.Morning)));
    }

    [Fact]
    public void NextFrom_AnyMomentAndWish_IsPossibleAndTheEarliestFromThere() =>
        Gen.Select(Gen.Int[0, 60 * 24 * 14], Gen.Int[-2, 12], Gen.Enum<PickupSlot>(), Gen.Int[0, 20].Array[24]).Sample((minutes, day, slot, counts) =>
        {
            var now = MondayMorning.AddMinutes(minutes);
            var today = IndianTime.DayOf(now);
            var times = Enumerable.Range(0, 24).Select(i => new PickupTime(today.AddDays(i / 3), (PickupSlot)(i % 3))).ToList();
            var plan = PlanAt(now, times.Zip(counts).ToDictionary(pair => pair.First, pair => pair.Second));
            var wanted = new PickupTime(today.AddDays(day), slot);
            var possible = times.Where(time => plan.WhyNot(time) is null).ToList();
            var later = possible.Where(time => time.CompareTo(wanted) >= 0).ToList();
            PickupTime? expected = later.Count > 0 ? later[0] : possible.Count > 0 ? possible[0] : null;
            Assert.Equal(expected, plan.NextFrom(wanted));
        });

    [Theory]
    [InlineData(-1, 1, 1, 0, false)]
    [InlineData(0, 0, 1, 0, false)]
    [InlineData(0, 1, 0, 0, false)]
    [InlineData(0, 1, 1, 61, false)]
    [InlineData(1440, 1, 1, 60, true)]
    public void IsSound_Figures_AreWithinTheirLimits(int cutOff, int capacity, int minimum, int days, bool sound) =>
        Assert.Equal(sound, new PickupRules { CutOffMinutes = cutOff, Capacity = capacity, MinimumParcels = minimum, DaysAhead = days }.IsSound);

    private static PickupPlan PlanAt(DateTimeOffset now, Dictionary<PickupTime, int>? taken = null) =>
        new(new PostalCalendar([Monday.AddDays(1)]), new PickupRules(), taken ?? [], now);
}
