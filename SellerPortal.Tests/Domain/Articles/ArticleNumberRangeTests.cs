using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Tests.Domain.Articles;

public sealed class ArticleNumberRangeTests
{
    private static readonly ArticleNumberAllotment Good = new()
    {
        Product = ProductCode.SpeedPostParcel,
        Prefix = "EE",
        First = 100,
        Last = 199,
    };

    public static TheoryData<ArticleNumberAllotment, AllotmentFault> Faulty { get; } = new()
    {
        { Good with { Prefix = "E" }, AllotmentFault.PrefixNotTwoLetters },
        { Good with { Prefix = "ee" }, AllotmentFault.PrefixNotTwoLetters },
        { Good with { Prefix = "E1" }, AllotmentFault.PrefixNotTwoLetters },
        { Good with { Prefix = "EEE" }, AllotmentFault.PrefixNotTwoLetters },
        { Good with { First = -1 }, AllotmentFault.FirstOutOfBounds },
        { Good with { First = 100_000_000, Last = 100_000_001 }, AllotmentFault.FirstOutOfBounds },
        { Good with { Last = 100_000_000 }, AllotmentFault.LastOutOfBounds },
        { Good with { Last = 99 }, AllotmentFault.LastBeforeFirst },
        { Good with { WarnAt = -1 }, AllotmentFault.WarnAtNegative },
        { Good with { ContractNumber = "1234567" }, AllotmentFault.ContractNotEightDigits },
        { Good with { ContractNumber = "1234567x" }, AllotmentFault.ContractNotEightDigits },
    };

    [Fact]
    public void Add_GoodAllotment_HoldsEveryNumber()
    {
        var range = ArticleNumberRange.Add(Good with { Last = 100 }, by: null, DateTimeOffset.UnixEpoch);
        Assert.Equal((100, 1, 0), (range.Next, range.Left, range.Used));
        Assert.Equal(200, range.WarnAt);
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Check_FaultyAllotment_SaysWhat(ArticleNumberAllotment allotment, AllotmentFault expected)
    {
        Assert.Equal(expected, allotment.Check());
        Assert.Equal("article_range.faulty", Assert.Throws<DomainRuleException>(() => ArticleNumberRange.Add(allotment, null, default)).Code);
    }
}
