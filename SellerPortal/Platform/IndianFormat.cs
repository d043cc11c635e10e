using System.Globalization;
using System.Resources;
using SellerPortal.Domain.Values;
using SellerPortal.Resources;

namespace SellerPortal.Platform;

/// <summary>
/// Numbers, money, weights, dates and times as people in India read them, in the current language. The grouping and
/// the names come from the portal itself, so a machine without or with other culture data prints the same.
/// </summary>
public static class IndianFormat
{
    private static readonly ResourceManager Words = new(typeof(SharedTexts));

    private static readonly NumberFormatInfo Grouping = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSizes = [3, 2],
        NumberGroupSeparator = ",",
        NumberDecimalSeparator = ".",
        NumberNegativePattern = 1,
        NegativeSign = "−",
    });

    /// <summary>A count: 1,65,625.</summary>
    public static string Number(long value) => value.ToString("N0", Grouping);

    /// <summary>An amount with its sign: ₹1,18,420, and ₹94.50 only when there are paise.</summary>
    public static string Money(Money amount) => WithSign(amount, amount.Paise % 100 == 0 ? "N0" : "N2");

    /// <summary>An amount with its sign and always two decimals: ₹228.00.</summary>
    public static string MoneyExact(Money amount) => WithSign(amount, "N2");

    /// <summary>An amount for a table column, without the sign and always with two decimals: 228.00.</summary>
    public static string Amount(Money amount) => amount.Rupees.ToString("N2", Grouping);

    /// <summary>A weight in grams: 1,440 g.</summary>
    public static string Grams(int grams) => Text("GramsFormat", Number(grams));

    /// <summary>A weight in grams: 1,440 g.</summary>
    public static string Grams(Weight weight) => Grams(weight.Grams);

    /// <summary>A weight in kilograms with as many decimals as it needs: 2.5 kg.</summary>
    public static string Kilograms(int grams) => Text("KilogramsFormat", (grams / 1000m).ToString("#,##0.###", Grouping));

    /// <summary>A distance: 1,042 km.</summary>
    public static string Kilometres(int kilometres) => Text("KilometresFormat", Number(kilometres));

    /// <summary>The instant on the clock in India.</summary>
    public static DateTimeOffset ToIst(DateTimeOffset instant) => instant.ToOffset(IndianTime.Offset);

    /// <summary>The calendar day in India at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => IndianTime.DayOf(instant);

    /// <summary>A day near today: Fri 27 Nov.</summary>
    public static string Date(DateOnly day) => $"{WeekdayAndDay(day)} {Month(day)}";

    /// <summary>The day in India at an instant: Fri 27 Nov.</summary>
    public static string Date(DateTimeOffset instant) => Date(DayOf(instant));

    /// <summary>A day that may be far away: 1 Aug 2026.</summary>
    public static string DateWithYear(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Month(day)} {day.Year}");

    /// <summary>The day in India at an instant, with its year: 1 Aug 2026.</summary>
    public static string DateWithYear(DateTimeOffset instant) => DateWithYear(DayOf(instant));

    /// <summary>The month of a day: Nov 2026.</summary>
    public static string MonthAndYear(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{Month(day)} {day.Year}");

    /// <summary>Two days as one span: Fri 27 – Sat 28 Nov, or Mon 30 Nov – Tue 1 Dec.</summary>
    public static string DateRange(DateOnly from, DateOnly to)
    {
        if (from == to) return Date(from);
        return from.Month == to.Month && from.Year == to.Year
            ? $"{WeekdayAndDay(from)} – {Date(to)}"
            : $"{Date(from)} – {Date(to)}";
    }

    /// <summary>The time in India: 11:42.</summary>
    public static string Time(DateTimeOffset instant) => ToIst(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time in India: Fri 27 Nov 11:42.</summary>
    public static string DateAndTime(DateTimeOffset instant) => $"{Date(instant)} {Time(instant)}";

    /// <summary>Day and time as seen from now: Today 09:12, Yesterday 21:40, Fri 20 Nov 18:05, or 3 Dec 2025 11:00.</summary>
    public static string Moment(DateTimeOffset instant, DateTimeOffset now)
    {
        var days = DayOf(now).DayNumber - DayOf(instant).DayNumber;
        var day = days switch
        {
            0 => Text("Today"),
            1 => Text("Yesterday"),
            > 180 or < -180 => DateWithYear(instant),
            _ => Date(instant),
        };
        return $"{day} {Time(instant)}";
    }

    /// <summary>How long ago: just now, 5 min ago, 2 h ago, 3 days ago. An instant ahead of the clock is just now.</summary>
    public static string Age(DateTimeOffset instant, DateTimeOffset now)
    {
        var age = now - instant;
        if (age < TimeSpan.FromMinutes(1)) return Text("AgeNow");
        if (age < TimeSpan.FromHours(1)) return Text("AgeMinutes", (int)age.TotalMinutes);
        if (age < TimeSpan.FromDays(1)) return Text("AgeHours", (int)age.TotalHours);
        var days = (int)age.TotalDays;
        return days == 1 ? Text("AgeOneDay") : Text("AgeDays", Number(days));
    }

    private static string WithSign(Money amount, string format) =>
        $"{(amount.Paise < 0 ? Grouping.NegativeSign : "")}₹{Math.Abs(amount.Rupees).ToString(format, Grouping)}";

    private static string WeekdayAndDay(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Text("WeekdaysShort").Split('|')[(int)day.DayOfWeek]} {day.Day}");

    private static string Month(DateOnly day) => Text("MonthsShort").Split('|')[day.Month - 1];

    private static string Text(string key, params ReadOnlySpan<object?> values)
    {
        var text = Words.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new InvalidOperationException($"The shared texts have no {key}.");
        return values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
