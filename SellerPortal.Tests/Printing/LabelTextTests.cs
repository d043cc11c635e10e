using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;

namespace SellerPortal.Tests.Printing;

public sealed class LabelTextTests
{
    [Theory]
    [InlineData(13100, "₹131")]
    [InlineData(11842050, "₹1,18,420.50")]
    [InlineData(0, "₹0")]
    public void Of_Money_GroupsTheIndianWay(long paise, string expected) => Assert.Equal(expected, LabelText.Of(new Money(paise)));

    [Theory]
    [InlineData(50, "50 g")]
    [InlineData(1250, "1,250 g")]
    [InlineData(9999, "9,999 g")]
    [InlineData(10000, "10 kg")]
    [InlineData(34050, "34.05 kg")]
    public void Of_Weight_ReadsLikeAScale(int grams, string expected) => Assert.Equal(expected, LabelText.Of(new Weight(grams)));

    [Fact]
    public void Of_Dimensions_AreInCentimetres() => Assert.Equal("30×20.5×1 cm", LabelText.Of(new Dimensions(300, 205, 10)));

    [Fact]
    public void Of_Time_IsIndian() =>
        Assert.Equal("01 Jan 2027 00:15", LabelText.Of(new DateTimeOffset(2026, 12, 31, 18, 45, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("A6", LabelFormat.A6)]
    [InlineData("100X150", LabelFormat.Thermal100X150)]
    [InlineData("4x6", LabelFormat.Thermal4X6)]
    public void TryParse_KnownPaper_IsFound(string code, LabelFormat expected)
    {
        Assert.True(LabelFormats.TryParse(code, out var format));
        Assert.Equal(expected, format);
    }

    [Theory]
    [InlineData("a5")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_UnknownPaper_IsNot(string? code) => Assert.False(LabelFormats.TryParse(code, out _));
}
