using System.Text;

namespace SellerPortal.Domain.Addresses.Search;

/// <summary>
/// A text as words of a–z and 0–9: case, accents and punctuation are gone. The letters of all words stand in one row,
/// so that joining neighbours means to forget the border between them.
/// </summary>
internal sealed class WordBuffer
{
    /// <summary>The most letters and digits that are read; the rest of a longer text is left out.</summary>
    public const int Capacity = 80;

    private readonly byte[] letters = new byte[Capacity];
    private readonly int[] borders = new int[Capacity + 1];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int word] => Join(word, word);

    /// <summary>The letters from the first of these words to the end of the last.</summary>
    public ReadOnlySpan<byte> Join(int first, int last) => letters.AsSpan(borders[first]..borders[last + 1]);

    public void Read(ReadOnlySpan<char> text)
    {
        Count = 0;
        var length = 0;
        foreach (var c in text)
        {
            if (Fold(c) is var letter and not 0)
            {
                if (length == Capacity) break;
                letters[length++] = letter;
            }
            else if (!IsSilent(c))
            {
                EndWord(length);
            }
        }

        EndWord(length);
    }

    /// <summary>Makes one word of <paramref name="word"/> and the one after it.</summary>
    public void JoinWithNext(int word)
    {
        borders.AsSpan((word + 2)..(Count + 1)).CopyTo(borders.AsSpan(word + 1));
        Count--;
    }

    /// <summary>Forgets the words from <paramref name="count"/> on.</summary>
    public void Truncate(int count) => Count = Math.Min(Count, count);

    /// <summary>Forgets one word.</summary>
    public void Remove(int word)
    {
        var length = borders[word + 1] - borders[word];
        letters.AsSpan(borders[word + 1]..borders[Count]).CopyTo(letters.AsSpan(borders[word]));
        for (var i = word + 1; i < Count; i++) borders[i] = borders[i + 1] - length;
        Count--;
    }

    public WordBuffer Copy()
    {
        var copy = new WordBuffer { Count = Count };
        letters.CopyTo(copy.letters, 0);
        borders.CopyTo(copy.borders, 0);
        return copy;
    }

    private static byte Fold(char c)
    {
        if (char.IsAsciiLetterOrDigit(c)) return (byte)char.ToLowerInvariant(c);
        if (c is < '\u00C0' or > '\u024F') return 0;
        var plain = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(plain) ? (byte)char.ToLowerInvariant(plain) : (byte)0;
    }

    /// <summary>Apostrophes and combining accents do not part a word.</summary>
    private static bool IsSilent(char c) => c is '\'' or '`' or '\u2019' or (>= '\u0300' and <= '\u036F');

    private void EndWord(int length)
    {
        if (length > borders[Count]) borders[++Count] = length;
    }
}
