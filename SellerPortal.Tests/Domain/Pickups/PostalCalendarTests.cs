using SellerPortal.Domain.Pickups;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class PostalCalendarTests
{
    private readonly PostalCalendar _calendar = new([new DateOnly(2026, 11, 24)]);

    [Theory]
    [InlineData(2026, 11, 22, false)]
    [InlineData(2026, 11, 23, true)]
    [InlineData(2026, 11, 24, false)]
    [InlineData(2026, 11, 28, true)]
    [InlineData(2027, 1, 26, false)]
    [InlineData(2028, 8, 15, false)]
    [InlineData(2029, 10, 2, false)]
    public void IsWorkingDay_Day_KnowsSundaysAndHolidays(int year, int month, int day, bool working) =>
        Assert.Equal(working, _calendar.IsWorkingDay(new DateOnly(year, month, day)));

    [Fact]
    public void AddWorkingDays_OverHolidayAndSunday_SkipsBoth()
    {
        var monday = new DateOnly(2026, 11, 23);
        Assert.Equal(new DateOnly(2026, 11, 25), _calendar.AddWorkingDays(monday, 1));
        Assert.Equal(new DateOnly(2026, 11, 30), _calendar.AddWorkingDays(monday, 5));
        Assert.Equal(monday, _calendar.AddWorkingDays(monday, 0));
    }

    [Fact]
    public void AddWorkingDays_Negative_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _calendar.AddWorkingDays(new DateOnly(2026, 11, 23), -1));
}
