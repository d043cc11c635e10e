using CsCheck;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Tests.Domain.Sellers;

public sealed class IdentifierTests
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Digits = "0123456789";

    private static readonly Gen<string> Gstins =
        from state in Gen.String[Gen.Char[Digits], 2, 2]
        from letters in Gen.String[Gen.Char[Capitals], 5, 5]
        from digits in Gen.String[Gen.Char[Digits], 4, 4]
        from last in Gen.Char[Capitals]
        from entity in Gen.Char[Capitals + "123456789"]
        let first = $"{state}{letters}{digits}{last}{entity}Z"
        select first + Gstin.CheckCharacter(first);

    [Theory]
    [InlineData("27AAPFU0939F1ZV")]
    [InlineData("27aapfu0939f1zv")]
    [InlineData(" 27 AAPFU0939F 1ZV ")]
    public void Gstin_InAnyWriting_IsTaken(string text)
    {
        Assert.Equal(GstinFault.None, Gstin.Parse(text, out var gstin));
        Assert.Equal("27AAPFU0939F1ZV", gstin.Value);
        Assert.Equal(27, gstin.StateCode);
        Assert.Equal("AAPFU0939F", gstin.Pan);
    }

    [Theory]
    [InlineData(null, GstinFault.Empty)]
    [InlineData("  ", GstinFault.Empty)]
    [InlineData("27AAPFU0939F1Z", GstinFault.NotFifteen)]
    [InlineData("27AAPFU0939F1ZVV", GstinFault.NotFifteen)]
    [InlineData("२७AAPFU0939F1ZV", GstinFault.OtherCharacters)]
    [InlineData("27-APFU0939F1ZV", GstinFault.OtherCharacters)]
    [InlineData("A7AAPFU0939F1ZV", GstinFault.StateCode)]
    [InlineData("27AAPF10939F1ZV", GstinFault.PanPart)]
    [InlineData("27AAPFU0939F0ZV", GstinFault.EntityCode)]
    [InlineData("27AAPFU0939F1YV", GstinFault.NoZ)]
    [InlineData("27AAPFU0939F1ZW", GstinFault.CheckCharacter)]
    public void Gstin_Wrong_SaysWhat(string? text, GstinFault fault) => Assert.Equal(fault, Gstin.Parse(text, out _));

    [Fact]
    public void Gstin_WithItsCheckCharacter_IsTaken() => Gstins.Sample(text => Gstin.TryParse(text, out _));

    [Fact]
    public void Gstin_WithOneCharacterChanged_IsRefused() =>
        (from text in Gstins
         from place in Gen.Int[0, 14]
         from other in Gen.Char[Capitals + Digits]
         where other != text[place]
         select text[..place] + other + text[(place + 1)..])
        .Sample(text => !Gstin.TryParse(text, out _));

    [Theory]
    [InlineData("AAPFU0939F", PanFault.None)]
    [InlineData("aapfu 0939f", PanFault.None)]
    [InlineData("", PanFault.Empty)]
    [InlineData("AAPFU0939", PanFault.NotTen)]
    [InlineData("AAPFU-939F", PanFault.OtherCharacters)]
    [InlineData("AAPFUO939F", PanFault.Form)]
    [InlineData("AAPXU0939F", PanFault.Holder)]
    public void Pan_Typed_SaysWhat(string text, PanFault fault)
    {
        Assert.Equal(fault, Pan.Parse(text, out var pan));
        if (fault == PanFault.None) Assert.Equal("AAPFU0939F", pan.Value);
    }

    [Theory]
    [InlineData("UDYAM-MP-24-0012345", UdyamFault.None)]
    [InlineData("udyam mp 24 0012345", UdyamFault.None)]
    [InlineData("UDYAMMP240012345", UdyamFault.None)]
    [InlineData(null, UdyamFault.Empty)]
    [InlineData("UAM-MP-24-0012345", UdyamFault.NotUdyam)]
    [InlineData("UDYAM-MP-24-001234", UdyamFault.Length)]
    [InlineData("UDYAM-M4-24-0012345", UdyamFault.Form)]
    public void Udyam_Typed_SaysWhat(string? text, UdyamFault fault)
    {
        Assert.Equal(fault, Udyam.Parse(text, out var udyam));
        if (fault == UdyamFault.None) Assert.Equal("UDYAM-MP-24-0012345", udyam.Value);
    }

    [Theory]
    [InlineData("GEMC-511687754738820", GemContractFault.None)]
    [InlineData("gemc 511687754738820", GemContractFault.None)]
    [InlineData("", GemContractFault.Empty)]
    [InlineData("511687754738820", GemContractFault.NotGemc)]
    [InlineData("GEMC-51168775473882", GemContractFault.NotFifteenDigits)]
    [InlineData("GEMC-51168775473882O", GemContractFault.NotDigits)]
    [InlineData("GEMC--511687754738820", GemContractFault.NotDigits)]
    public void GemContract_Typed_SaysWhat(string text, GemContractFault fault)
    {
        Assert.Equal(fault, GemContractNumber.Parse(text, out var number));
        if (fault == GemContractFault.None) Assert.Equal("GEMC-511687754738820", number.Value);
    }
}
