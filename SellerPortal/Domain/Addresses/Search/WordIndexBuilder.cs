using System.Runtime.InteropServices;

namespace SellerPortal.Domain.Addresses.Search;

/// <summary>Collects words with their documents and sorts them into a <see cref="WordIndex"/>.</summary>
internal sealed class WordIndexBuilder
{
    /// <summary>The letters that fit into one sorting key: 37 values each (end, 0–9, a–z) in 64 bits.</summary>
    private const int KeyLetters = 12;

    private readonly List<byte> letters = [];
    private readonly List<int> starts = [0];
    private readonly List<int> words = [];
    private readonly List<int> documents = [];
    private int[] slots = new int[1 << 12];

    /// <summary>Notes that <paramref name="document"/> holds <paramref name="word"/>.</summary>
    public void Add(ReadOnlySpan<byte> word, int document)
    {
        words.Add(NumberOf(word));
        documents.Add(document);
    }

    /// <summary>
    /// Notes the words of a text, each pair of neighbours written as one ("civillines"), and a run of single letters
    /// as one ("ysr" for Y.S.R.), so that spacing does not matter.
    /// </summary>
    public void AddText(WordBuffer text, int document)
    {
        var run = 0;
        for (var i = 0; i < text.Count; i++)
        {
            Add(text[i], document);
            if (i > 0) Add(text.Join(i - 1, i), document);
            run = text[i].Length == 1 ? run + 1 : 0;
            if (run > 2) Add(text.Join(i - run + 1, i), document);
        }
    }

    public WordIndex Build()
    {
        var order = SortedWords();
        var wordStarts = new int[order.Length + 1];
        var sorted = new byte[letters.Count];
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var word = Word(order[i]);
            word.CopyTo(sorted.AsSpan(wordStarts[i]));
            wordStarts[i + 1] = wordStarts[i] + word.Length;
            place[order[i]] = i;
        }

        var documentStarts = new int[order.Length + 1];
        foreach (var word in words) documentStarts[place[word] + 1]++;
        for (var i = 0; i < order.Length; i++) documentStarts[i + 1] += documentStarts[i];
        var filled = documentStarts.AsSpan(..^1).ToArray();
        var sortedDocuments = new int[documents.Count];
        for (var i = 0; i < words.Count; i++) sortedDocuments[filled[place[words[i]]]++] = documents[i];
        return new WordIndex(sorted, wordStarts, sortedDocuments, documentStarts);
    }

    private static ulong KeyOf(ReadOnlySpan<byte> word)
    {
        var key = 0UL;
        for (var i = 0; i < KeyLetters; i++)
        {
            var digit = i >= word.Length ? 0 : word[i] <= '9' ? word[i] - '0' + 1 : word[i] - 'a' + 11;
            key = (key * 37) + (ulong)digit;
        }

        return key;
    }

    private int[] SortedWords()
    {
        var order = new int[starts.Count - 1];
        var keys = new ulong[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = KeyOf(Word(i));
        }

        Array.Sort(keys, order);
        for (var i = 0; i < order.Length;)
        {
            var end = i + 1;
            while (end < order.Length && keys[end] == keys[i]) end++;
            if (end - i > 1) order.AsSpan(i..end).Sort((a, b) => Word(a).SequenceCompareTo(Word(b)));
            i = end;
        }

        return order;
    }

    private ReadOnlySpan<byte> Word(int number) => CollectionsMarshal.AsSpan(letters)[starts[number]..starts[number + 1]];

    private int NumberOf(ReadOnlySpan<byte> word)
    {
        if (starts.Count * 2 > slots.Length) Grow();
        ref var slot = ref SlotOf(word);
        if (slot == 0)
        {
            letters.AddRange(word);
            slot = starts.Count;
            starts.Add(letters.Count);
        }

        return slot - 1;
    }

    private ref int SlotOf(ReadOnlySpan<byte> word)
    {
        var hash = 2166136261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16777619u;
        var mask = slots.Length - 1;
        var at = (int)(hash ^ (hash >> 15)) & mask;
        while (slots[at] != 0 && !Word(slots[at] - 1).SequenceEqual(word)) at = (at + 1) & mask;
        return ref slots[at];
    }

    private void Grow()
    {
        slots = new int[slots.Length * 4];
        for (var i = 0; i < starts.Count - 1; i++) SlotOf(Word(i)) = i + 1;
    }
}
