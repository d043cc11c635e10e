using System.Globalization;

namespace SellerPortal.Domain.Manifests;

/// <summary>
/// The number of a manifest: <c>MF</c>, the day as yyMMdd, four digits that count the seller's manifests of the day, and
/// a check digit by ISO/IEC 7064 MOD 11,10, which finds every wrong digit and nearly every swapped pair. It cannot be
/// taken for an article number, which has two letters at its end.
/// </summary>
public static class ManifestNumber
{
    /// <summary>Characters of a number.</summary>
    public const int Length = 13;

    /// <summary>The most manifests of one seller in one day.</summary>
    public const int HighestSequence = 9_999;

    private const string Prefix = "MF";

    /// <summary>The number of a seller's manifest of a day, counted from 1.</summary>
    /// <exception cref="DomainRuleException">The day has no number left.</exception>
    public static string Of(DateOnly day, int sequence)
    {
        if (sequence is < 1 or > HighestSequence) throw new DomainRuleException("manifest.too_many", $"A day has at most {HighestSequence} manifests.");
        var digits = day.ToString("yyMMdd", CultureInfo.InvariantCulture) + sequence.ToString("D4", CultureInfo.InvariantCulture);
        return Prefix + digits + CheckDigit(digits);
    }

    /// <summary>True when a text has the form of a number and its check digit is right.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) =>
        text.Length == Length
        && text.StartsWith(Prefix, StringComparison.Ordinal)
        && !text[2..].ContainsAnyExceptInRange('0', '9')
        && text[^1] == CheckDigit(text[2..^1]);

    /// <summary>The number as it is read aloud: <c>MF 261123 0001 7</c>.</summary>
    public static string Spaced(string number) => number.Length == Length ? $"{number[..2]} {number[2..8]} {number[8..12]} {number[12..]}" : number;

    private static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var digit in digits)
        {
            var sum = (digit - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (char)('0' + ((11 - product) % 10));
    }
}
