using System.Text.RegularExpressions;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>Finds the article numbers in what someone typed or pasted.</summary>
public static partial class TypedNumbers
{
    /// <summary>The most numbers of one look-up.</summary>
    public const int Most = 50;

    private const int LongestText = 4_000;

    /// <summary>
    /// Every number once, in the order typed. Numbers may be separated by anything; a number of the right form may have
    /// spaces within it. What has another form is kept word by word, so that its mistake can be shown.
    /// </summary>
    /// <returns>At most <see cref="Most"/> numbers, and whether there were more.</returns>
    public static (IReadOnlyList<string> Numbers, bool More) Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return ([], false);
        if (text.Length > LongestText) text = text[..LongestText];
        var numbers = Number().Matches(text.ToUpperInvariant())
            .Select(match => Space().Replace(match.Value, ""))
            .Distinct(StringComparer.Ordinal)
            .Take(Most + 1)
            .ToList();
        var more = numbers.Count > Most;
        return (more ? numbers[..Most] : numbers, more);
    }

    [GeneratedRegex(@"[A-Z]{2}(?:[ \u00A0-]?[0-9]){9}[ \u00A0-]?[A-Z]{2}(?![A-Z0-9])|[^\s,;|/]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\s-]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Space();
}
