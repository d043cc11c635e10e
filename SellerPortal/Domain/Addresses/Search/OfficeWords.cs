namespace SellerPortal.Domain.Addresses.Search;

/// <summary>What is particular about the words of offices: their type, words that say nothing, and PINs.</summary>
internal static class OfficeWords
{
    /// <summary>Drops the type behind a name ("H.O", "B O", "SO"): the type is a column of its own.</summary>
    public static void DropType(WordBuffer name)
    {
        JoinType(name);
        if (name.Count > 1 && TypeOf(name[name.Count - 1]) is not null) name.Truncate(name.Count - 1);
    }

    /// <summary>Makes "ho" of "h o", so too for sub and branch offices.</summary>
    public static void JoinType(WordBuffer words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Length == 1 && words[i + 1].Length == 1 && TypeOf(words.Join(i, i + 1)) is not null) words.JoinWithNext(i);
        }
    }

    /// <summary>Makes "gpo" of "g p o": three single letters and more are an abbreviation.</summary>
    public static void JoinAbbreviations(WordBuffer words)
    {
        for (var i = 0; i + 2 < words.Count; i++)
        {
            if (words[i].Length > 1 || words[i + 1].Length > 1 || words[i + 2].Length > 1) continue;
            words.JoinWithNext(i);
            while (i + 1 < words.Count && words[i + 1].Length == 1) words.JoinWithNext(i);
        }
    }

    /// <summary>Drops "post", "office" and "po" where another word says what is sought.</summary>
    public static void DropNoise(WordBuffer words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (words.Count > 1 && (words[i].SequenceEqual("po"u8) || words[i].SequenceEqual("post"u8) || words[i].SequenceEqual("office"u8)))
            {
                words.Remove(i);
            }
        }
    }

    /// <summary>The type that a word names, if any.</summary>
    public static PostOfficeType? TypeOf(ReadOnlySpan<byte> word) =>
        word.Length == 2 && word[1] == 'o' ? TypeStartingWith(word[..1]) : null;

    /// <summary>The type whose short form begins with this letter.</summary>
    public static PostOfficeType? TypeStartingWith(ReadOnlySpan<byte> word) => word is not [var letter] ? null : letter switch
    {
        (byte)'h' => PostOfficeType.Head,
        (byte)'s' => PostOfficeType.Sub,
        (byte)'b' => PostOfficeType.Branch,
        _ => null,
    };

    /// <summary>The digits of a text that holds nothing else, or null.</summary>
    public static byte[]? ReadPin(WordBuffer words)
    {
        var text = words.Join(0, words.Count - 1);
        return IsNumber(text) ? text.ToArray() : null;
    }

    public static bool IsNumber(ReadOnlySpan<byte> word) => !word.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    /// <summary>The offices whose pincode begins with these digits.</summary>
    public static (int From, int To) OfficesOfPin(ReadOnlySpan<int> pincodes, ReadOnlySpan<byte> digits)
    {
        if (digits.Length > 6) return default;
        var number = 0;
        foreach (var digit in digits) number = (number * 10) + (digit - '0');
        var scale = 1;
        for (var i = digits.Length; i < 6; i++) scale *= 10;
        return (Bound(pincodes, number * scale), Bound(pincodes, (number + 1) * scale));
    }

    private static int Bound(ReadOnlySpan<int> pincodes, int number)
    {
        var (low, high) = (0, pincodes.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (pincodes[middle] < number) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
