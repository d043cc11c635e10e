namespace SellerPortal.Printing.Shaping;

/// <summary>A paragraph of a block of text.</summary>
/// <param name="Text">One paragraph; line breaks inside count as spaces.</param>
/// <param name="Weight">The weight of all its words.</param>
/// <param name="Percent">Its size against that of the block.</param>
internal readonly record struct Paragraph(string Text, FontWeight Weight = FontWeight.Regular, int Percent = 100);

/// <summary>A line as it stands on paper.</summary>
/// <param name="Runs">From left to right, spaces included.</param>
/// <param name="ReadingOrder">For each run its index in reading order; may be longer than the line.</param>
/// <param name="Size">The font size in hundredths of a millimetre.</param>
/// <param name="Width">In hundredths of a millimetre.</param>
/// <param name="Baseline">From the top of the block, in hundredths of a millimetre.</param>
/// <param name="RightToLeft">The line belongs at the right edge.</param>
internal readonly record struct TextLine(GlyphRun[] Runs, int[] ReadingOrder, int Size, int Width, int Baseline, bool RightToLeft);

/// <summary>
/// Text set into a box: wrapped at spaces, a word wider than the box at its clusters, and made smaller until all of it
/// fits. Text is never cut. Lengths are hundredths of a millimetre.
/// </summary>
internal sealed class TextBlock
{
    /// <summary>The reading order of a line without right-to-left text, shared by all of them.</summary>
    private static readonly int[] Straight = [.. Enumerable.Range(0, 64)];

    private TextBlock(List<TextLine> lines, int height)
    {
        Lines = lines;
        Height = height;
    }

    public IReadOnlyList<TextLine> Lines { get; }

    public int Height { get; }

    /// <summary>Sets the paragraphs into a box at the greatest size that fits, at most <paramref name="largest"/>.</summary>
    public static TextBlock Fit(TextShaper shaper, ReadOnlySpan<Paragraph> paragraphs, int width, int height, int largest)
    {
        var shaped = new List<GlyphRun[]>[paragraphs.Length];
        for (var i = 0; i < shaped.Length; i++) shaped[i] = Words(shaper, paragraphs[i]);

        for (var size = largest; ; size = Math.Max(1, size * 19 / 20))
        {
            var lines = new List<TextLine>();
            var top = 0;
            for (var i = 0; i < shaped.Length; i++)
            {
                top = Set(shaper, shaped[i], paragraphs[i], width, Math.Max(1, size * paragraphs[i].Percent / 100), top, lines);
            }

            if (size == 1 || (top <= height && lines.TrueForAll(line => line.Width <= width))) return new TextBlock(lines, top);
        }
    }

    private static List<GlyphRun[]> Words(TextShaper shaper, Paragraph paragraph)
    {
        var words = new List<GlyphRun[]>();
        var rest = paragraph.Text.AsSpan();
        while (true)
        {
            var start = 0;
            while (start < rest.Length && char.IsWhiteSpace(rest[start])) start++;
            if (start == rest.Length) return words;
            var end = start;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end])) end++;
            words.Add(shaper.Word(rest[start..end], paragraph.Weight));
            rest = rest[end..];
        }
    }

    private static int Set(
        TextShaper shaper, List<GlyphRun[]> words, Paragraph paragraph, int boxWidth, int size, int top, List<TextLine> lines)
    {
        var available = boxWidth * 1000 / size;
        var rightToLeft = Bidi.IsRightToLeft(words);
        var line = new List<GlyphRun>();
        var used = 0;
        foreach (var word in words)
        {
            var width = 0;
            foreach (var run in word) width += run.Width;
            if (line.Count > 0)
            {
                var space = shaper.Space(line[^1], word[0], paragraph.Weight);
                if (used + space.Width + width > available) Finish();
                else Add(space);
            }

            foreach (var run in word)
            {
                GlyphRun? rest = run;
                while (rest is not null)
                {
                    if (used + rest.Width <= available || (used > 0 && width <= available))
                    {
                        Add(rest);
                        break;
                    }

                    // The word is wider than the box: it fills this line and goes on in the next.
                    if (used > 0 && available - used < 2000) Finish();
                    (var first, rest) = rest.Break(available - used);
                    Add(first);
                    if (rest is not null) Finish();
                }
            }
        }

        if (line.Count > 0) Finish();
        return top;

        void Add(GlyphRun run)
        {
            line.Add(run);
            used += run.Width;
        }

        void Finish()
        {
            var ascent = 0;
            var descent = 0;
            foreach (var run in line)
            {
                ascent = Math.Max(ascent, run.Face.Ascent);
                descent = Math.Max(descent, run.Face.Descent);
            }

            var (runs, order) = OnPaper(line, rightToLeft);
            lines.Add(new TextLine(
                runs,
                order,
                size,
                (used * size / 1000) + 1,
                top + (ascent * size / 1000),
                rightToLeft));
            top += (ascent + descent) * size / 1000;
            line.Clear();
            used = 0;
        }
    }

    private static (GlyphRun[] Runs, int[] ReadingOrder) OnPaper(List<GlyphRun> line, bool rightToLeft)
    {
        if (!rightToLeft && !line.Exists(static run => run.Direction == RunDirection.RightToLeft))
        {
            return ([.. line], line.Count <= Straight.Length ? Straight : [.. Enumerable.Range(0, line.Count)]);
        }

        var places = Bidi.Order(line, rightToLeft);
        return (
            Array.ConvertAll(places, place => Mirrored(line[place.Index], place.Level)),
            Array.ConvertAll(places, place => place.Index));
    }

    /// <summary>Punctuation inside right-to-left text runs backwards and its brackets turn round.</summary>
    private static GlyphRun Mirrored(GlyphRun run, int level)
    {
        if (level % 2 == 0 || run.Direction != RunDirection.Neutral || run.Text == " ") return run;
        var turned = run.Text.ToCharArray();
        Array.Reverse(turned);
        for (var i = 0; i < turned.Length; i++)
        {
            turned[i] = turned[i] switch { '(' => ')', ')' => '(', '[' => ']', ']' => '[', '<' => '>', '>' => '<', var other => other };
        }

        return TextShaper.Simple(run.Face, new string(turned), RunDirection.Neutral);
    }
}
