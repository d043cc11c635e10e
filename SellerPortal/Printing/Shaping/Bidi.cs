namespace SellerPortal.Printing.Shaping;

/// <summary>
/// The order of runs on a line where Urdu meets digits and Latin: the Unicode bidirectional algorithm (UAX 9) for whole
/// runs, without the explicit controls that nobody types into an address.
/// </summary>
internal static class Bidi
{
    /// <summary>True when a paragraph reads from right to left: its first letter does.</summary>
    public static bool IsRightToLeft(List<GlyphRun[]> words)
    {
        foreach (var word in words)
        {
            foreach (var run in word)
            {
                if (run.Direction == RunDirection.RightToLeft) return true;
                if (run.Direction == RunDirection.LeftToRight) return false;
            }
        }

        return false;
    }

    /// <summary>Puts the runs of a line, given in reading order, into the order of paper.</summary>
    /// <returns>For each place on paper the index in reading order, with the embedding level.</returns>
    public static (int Index, int Level)[] Order(List<GlyphRun> runs, bool rightToLeft)
    {
        var line = new (int Index, int Level)[runs.Count];
        var start = rightToLeft ? 1 : 0;
        var strong = start;
        for (var i = 0; i < line.Length; i++)
        {
            var level = runs[i].Direction switch
            {
                RunDirection.RightToLeft => strong = 1,
                RunDirection.LeftToRight => (strong = 0) + (2 * start),
                RunDirection.Number => strong == 1 || rightToLeft ? 2 : 0,
                _ => -1,
            };
            line[i] = (i, level);
        }

        ResolveNeutrals(line, start);
        for (var level = 2; level > 0; level--)
        {
            for (var i = 0; i < line.Length; i++)
            {
                var from = i;
                while (i < line.Length && line[i].Level >= level) i++;
                if (i - from > 1) line.AsSpan(from, i - from).Reverse();
            }
        }

        return line;
    }

    /// <summary>A neutral between two runs of one direction joins them, otherwise it goes with the paragraph.</summary>
    private static void ResolveNeutrals((int Index, int Level)[] line, int start)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i].Level >= 0) continue;
            var end = i;
            while (end < line.Length && line[end].Level < 0) end++;
            var before = i == 0 ? start : Side(line[i - 1].Level, start);
            var after = end == line.Length ? start : Side(line[end].Level, start);
            var level = before != after ? start : before == 1 ? 1 : 2 * start;
            for (; i < end; i++) line[i].Level = level;
            i--;
        }
    }

    /// <summary>0 for left to right, 1 for right to left; a number inside right-to-left text counts with it.</summary>
    private static int Side(int level, int start) => level == 2 && start == 0 ? 1 : level & 1;
}
