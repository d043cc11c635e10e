using CsCheck;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Tests.Domain.Addresses;

public sealed class DigipinTests
{
    [Theory]
    [InlineData(28.622788, 77.213033, "39J-49L-L8T4")]
    [InlineData(19.0760, 72.8777, "4FK-595-8823")]
    [InlineData(13.0827, 80.2707, "4T3-84L-L5L9")]
    [InlineData(22.5726, 88.3639, "2TF-J7F-86MM")]
    public void Encode_KnownPoint_GivesPublishedCode(double latitude, double longitude, string code) =>
        Assert.Equal(code, Digipin.Encode(new GeoPoint(latitude, longitude)).ToString());

    [Fact]
    public void Decode_EncodedPoint_LiesWithinHalfACell() =>
        Gen.Select(Gen.Double[Digipin.South, Digipin.North], Gen.Double[Digipin.West, Digipin.East]).Sample((latitude, longitude) =>
        {
            var digipin = Digipin.Encode(new GeoPoint(latitude, longitude));
            var centre = Digipin.Decode(digipin.ToString());
            var half = (Digipin.CellDegrees / 2) + 1e-9;
            Assert.InRange(Math.Abs(centre.Latitude - latitude), 0, half);
            Assert.InRange(Math.Abs(centre.Longitude - longitude), 0, half);
            Assert.Equal(digipin, Digipin.Encode(centre));
        });

    [Theory]
    [InlineData(2.49, 77)]
    [InlineData(38.51, 77)]
    [InlineData(20, 63.49)]
    [InlineData(20, 99.51)]
    [InlineData(double.NaN, 77)]
    [InlineData(20, double.PositiveInfinity)]
    public void Encode_OutOfBounds_IsRefused(double latitude, double longitude)
    {
        Assert.False(Digipin.Covers(new GeoPoint(latitude, longitude)));
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => Digipin.Encode(new GeoPoint(latitude, longitude)));
        Assert.Contains("63.5", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("39J-49L-L8T", DigipinFault.NotTenCharacters)]
    [InlineData("39J-49L-L8T44", DigipinFault.NotTenCharacters)]
    [InlineData("", DigipinFault.NotTenCharacters)]
    [InlineData(null, DigipinFault.NotTenCharacters)]
    [InlineData("39A-49L-L8T4", DigipinFault.UnknownCharacter)]
    [InlineData("39J-49L-L8T४", DigipinFault.UnknownCharacter)]
    public void Parse_NoDigipin_SaysWhy(string? text, DigipinFault fault)
    {
        Assert.Equal(fault, Digipin.Parse(text, out _));
        Assert.Throws<FormatException>(() => Digipin.Decode(text!));
    }

    [Fact]
    public void Parse_LowerCaseWithoutHyphens_IsTheSame()
    {
        Assert.Equal(DigipinFault.None, Digipin.Parse("39j49l l8t4", out var digipin));
        Assert.Equal("39J-49L-L8T4", digipin.ToString());
    }
}
