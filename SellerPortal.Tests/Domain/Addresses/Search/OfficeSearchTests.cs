using CsCheck;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Addresses.Search;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Addresses.Search;

public sealed class OfficeSearchTests
{
    private static readonly PincodeDirectory Directory = RealDirectory.Value;

    [Theory]
    [InlineData("raipur", "Raipur", PostOfficeType.Head)]
    [InlineData("RAIPUR", "Raipur", PostOfficeType.Head)]
    [InlineData("raipur h o", "Raipur", PostOfficeType.Head)]
    [InlineData("raipur h.o.", "Raipur", PostOfficeType.Head)]
    [InlineData("Raipur HO", "Raipur", PostOfficeType.Head)]
    [InlineData("  raipur   post office ", "Raipur", PostOfficeType.Head)]
    [InlineData("ho jabalpur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jabalpr", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jabalur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jabbalpur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jabalpir", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jaablpur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("habalpur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("abalpur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jabal pur", "Jabalpur", PostOfficeType.Head)]
    [InlineData("jab", "Jabalpur", PostOfficeType.Head)]
    [InlineData("newdelhi", "New Delhi", PostOfficeType.Head)]
    [InlineData("new-delhi", "New Delhi", PostOfficeType.Head)]
    [InlineData("delhi new g.p.o", "New Delhi", PostOfficeType.Head)]
    [InlineData("Jábalpur", "Jabalpur", PostOfficeType.Head)]
    public void Search_TypedText_FirstAnswerIs(string text, string name, PostOfficeType type)
    {
        var answer = Directory.Search(text, 10);
        Assert.Equal(SearchRemark.None, answer.Remark);
        Assert.StartsWith(name, answer.Offices[0].Name, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(type, answer.Offices[0].Type);
    }

    [Theory]
    [InlineData("civil lines agr")]
    [InlineData("agra lines civil")]
    [InlineData("civillines agra")]
    [InlineData("civil lines agrs")]
    [InlineData("civl lines ag")]
    public void Search_WordsOfOfficeAndDistrict_FindsTheOffice(string text)
    {
        var offices = Directory.Search(text, 10).Offices;
        Assert.Contains(offices, office => office.Name.Contains("Civil Lines", StringComparison.OrdinalIgnoreCase) && office.District == "Agra");
    }

    [Fact]
    public void Search_NameThatIsEverywhere_IsToldApart()
    {
        var offices = Directory.Search("Rampur", 50).Offices;
        Assert.Equal(50, offices.Count);
        Assert.True(offices.Select(office => office.State).Distinct().Count() >= 4);
        Assert.Equal(offices.Count, offices.Select(o => (o.Name, o.Type, o.Pincode, o.Taluk, o.District, o.State)).Distinct().Count());
        Assert.Equal(PostOfficeType.Head, offices[0].Type);
        Assert.All(offices, office => Assert.Contains("rampur", office.Name.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(offices.Select(o => o.Type).Order(), offices.Select(o => o.Type));
        foreach (var type in offices.GroupBy(o => o.Type)) Assert.Equal(type.OrderByDescending(o => o.Delivers).Select(o => o.Id), type.Select(o => o.Id));
    }

    [Fact]
    public void Search_RightAndMistyped_RightComesFirst()
    {
        var names = Directory.Search("rampur h", 100).Offices.Select(office => office.Name).ToList();
        var lastRight = names.FindLastIndex(name => name.Contains("Rampur", StringComparison.OrdinalIgnoreCase));
        var firstWrong = names.FindIndex(name => !name.Contains("Rampur", StringComparison.OrdinalIgnoreCase));
        Assert.True(firstWrong < 0 || lastRight < firstWrong || names.Count == 100);
    }

    [Theory]
    [InlineData("110001", 23)]
    [InlineData("110 001", 23)]
    public void Search_WholePin_GivesItsOffices(string text, int count)
    {
        var offices = Directory.Search(text, 50).Offices;
        Assert.Equal(count, offices.Count);
        Assert.All(offices, office => Assert.Equal(110001, office.Pincode.Value));
    }

    [Fact]
    public void Search_BeginningOfPin_GivesOneOfficeOfEachPincode()
    {
        var offices = Directory.Search("4820", 50).Offices;
        Assert.All(offices, office => Assert.StartsWith("4820", office.Pincode.ToString(), StringComparison.Ordinal));
        Assert.Equal(offices.Count, offices.Select(office => office.Pincode).Distinct().Count());
        Assert.Equal(Directory.Entries.Count(entry => entry.Pincode.Value / 100 == 4820), offices.Count);
    }

    [Fact]
    public void Search_NameAndPin_NarrowsDown()
    {
        var offices = Directory.Search("baroda house 110001", 10).Offices;
        Assert.Equal("Baroda House SO", Assert.Single(offices).Name);
    }

    [Theory]
    [InlineData(null, SearchRemark.Empty)]
    [InlineData("", SearchRemark.Empty)]
    [InlineData("  -,. ", SearchRemark.Empty)]
    [InlineData("रायपुर", SearchRemark.OtherScript)]
    [InlineData("११०००१", SearchRemark.OtherScript)]
    [InlineData("ராய்ப்பூர்", SearchRemark.OtherScript)]
    [InlineData("\ud83d", SearchRemark.Empty)]
    [InlineData("0", SearchRemark.NothingFound)]
    [InlineData("012345", SearchRemark.NothingFound)]
    [InlineData("999999", SearchRemark.NothingFound)]
    [InlineData("1234567", SearchRemark.NothingFound)]
    [InlineData("qqqqqqqqqq", SearchRemark.NothingFound)]
    public void Search_NothingToFind_SaysWhy(string? text, SearchRemark remark)
    {
        var answer = Directory.Search(text, 10);
        Assert.Empty(answer.Offices);
        Assert.Equal(remark, answer.Remark);
    }

    [Fact]
    public void Search_VeryLongText_IsCapped()
    {
        Assert.NotNull(Directory.Search(new string('r', 1_000_000), 10));
        Assert.NotNull(Directory.Search(string.Concat(Enumerable.Repeat("ram pur ", 50_000)), 10));
        Assert.NotNull(Directory.Search(new string('4', 1_000_000), 10));
        Assert.InRange(Directory.Search("a", int.MaxValue).Offices.Count, 1, 100);
        Assert.Single(Directory.Search("a", -1).Offices);
    }

    [Fact]
    public void Search_AnyText_NeverThrows() => Gen.String.Sample(text => Directory.Search(text, 5) is not null, iter: 2_000);

    [Fact]
    public void Search_OneErrorInAnOfficesName_StillFindsIt()
    {
        var heads = Directory.Entries.SelectMany(entry => Directory.OfficesOf(entry.Pincode))
            .Where(office => office.Type == PostOfficeType.Head && office.Name.Split(' ')[0] is { Length: >= 5 } word && word.All(char.IsAsciiLetter))
            .ToArray();
        Gen.Select(Gen.Int[0, heads.Length - 1], Gen.Int[0, 3], Gen.Int[0, 1_000], Gen.Char['a', 'z']).Sample(
            (which, kind, at, letter) =>
            {
                var word = heads[which].Name.Split(' ')[0].ToLowerInvariant();
                var i = at % (word.Length - 1);
                var typed = kind switch
                {
                    0 => word.Remove(i, 1),
                    1 => word.Insert(i, letter.ToString()),
                    2 => word.Remove(i, 1).Insert(i, letter.ToString()),
                    _ => word[..i] + word[i + 1] + word[i] + word[(i + 2)..],
                };
                // Told apart by the PIN: many offices begin with the same word.
                Assert.Contains(Directory.Search($"{typed} ho {heads[which].Pincode}", 20).Offices, office => office.Id == heads[which].Id);
            },
            iter: 2_000);
    }
}
