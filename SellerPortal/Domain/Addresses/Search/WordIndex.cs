namespace SellerPortal.Domain.Addresses.Search;

/// <summary>Neighbouring words of a <see cref="WordIndex"/>, the last one not included.</summary>
internal readonly record struct WordRange(int From, int To)
{
    public bool IsEmpty => From >= To;
}

/// <summary>
/// The distinct words of many documents, sorted, each with the numbers of the documents that hold it. All words with
/// one beginning are neighbours, and so are their documents.
/// </summary>
internal sealed class WordIndex(byte[] letters, int[] wordStarts, int[] documents, int[] documentStarts)
{
    public int WordCount => wordStarts.Length - 1;

    public WordRange All => new(0, WordCount);

    /// <summary>The documents of all words of the range; one can come several times.</summary>
    public ReadOnlySpan<int> Documents(WordRange range) => documents.AsSpan(documentStarts[range.From]..documentStarts[range.To]);

    /// <summary>The words that begin with <paramref name="beginning"/>.</summary>
    public WordRange StartingWith(ReadOnlySpan<byte> beginning) => Walk(All, 0, beginning);

    /// <summary>The word that has exactly this <paramref name="length"/>; the words of the range share that many letters.</summary>
    public WordRange Complete(WordRange range, int length) =>
        !range.IsEmpty && wordStarts[range.From + 1] - wordStarts[range.From] == length
            ? new WordRange(range.From, range.From + 1)
            : default;

    /// <summary>
    /// The words that differ from <paramref name="word"/> by one letter too many, missing, replaced, or swapped with
    /// its neighbour; with <paramref name="asBeginning"/> also those that go on after that.
    /// </summary>
    public void FindMistyped(ReadOnlySpan<byte> word, bool asBeginning, List<WordRange> found)
    {
        var range = All;
        for (var i = 0; i < word.Length && !range.IsEmpty; i++)
        {
            var rest = word[(i + 1)..];
            Add(Walk(range, i, rest), word.Length - 1);
            if (rest.Length > 0)
            {
                var swapped = Narrow(Narrow(range, i, rest[0]), i + 1, word[i]);
                Add(Walk(swapped, i + 2, rest[1..]), word.Length);
            }

            for (var from = Narrow(range, i, 0).To; from < range.To;)
            {
                var letter = LetterAt(from, i);
                var next = new WordRange(from, Bound(new WordRange(from, range.To), i, (byte)(letter + 1)));
                Add(Walk(next, i + 1, rest), word.Length);
                Add(Walk(next, i + 1, word[i..]), word.Length + 1);
                from = next.To;
            }

            range = Narrow(range, i, word[i]);
        }

        // A missing last letter is an unfinished word, which only a search for complete words has not found already.
        if (!asBeginning)
        {
            for (var i = range.From; i < range.To; i++) Add(new WordRange(i, i + 1), word.Length + 1);
        }

        void Add(WordRange candidates, int length)
        {
            if (!asBeginning) candidates = Complete(candidates, length);
            if (!candidates.IsEmpty) found.Add(candidates);
        }
    }

    private WordRange Walk(WordRange range, int depth, ReadOnlySpan<byte> rest)
    {
        foreach (var letter in rest)
        {
            if (range.IsEmpty) return range;
            range = Narrow(range, depth++, letter);
        }

        return range;
    }

    /// <summary>The words of the range, all alike before <paramref name="depth"/>, that have this letter there; 0 is the word's end.</summary>
    private WordRange Narrow(WordRange range, int depth, byte letter)
    {
        var from = Bound(range, depth, letter);
        return new WordRange(from, Bound(range with { From = from }, depth, (byte)(letter + 1)));
    }

    private int Bound(WordRange range, int depth, byte letter)
    {
        var (low, high) = (range.From, range.To);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LetterAt(middle, depth) < letter) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private byte LetterAt(int word, int depth)
    {
        var at = wordStarts[word] + depth;
        return at < wordStarts[word + 1] ? letters[at] : (byte)0;
    }
}
