using System.Buffers;

namespace SellerPortal.Domain.Addresses.Search;

/// <summary>
/// Search as you type: by PIN prefix, or by words of office, taluk, district and state in any order, of which the last
/// may be unfinished ("civil lines jab"). A word of four letters or more may hold one typing error. What matches as
/// typed comes before what matches with an error, a match in the name before one in the surroundings, then head before
/// sub before branch office, delivering before not.
/// </summary>
internal sealed class OfficeSearch
{
    /// <summary>The most offices one search answers.</summary>
    public const int MostOffices = 100;

    private const int MostWords = 8;

    /// <summary>Up to so many offices are visited one by one; for more it is faster to go through all.</summary>
    private const int FewOffices = 4_096;

    /// <summary>Marks an office that is a candidate already.</summary>
    private const byte Taken = 254;

    private readonly OfficeTable offices;
    private readonly WordIndex names;
    private readonly WordIndex places;
    private readonly byte[] nameLengths;

    public OfficeSearch(OfficeTable offices)
    {
        this.offices = offices;
        nameLengths = new byte[offices.Count];
        var nameBuilder = new WordIndexBuilder();
        var text = new WordBuffer();
        Span<char> name = stackalloc char[256];
        for (var i = 0; i < offices.Count; i++)
        {
            var utf8 = offices.NameOf(i);
            var length = System.Text.Encoding.UTF8.GetChars(utf8[..Math.Min(utf8.Length, name.Length)], name);
            text.Read(name[..length]);
            OfficeWords.DropType(text);
            nameBuilder.AddText(text, i);
            nameLengths[i] = (byte)(text.Count == 0 ? 0 : text.Join(0, text.Count - 1).Length);
        }

        names = nameBuilder.Build();
        var placeBuilder = new WordIndexBuilder();
        for (var i = 0; i < offices.Places.Count; i++)
        {
            var place = offices.Places[i];
            foreach (var part in (ReadOnlySpan<string>)[place.Taluk, place.District, place.State])
            {
                text.Read(part);
                placeBuilder.AddText(text, i);
            }
        }

        places = placeBuilder.Build();
    }

    public SearchAnswer Search(string? text, int limit)
    {
        limit = Math.Clamp(limit, 1, MostOffices);
        var words = new WordBuffer();
        words.Read(text);
        if (words.Count == 0)
        {
            return new SearchAnswer([], (text ?? "").Any(char.IsLetterOrDigit) ? SearchRemark.OtherScript : SearchRemark.Empty);
        }

        var found = OfficeWords.ReadPin(words) is { } pin ? OfPin(pin, limit) : OfWords(words, limit);
        return new SearchAnswer([.. found.Select(i => offices[i])], found.Count == 0 ? SearchRemark.NothingFound : SearchRemark.None);
    }

    private List<int> OfWords(WordBuffer words, int limit)
    {
        OfficeWords.JoinAbbreviations(words);
        OfficeWords.JoinType(words);
        OfficeWords.DropNoise(words);
        words.Truncate(MostWords);
        var found = new List<int>();
        Collect(words, mistyped: false, limit, found);
        CollectJoined(words, mistyped: false, limit, found);
        Collect(words, mistyped: true, limit, found);
        if (found.Count == 0) CollectJoined(words, mistyped: true, limit, found);
        return found;
    }

    /// <summary>A complete PIN gives its offices; a beginning gives the first office of each pincode.</summary>
    private List<int> OfPin(ReadOnlySpan<byte> pin, int limit)
    {
        var (from, to) = OfficeWords.OfficesOfPin(offices.Pincodes, pin);
        var found = new List<int>();
        for (var i = from; i < to && found.Count < limit; i++)
        {
            if (pin.Length == 6 || i == from || offices.Pincodes[i] != offices.Pincodes[i - 1]) found.Add(i);
        }

        return found;
    }

    private void CollectJoined(WordBuffer words, bool mistyped, int limit, List<int> found)
    {
        for (var i = 0; i + 1 < words.Count && found.Count < limit; i++)
        {
            var joined = words.Copy();
            joined.JoinWithNext(i);
            Collect(joined, mistyped, limit, found);
        }
    }

    private void Collect(WordBuffer words, bool mistyped, int limit, List<int> found)
    {
        if (found.Count >= limit) return;
        var matches = new WordMatch[words.Count];
        for (var i = 0; i < matches.Length; i++)
        {
            matches[i] = WordMatch.Of(words[i], i == words.Count - 1, words.Count > 1, mistyped, names, places, offices.Pincodes);
            if (matches[i].IsEmpty) return;
        }

        // The rarest word first: what it leaves is all that the others need to look at.
        Array.Sort(matches, (a, b) => a.Documents.CompareTo(b.Documents));
        var nameMarks = ArrayPool<byte>.Shared.Rent(offices.Count);
        var placeMarks = ArrayPool<byte>.Shared.Rent(offices.Places.Count);
        var left = ArrayPool<Candidate>.Shared.Rent(offices.Count);
        try
        {
            var count = -1;
            foreach (var match in matches)
            {
                match.Mark(offices.Kinds, nameMarks.AsSpan(0, offices.Count), placeMarks.AsSpan(0, offices.Places.Count));
                count = count < 0 ? First(match, nameMarks, placeMarks, left) : Next(nameMarks, placeMarks, left.AsSpan(0, count));
                if (count == 0) return;
            }

            TakeBest(left.AsSpan(0, count), matches.Length, limit, found);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(nameMarks);
            ArrayPool<byte>.Shared.Return(placeMarks);
            ArrayPool<Candidate>.Shared.Return(left);
        }
    }

    private int First(WordMatch match, Span<byte> nameMarks, ReadOnlySpan<byte> placeMarks, Span<Candidate> left)
    {
        Span<int> few = stackalloc int[FewOffices];
        var placeOf = offices.PlaceOf;
        var count = 0;
        if (match.TryList(offices, few, out var listed))
        {
            foreach (var i in few[..listed])
            {
                if (nameMarks[i] == Taken) continue;
                var mark = Math.Min(nameMarks[i], placeMarks[placeOf[i]]);
                left[count++] = new Candidate(i).With(mark);
                nameMarks[i] = Taken;
            }

            return count;
        }

        for (var i = 0; i < placeOf.Length; i++)
        {
            var mark = Math.Min(nameMarks[i], placeMarks[placeOf[i]]);
            if (mark != WordMatch.NoMark) left[count++] = new Candidate(i).With(mark);
        }

        return count;
    }

    private int Next(byte[] nameMarks, byte[] placeMarks, Span<Candidate> left)
    {
        var placeOf = offices.PlaceOf;
        var count = 0;
        foreach (var candidate in left)
        {
            var mark = Math.Min(nameMarks[candidate.Office], placeMarks[placeOf[candidate.Office]]);
            if (mark != WordMatch.NoMark) left[count++] = candidate.With(mark);
        }

        return count;
    }

    /// <summary>Appends the best candidates that are not among the found yet, until there are enough.</summary>
    private void TakeBest(Span<Candidate> candidates, int words, int limit, List<int> found)
    {
        var kinds = offices.Kinds;
        var best = new ulong[limit];
        var count = 0;
        foreach (var candidate in candidates)
        {
            var key = candidate.Rank(words, kinds[candidate.Office], nameLengths[candidate.Office]);
            if (count == limit && key >= best[count - 1]) continue;
            var at = ~best.AsSpan(0, count).BinarySearch(key);
            if (at < 0) continue;
            if (count < limit) count++;
            best.AsSpan(at, count - at - 1).CopyTo(best.AsSpan(at + 1));
            best[at] = key;
        }

        for (var i = 0; i < count && found.Count < limit; i++)
        {
            var office = Candidate.OfficeOf(best[i]);
            if (!found.Contains(office)) found.Add(office);
        }
    }

    /// <summary>An office that has matched every word so far, and how well.</summary>
    private readonly record struct Candidate(int Office, byte Mistyped = 0, byte Around = 0, byte Unfinished = 0)
    {
        public Candidate With(byte mark) => new(
            Office,
            (byte)(Mistyped + ((mark & WordMatch.Mistyped) != 0 ? 1 : 0)),
            (byte)(Around + ((mark & WordMatch.Around) != 0 ? 1 : 0)),
            (byte)(Unfinished | (mark & WordMatch.Unfinished)));

        public static int OfficeOf(ulong rank) => (int)(rank & 0xFFFFFF);

        /// <summary>Smaller is better. The office's number comes last: it keeps equals apart, in the order of their pincodes.</summary>
        public ulong Rank(int words, byte kind, byte nameLength)
        {
            var around = Around == 0 ? 0UL : Around < words ? 1UL : 2UL;
            return ((ulong)Mistyped << 48) | (around << 44) | ((ulong)kind << 40) | ((ulong)Unfinished << 36)
                | ((ulong)nameLength << 24) | (uint)Office;
        }
    }
}
