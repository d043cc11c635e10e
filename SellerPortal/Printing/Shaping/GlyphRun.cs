namespace SellerPortal.Printing.Shaping;

/// <summary>Which way a run is written, as far as the order of runs on a line goes.</summary>
internal enum RunDirection
{
    LeftToRight,
    RightToLeft,

    /// <summary>Digits: left to right, but part of the text around them.</summary>
    Number,

    /// <summary>Spaces and punctuation: takes the direction around it.</summary>
    Neutral,
}

/// <summary>
/// Glyphs of one font from a piece of text without spaces, in the order they stand on paper. Measures are thousandths
/// of the em, so a run serves every size. Immutable, and shared between labels.
/// </summary>
internal sealed class GlyphRun
{
    public required FontFace Face { get; init; }

    /// <summary>The text in reading order.</summary>
    public required string Text { get; init; }

    public required RunDirection Direction { get; init; }

    public required ushort[] Glyphs { get; init; }

    /// <summary>Index in <see cref="Text"/> of the first character of each glyph; null when glyph n is character n.</summary>
    public int[]? Clusters { get; init; }

    /// <summary>How far each glyph moves the pen; null when every glyph moves it by the font's own advance.</summary>
    public int[]? Advances { get; init; }

    /// <summary>Shifts of each glyph from the pen; null when there are none.</summary>
    public (int X, int Y)[]? Offsets { get; init; }

    public required int Width { get; init; }

    /// <summary>True when glyphs follow the characters one to one, so that the text can be read back from them.</summary>
    public bool IsSimple => Clusters is null;

    /// <summary>
    /// True when the order of the glyphs says too little about the text, as where a vowel stands before its consonant.
    /// Right-to-left text is not among them: readers of PDF turn it round themselves, and would turn it twice.
    /// </summary>
    public bool HidesItsText => !IsSimple && Direction != RunDirection.RightToLeft;

    /// <summary>
    /// Cuts the run in two so that the first part is at most <paramref name="width"/> wide but holds at least one
    /// cluster, after punctuation where there is some; for a word wider than its box.
    /// </summary>
    public (GlyphRun Head, GlyphRun? Tail) Break(int width)
    {
        var backwards = Direction == RunDirection.RightToLeft;
        var sum = 0;
        var cut = 0;
        var softCut = 0;
        for (var i = 0; i < Glyphs.Length; i++)
        {
            var glyph = backwards ? Glyphs.Length - 1 - i : i;
            if (i > 0 && StartsCluster(i, backwards))
            {
                if (sum > width && cut > 0) break;
                cut = i;
                if (IsSimple && Text[i - 1] is ',' or '/' or '-' or ';' or '.') softCut = i;
            }

            sum += Advances?[glyph] ?? Face.Advance(Glyphs[glyph]);
        }

        if (cut == 0 || sum <= width) return (this, null);
        if (softCut * 2 > cut) cut = softCut;
        return backwards
            ? (Part(Glyphs.Length - cut, Glyphs.Length), Part(0, Glyphs.Length - cut))
            : (Part(0, cut), Part(cut, Glyphs.Length));
    }

    private bool StartsCluster(int i, bool backwards)
    {
        if (Clusters is null) return true;
        return backwards
            ? Clusters[Glyphs.Length - 1 - i] != Clusters[Glyphs.Length - i]
            : Clusters[i] != Clusters[i - 1];
    }

    private GlyphRun Part(int from, int to)
    {
        var textFrom = from;
        var textTo = to;
        if (Clusters is not null)
        {
            textFrom = Clusters[from..to].Min();
            textTo = Clusters.Where(cluster => cluster > Clusters[from..to].Max()).DefaultIfEmpty(Text.Length).Min();
        }

        var width = 0;
        for (var i = from; i < to; i++) width += Advances?[i] ?? Face.Advance(Glyphs[i]);
        return new GlyphRun
        {
            Face = Face,
            Text = Text[textFrom..textTo],
            Direction = Direction,
            Glyphs = Glyphs[from..to],
            Clusters = Clusters?[from..to].Select(cluster => cluster - textFrom).ToArray(),
            Advances = Advances?[from..to],
            Offsets = Offsets?[from..to],
            Width = width,
        };
    }
}
