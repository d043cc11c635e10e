namespace SellerPortal.Domain.Sellers;

/// <summary>What reading the numbers of sellers and contracts has in common.</summary>
internal static class Identifiers
{
    /// <summary>Capitals, without spaces.</summary>
    public static string Compact(string? text) =>
        new([.. (text ?? "").Where(c => !char.IsWhiteSpace(c)).Select(char.ToUpperInvariant)]);

    /// <summary>True when the text follows a pattern of A for a capital letter, 9 for a digit and other characters for themselves.</summary>
    public static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        if (text.Length != pattern.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var fits = pattern[i] switch
            {
                'A' => char.IsAsciiLetterUpper(text[i]),
                '9' => char.IsAsciiDigit(text[i]),
                var other => text[i] == other,
            };
            if (!fits) return false;
        }

        return true;
    }
}
