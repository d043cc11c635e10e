using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class PickupRepeatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Monday = new(2026, 11, 23);

    [Fact]
    public void Include_EachWeekday_IsMondayToFriday() =>
        Assert.Equal([true, true, true, true, true, false, false], Enumerable.Range(0, 7).Select(i => PickupWeekdays.EachWeekday.Include(Monday.AddDays(i))));

    [Fact]
    public void Include_Single_IsThatDayOnly()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal([i], Enumerable.Range(0, 7).Where(day => PickupWeekdaysReading.Single[i].Include(Monday.AddDays(day))));
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(-1, false)]
    public void Begin_Weekdays_AreCheckedFirst(int weekdays, bool sound)
    {
        Assert.Equal(sound, ((PickupWeekdays)weekdays).IsSound());
        if (!sound) Assert.Throws<DomainRuleException>(() => Begin((PickupWeekdays)weekdays));
    }

    [Fact]
    public void Steps_PausedResumedEnded_OnlyWhereTheyArePossible()
    {
        var repeat = Begin(PickupWeekdays.EachWeekday);
        Assert.Throws<DomainRuleException>(() => repeat.Resume(Now));
        repeat.Pause(Now);
        Assert.Throws<DomainRuleException>(() => repeat.Pause(Now));
        repeat.Resume(Now);
        Assert.Equal(PickupRepeatState.Active, repeat.State);
        repeat.End(Now);
        Assert.Throws<DomainRuleException>(() => repeat.End(Now));
        Assert.Throws<DomainRuleException>(() => repeat.Resume(Now));
    }

    private static PickupRepeat Begin(PickupWeekdays weekdays) =>
        PickupRepeat.Begin(Guid.CreateVersion7(Now), SellerId.New(Now), weekdays, PickupSlot.Afternoon, location: null, Guid.CreateVersion7(Now), Now);
}
