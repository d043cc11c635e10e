using System.Collections.Frozen;

namespace SellerPortal.Domain.Pickups;

/// <summary>
/// The days on which the post works: every day but Sundays, the three national holidays (26 January, 15 August,
/// 2 October) and the postal holidays handed in.
/// </summary>
public sealed class PostalCalendar(IEnumerable<DateOnly> holidays)
{
    private readonly FrozenSet<int> _holidays = holidays.Select(day => day.DayNumber).ToFrozenSet();

    /// <summary>Sundays and the national holidays, no others.</summary>
    public static PostalCalendar Plain { get; } = new([]);

    /// <summary>True when articles are carried and delivered on this day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek != DayOfWeek.Sunday && !IsNationalHoliday(day) && !_holidays.Contains(day.DayNumber);

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The working day that comes <paramref name="count"/> working days after <paramref name="day"/>.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        for (; count > 0; count--) day = WorkingDayFrom(day.AddDays(1));
        return day;
    }

    private static bool IsNationalHoliday(DateOnly day) => (day.Month, day.Day) is (1, 26) or (8, 15) or (10, 2);
}
