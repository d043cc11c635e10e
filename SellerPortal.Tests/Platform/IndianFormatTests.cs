using System.Globalization;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Tests.Platform;

public sealed class IndianFormatTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 6, 12, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1,000")]
    [InlineData(99_999, "99,999")]
    [InlineData(165_625, "1,65,625")]
    [InlineData(12_345_678, "1,23,45,678")]
    [InlineData(1_234_567_890, "1,23,45,67,890")]
    [InlineData(-118_420, "−1,18,420")]
    public void Number_AnyCount_IsGroupedTheIndianWay(long value, string expected) => Assert.Equal(expected, IndianFormat.Number(value));

    [Theory]
    [InlineData(0, "₹0", "₹0.00", "0.00")]
    [InlineData(11_842_000, "₹1,18,420", "₹1,18,420.00", "1,18,420.00")]
    [InlineData(9_450, "₹94.50", "₹94.50", "94.50")]
    [InlineData(5, "₹0.05", "₹0.05", "0.05")]
    [InlineData(-27_000, "−₹270", "−₹270.00", "−270.00")]
    public void Money_Paise_ShowOnlyWhereTheyMatter(long paise, string money, string exact, string amount)
    {
        var value = new Money(paise);
        Assert.Equal(money, IndianFormat.Money(value));
        Assert.Equal(exact, IndianFormat.MoneyExact(value));
        Assert.Equal(amount, IndianFormat.Amount(value));
    }

    [Theory]
    [InlineData("en-IN", 1_440, "1,440 g", "1.44 kg")]
    [InlineData("en-IN", 2_500, "2,500 g", "2.5 kg")]
    [InlineData("hi-IN", 20_000, "20,000 ग्राम", "20 किग्रा")]
    public void Weight_InALanguage_CarriesItsUnit(string culture, int grams, string expectedGrams, string expectedKilograms) => In(culture, () =>
    {
        Assert.Equal(expectedGrams, IndianFormat.Grams(grams));
        Assert.Equal(expectedGrams, IndianFormat.Grams(new Weight(grams)));
        Assert.Equal(expectedKilograms, IndianFormat.Kilograms(grams));
    });

    [Theory]
    [InlineData("en-IN", "2026-11-27", "2026-11-27", "Fri 27 Nov")]
    [InlineData("en-IN", "2026-11-27", "2026-11-28", "Fri 27 – Sat 28 Nov")]
    [InlineData("en-IN", "2026-11-30", "2026-12-01", "Mon 30 Nov – Tue 1 Dec")]
    [InlineData("en-IN", "2026-12-31", "2027-01-02", "Thu 31 Dec – Sat 2 Jan")]
    [InlineData("hi-IN", "2026-11-27", "2026-11-27", "शुक्र 27 नव॰")]
    [InlineData("hi-IN", "2026-11-27", "2026-11-28", "शुक्र 27 – शनि 28 नव॰")]
    public void DateRange_TwoDays_ReadsAsOneSpan(string culture, string from, string to, string expected) => In(culture, () =>
        Assert.Equal(expected, IndianFormat.DateRange(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2026-11-26T18:29:59Z", "23:59", "Thu 26 Nov")]
    [InlineData("2026-11-26T18:30:00Z", "00:00", "Fri 27 Nov")]
    [InlineData("2026-11-27T06:12:00+00:00", "11:42", "Fri 27 Nov")]
    public void TimeAndDate_AtTheEdgeOfADay_AreThoseOfIndia(string instant, string time, string date) => In("en-IN", () =>
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        Assert.Equal(time, IndianFormat.Time(at));
        Assert.Equal(date, IndianFormat.Date(at));
    });

    [Theory]
    [InlineData("en-IN", 150, "Today 09:12")]
    [InlineData("en-IN", 842, "Yesterday 21:40")]
    [InlineData("en-IN", 3 * 1440, "Tue 24 Nov 11:42")]
    [InlineData("en-IN", 400 * 1440, "23 Oct 2025 11:42")]
    [InlineData("hi-IN", 150, "आज 09:12")]
    public void Moment_MinutesAgo_IsNamedAsSeenFromNow(string culture, int minutes, string expected) =>
        In(culture, () => Assert.Equal(expected, IndianFormat.Moment(Now.AddMinutes(-minutes), Now)));

    [Theory]
    [InlineData("en-IN", -3_600, "just now")]
    [InlineData("en-IN", 59, "just now")]
    [InlineData("en-IN", 60, "1 min ago")]
    [InlineData("en-IN", 3_599, "59 min ago")]
    [InlineData("en-IN", 7_200, "2 h ago")]
    [InlineData("en-IN", 86_400, "1 day ago")]
    [InlineData("en-IN", 3 * 86_400, "3 days ago")]
    [InlineData("hi-IN", 7_200, "2 घंटे पहले")]
    public void Age_Seconds_AreRoundedDownToTheLargestUnit(string culture, int seconds, string expected) =>
        In(culture, () => Assert.Equal(expected, IndianFormat.Age(Now.AddSeconds(-seconds), Now)));

    private static void In(string culture, Action act)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
