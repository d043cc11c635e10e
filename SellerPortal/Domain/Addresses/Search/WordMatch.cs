namespace SellerPortal.Domain.Addresses.Search;

/// <summary>Where one word of a query was found, before any office is looked at.</summary>
internal sealed class WordMatch
{
    /// <summary>Marks of an office, smaller is better: nothing set is a whole word of its name.</summary>
    public const byte Unfinished = 1, Around = 2, Mistyped = 4, NoMark = 255;

    /// <summary>The shortest word in which a typing error is forgiven.</summary>
    private const int ShortestMistyped = 4;

    private readonly List<(WordRange Words, byte Mark)> inNames = [];
    private readonly List<(WordRange Words, byte Mark)> inPlaces = [];
    private readonly WordIndex names;
    private readonly WordIndex places;
    private (int From, int To) ofPin;
    private PostOfficeType? ofType;

    private WordMatch(WordIndex names, WordIndex places) => (this.names, this.places) = (names, places);

    public bool IsEmpty => Documents == 0;

    /// <summary>About how many offices match; a place stands for several.</summary>
    public int Documents { get; private set; }

    public static WordMatch Of(
        ReadOnlySpan<byte> word, bool isLast, bool isOneOfSeveral, bool mistyped, WordIndex names, WordIndex places, ReadOnlySpan<int> pincodes)
    {
        var match = new WordMatch(names, places);
        match.Look(names, word, isLast, mistyped, 0, match.inNames);
        match.Look(places, word, isLast, mistyped, Around, match.inPlaces);
        if (OfficeWords.IsNumber(word)) match.ofPin = OfficeWords.OfficesOfPin(pincodes, word);
        if (isOneOfSeveral) match.ofType = OfficeWords.TypeOf(word) ?? (isLast ? OfficeWords.TypeStartingWith(word) : null);
        match.Documents += match.ofPin.To - match.ofPin.From + (match.ofType is null ? 0 : pincodes.Length);
        return match;
    }

    /// <summary>Sets the best mark of each office by its name, type or PIN, and of each place.</summary>
    public void Mark(ReadOnlySpan<byte> kinds, Span<byte> nameMarks, Span<byte> placeMarks)
    {
        nameMarks.Fill(NoMark);
        placeMarks.Fill(NoMark);
        // From the worst mark to the best, so that a better one overwrites.
        foreach (var (words, mark) in inNames) MarkAll(names.Documents(words), mark, nameMarks);
        foreach (var (words, mark) in inPlaces) MarkAll(places.Documents(words), mark, placeMarks);
        nameMarks[ofPin.From..ofPin.To].Clear();
        if (ofType is not { } type) return;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] >> 1 == (int)type) nameMarks[i] = 0;
        }
    }

    /// <summary>The offices that match, some of them several times; false, with some left out, when they do not fit.</summary>
    public bool TryList(OfficeTable offices, Span<int> list, out int count)
    {
        count = 0;
        if (ofType is not null) return false;
        foreach (var (words, _) in inNames)
        {
            if (!names.Documents(words).TryCopyTo(list[count..])) return false;
            count += names.Documents(words).Length;
        }

        foreach (var (words, _) in inPlaces)
        {
            foreach (var place in places.Documents(words))
            {
                if (!offices.OfficesAt(place).TryCopyTo(list[count..])) return false;
                count += offices.OfficesAt(place).Length;
            }
        }

        if (list.Length - count < ofPin.To - ofPin.From) return false;
        for (var i = ofPin.From; i < ofPin.To; i++) list[count++] = i;
        return true;
    }

    private static void MarkAll(ReadOnlySpan<int> documents, byte mark, Span<byte> marks)
    {
        foreach (var document in documents) marks[document] = mark;
    }

    private void Look(WordIndex index, ReadOnlySpan<byte> word, bool isLast, bool mistyped, byte mark, List<(WordRange, byte)> found)
    {
        if (mistyped && word.Length >= ShortestMistyped && !word.ContainsAnyInRange((byte)'0', (byte)'9'))
        {
            var ranges = new List<WordRange>();
            index.FindMistyped(word, isLast, ranges);
            foreach (var range in ranges) Add(range, (byte)(mark | Mistyped));
        }

        var beginning = index.StartingWith(word);
        if (isLast) Add(beginning, (byte)(mark | Unfinished));
        Add(index.Complete(beginning, word.Length), mark);

        void Add(WordRange range, byte markOfRange)
        {
            if (range.IsEmpty) return;
            found.Add((range, markOfRange));
            Documents += index.Documents(range).Length;
        }
    }
}
