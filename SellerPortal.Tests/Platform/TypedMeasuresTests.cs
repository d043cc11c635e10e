using SellerPortal.Platform;

namespace SellerPortal.Tests.Platform;

public sealed class TypedMeasuresTests
{
    [Theory]
    [InlineData("1250", 1250)]
    [InlineData(" 1,250 g", 1250)]
    [InlineData("1.25 kg", 1250)]
    [InlineData("1.25KG", 1250)]
    [InlineData(".5 kg", 500)]
    [InlineData("2 kilograms", 2000)]
    [InlineData("7.3kgs", 7300)]
    [InlineData("250.5 g", 251)]
    [InlineData("1.25 किग्रा", 1250)]
    [InlineData("500 ग्राम", 500)]
    [InlineData("1.25", null)]
    [InlineData("", null)]
    [InlineData("heavy", null)]
    [InlineData("-5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("1.2345 kg", null)]
    [InlineData("1,200 g", 1200)]
    [InlineData("1,200", 1200)]
    [InlineData("1,25,000", 125_000)]
    [InlineData("1,200.5 g", 1201)]
    [InlineData("1,5 kg", null)]
    [InlineData("1,50 kg", null)]
    [InlineData("1,5", null)]
    [InlineData("1,,200", null)]
    [InlineData("1200,", null)]
    public void Grams_Typed_AreRead(string text, int? expected) => Assert.Equal(expected, TypedMeasures.Grams(text));

    [Theory]
    [InlineData("52,000", 52_000)]
    [InlineData("₹ 1,18,420", 118_420)]
    [InlineData("", null)]
    [InlineData("118,420", 118_420)]
    [InlineData("52,00", 0)]
    [InlineData("12.50", 0)]
    [InlineData("much", 0)]
    public void Rupees_Typed_AreRead(string text, int? expected) => Assert.Equal(expected, TypedMeasures.Rupees(text));

    [Fact]
    public void Centimetres_Typed_AreRead()
    {
        Assert.Equal(30.5m, TypedMeasures.Centimetres("30.5 cm"));
        Assert.Equal(0, TypedMeasures.Centimetres("wide"));
        Assert.Equal(0, TypedMeasures.Centimetres("30,5"));
        Assert.Null(TypedMeasures.Centimetres(" "));
    }
}
