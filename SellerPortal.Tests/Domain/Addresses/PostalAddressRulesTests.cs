using CsCheck;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Tests.Domain.Addresses;

public sealed class PostalAddressRulesTests
{
    private static readonly TypedAddress Good = new("Acme Traders", null, "Godown 2, Napier Town", null, null, "Jabalpur", "Madhya Pradesh");

    [Fact]
    public void Check_UntidyWords_AreTidiedAndShortLinesLeftOut()
    {
        var faults = PostalAddressRules.Check(Good with { Name = "  Acme   Traders ", Line1 = "2", Line2 = " Napier  Town ", Line3 = "opposite the fort" }, out var tidy);
        Assert.Equal(AddressFaults.None, faults);
        Assert.Equal(new TidyAddress("Acme Traders", null, "Napier Town", "opposite the fort", null, "Jabalpur", "Madhya Pradesh"), tidy);
    }

    [Fact]
    public void Check_EverythingWrong_SaysAllOfIt()
    {
        var faults = PostalAddressRules.Check(new TypedAddress(null, "AB", "x", null, new string('y', 81), "Ab", new string('z', 81)), out _);
        Assert.Equal(
            AddressFaults.NameMissing | AddressFaults.CompanyLength | AddressFaults.LinesTooLong | AddressFaults.CityLength | AddressFaults.StateLength,
            faults);
        Assert.Equal(AddressFaults.LinesMissing | AddressFaults.CityMissing, PostalAddressRules.Check(Good with { Line1 = " ", City = "" }, out _));
    }

    [Fact]
    public void Check_OtherScripts_AreTaken() =>
        Assert.Equal(AddressFaults.None, PostalAddressRules.Check(Good with { Name = "कार्यपालन अभियंता", City = "जबलपुर" }, out _));

    [Fact]
    public void Check_AnyLengths_TakesThreeToEighty() => Gen.Int[1, 100].Sample(length =>
    {
        var text = new string('a', length);
        var faults = PostalAddressRules.Check(Good with { Name = text, Company = text, City = text }, out _);
        return length is >= 3 and <= 80
            ? faults == AddressFaults.None
            : faults == (AddressFaults.NameLength | AddressFaults.CompanyLength | AddressFaults.CityLength);
    });

    [Theory]
    [InlineData("9826012345")]
    [InlineData("98260 12345")]
    [InlineData("+91 98260-12345")]
    [InlineData("+919826012345")]
    [InlineData("919826012345")]
    [InlineData("00919826012345")]
    [InlineData("09826012345")]
    public void Mobile_InAnyWriting_IsTaken(string text)
    {
        Assert.Equal(MobileFault.None, MobileNumber.Parse(text, out var number));
        Assert.Equal("9826012345", number.Value);
    }

    [Theory]
    [InlineData(null, MobileFault.Empty)]
    [InlineData("९८२६०१२३४५", MobileFault.OtherDigits)]
    [InlineData("98260x2345", MobileFault.NotDigits)]
    [InlineData("982601234", MobileFault.NotTenDigits)]
    [InlineData("98260123456", MobileFault.NotTenDigits)]
    [InlineData("+9198260123", MobileFault.NotTenDigits)]
    [InlineData("5826012345", MobileFault.NotMobile)]
    [InlineData("+14155550123", MobileFault.OtherCountry)]
    [InlineData("+", MobileFault.NotTenDigits)]
    public void Mobile_Wrong_SaysWhat(string? text, MobileFault fault) => Assert.Equal(fault, MobileNumber.Parse(text, out _));

    [Fact]
    public void Mobile_TenDigits_IsTakenFromSixOn() => Gen.Long[0, 9_999_999_999].Sample(number =>
        MobileNumber.TryParse(number.ToString("D10", null), out _) == number >= 6_000_000_000);
}
