using CsCheck;
using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Manifests;

namespace SellerPortal.Tests.Domain.Manifests;

public sealed class ManifestNumberTests
{
    private static readonly Gen<string> Numbers =
        Gen.Select(Gen.Int[1, ManifestNumber.HighestSequence], Gen.Int[0, 5_000]).Select(made => ManifestNumber.Of(new DateOnly(2026, 11, 23).AddDays(made.Item2), made.Item1));

    [Fact]
    public void Of_ADayAndACount_SaysBoth()
    {
        var number = ManifestNumber.Of(new DateOnly(2026, 11, 23), 17);
        Assert.StartsWith("MF2611230017", number, StringComparison.Ordinal);
        Assert.Equal(ManifestNumber.Length, number.Length);
        Assert.Equal($"MF 261123 0017 {number[^1]}", ManifestNumber.Spaced(number));
        Assert.False(ArticleNumber.TryParse(number, out _));
    }

    [Fact]
    public void IsValid_EveryNumberMade_IsTrue() => Numbers.Sample(number => ManifestNumber.IsValid(number));

    [Fact]
    public void IsValid_OneDigitWrong_IsFalse() =>
        Gen.Select(Numbers, Gen.Int[2, ManifestNumber.Length - 1], Gen.Int[1, 9]).Sample((number, place, shift) =>
        {
            var wrong = number.ToCharArray();
            wrong[place] = (char)('0' + ((wrong[place] - '0' + shift) % 10));
            return !ManifestNumber.IsValid(wrong);
        });

    [Theory]
    [InlineData("")]
    [InlineData("MF26112300171234")]
    [InlineData("XX2611230017")]
    [InlineData("EE123456785IN")]
    public void IsValid_SomethingElse_IsFalse(string text) => Assert.False(ManifestNumber.IsValid(text));

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Of_ACountThatDoesNotFit_IsRefused(int sequence) =>
        Assert.Throws<DomainRuleException>(() => ManifestNumber.Of(new DateOnly(2026, 11, 23), sequence));

    [Theory]
    [InlineData("2026-11-23T18:28:59Z", "2026-11-23")]
    [InlineData("2026-11-23T18:29:00Z", "2026-11-24")]
    [InlineData("2026-11-22T18:29:00Z", "2026-11-23")]
    public void Day_EndsAMinuteBeforeMidnightInIndia(string instant, string day)
    {
        var expected = DateOnly.Parse(day, null);
        Assert.Equal(expected, ManifestDay.Of(DateTimeOffset.Parse(instant, null)));
        Assert.Equal(expected.AddDays(1), ManifestDay.Of(ManifestDay.EndOf(expected)));
    }
}
