using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Domain.Articles;

/// <summary>
/// A run of article numbers allotted to a product, or to one contract for that product. Numbers leave it one by one
/// in ascending order and never come back: not after a cancelled booking, and not when the range is closed.
/// </summary>
public sealed class ArticleNumberRange
{
    /// <summary>How many numbers may be left before admins are warned, unless a range says otherwise.</summary>
    public const int DefaultWarnAt = 200;

    private ArticleNumberRange()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The product whose articles carry these numbers; the letters alone say nothing about it.</summary>
    public ProductCode Product { get; private set; }

    /// <summary>The eight-digit contract the range is reserved for; null when every seller's articles take from it.</summary>
    public string? ContractNumber { get; private set; }

    /// <summary>Two capital letters.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The first serial, without the check digit.</summary>
    public int First { get; private set; }

    /// <summary>The last serial, included.</summary>
    public int Last { get; private set; }

    /// <summary>The serial that is taken next; one above <see cref="Last"/> when the range is exhausted.</summary>
    public int Next { get; private set; }

    /// <summary>Admins are warned when this many numbers are left, or fewer.</summary>
    public int WarnAt { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The account that added the range; null for a range that came with the database.</summary>
    public Guid? AddedBy { get; private set; }

    /// <summary>When the range was closed; a closed range gives no number and is never opened again.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many numbers have left the range.</summary>
    public int Used => Next - First;

    /// <summary>How many numbers the range still holds.</summary>
    public int Left => Last - Next + 1;

    /// <summary>A new range from which nothing has been taken.</summary>
    /// <exception cref="DomainRuleException">The allotment has a fault; <see cref="ArticleNumberAllotment.Check"/> was skipped.</exception>
    public static ArticleNumberRange Add(ArticleNumberAllotment allotment, Guid? by, DateTimeOffset now)
    {
        if (allotment.Check() is var fault && fault != AllotmentFault.None)
        {
            throw new DomainRuleException("article_range.faulty", $"A range of article numbers cannot be added: {fault}.");
        }

        return Made(allotment, by, now);
    }

    /// <summary>All numbers of the test mode for a product.</summary>
    public static ArticleNumberRange ForTests(ProductCode product, DateTimeOffset now) => Made(
        new ArticleNumberAllotment { Product = product, Prefix = TestArticles.PrefixOf(product), First = 0, Last = ArticleNumber.HighestSerial }, by: null, now);

    private static ArticleNumberRange Made(ArticleNumberAllotment allotment, Guid? by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Product = allotment.Product,
        ContractNumber = allotment.ContractNumber,
        Prefix = allotment.Prefix,
        First = allotment.First,
        Last = allotment.Last,
        Next = allotment.First,
        WarnAt = allotment.WarnAt,
        AddedAt = now,
        AddedBy = by,
    };
}

/// <summary>The numbers an admin wants to add.</summary>
public sealed record ArticleNumberAllotment
{
    public required ProductCode Product { get; init; }

    /// <summary>Eight digits, or null for all sellers.</summary>
    public string? ContractNumber { get; init; }

    public required string Prefix { get; init; }

    /// <summary>The first serial: the eight digits without the check digit.</summary>
    public required int First { get; init; }

    /// <summary>The last serial, included.</summary>
    public required int Last { get; init; }

    public int WarnAt { get; init; } = ArticleNumberRange.DefaultWarnAt;

    /// <summary>What is wrong with the allotment in itself; whether it overlaps another one only the table knows.</summary>
    public AllotmentFault Check()
    {
        if (Prefix is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) return AllotmentFault.PrefixNotTwoLetters;
        if (TestArticles.Includes(Prefix)) return AllotmentFault.PrefixOfTests;
        if (First is < 0 or > ArticleNumber.HighestSerial) return AllotmentFault.FirstOutOfBounds;
        if (Last is < 0 or > ArticleNumber.HighestSerial) return AllotmentFault.LastOutOfBounds;
        if (Last < First) return AllotmentFault.LastBeforeFirst;
        if (WarnAt < 0) return AllotmentFault.WarnAtNegative;
        return ContractNumber is null || (ContractNumber.Length == 8 && ContractNumber.All(char.IsAsciiDigit))
            ? AllotmentFault.None
            : AllotmentFault.ContractNotEightDigits;
    }
}

/// <summary>Why a range cannot be added.</summary>
public enum AllotmentFault
{
    None,
    PrefixNotTwoLetters,

    /// <summary>The prefix belongs to the test mode.</summary>
    PrefixOfTests,

    FirstOutOfBounds,
    LastOutOfBounds,
    LastBeforeFirst,
    WarnAtNegative,
    ContractNotEightDigits,

    /// <summary>No seller has the contract.</summary>
    ContractUnknown,

    /// <summary>Some of the numbers belong to another range, open or closed.</summary>
    Overlaps,
}
