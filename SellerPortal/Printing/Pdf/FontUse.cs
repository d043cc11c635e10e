using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Pdf;

/// <summary>Which glyphs of which fonts a document has used, and the characters they stand for.</summary>
internal sealed class FontUse
{
    private readonly List<UsedFont> fonts = [];

    public IReadOnlyList<UsedFont> Fonts => fonts;

    /// <summary>The number of a font in this document; a new one when it was not used before.</summary>
    public int IndexOf(FontFace face)
    {
        for (var i = 0; i < fonts.Count; i++)
        {
            if (fonts[i].Face == face) return i;
        }

        fonts.Add(new UsedFont(face));
        return fonts.Count - 1;
    }

    /// <summary>Remembers the glyphs of a run.</summary>
    public void Mark(int font, GlyphRun run)
    {
        var used = fonts[font].Texts;
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            used[run.Glyphs[i]] ??= run.Clusters is null ? Written(run.Text[i]) : OfCluster(run, run.Clusters, i);
        }
    }

    private static string Written(char character) => char.IsSurrogate(character) ? "\uFFFD" : character.ToString();

    /// <summary>
    /// The character of a glyph in a cluster: each its own where there are as many glyphs as characters, otherwise the
    /// first in reading order stands for all of them.
    /// </summary>
    private static string OfCluster(GlyphRun run, int[] clusters, int glyph)
    {
        var first = glyph;
        var last = glyph;
        while (first > 0 && clusters[first - 1] == clusters[glyph]) first--;
        while (last + 1 < clusters.Length && clusters[last + 1] == clusters[glyph]) last++;
        var end = run.Text.Length;
        foreach (var cluster in clusters)
        {
            if (cluster > clusters[glyph]) end = Math.Min(end, cluster);
        }

        var text = run.Text[clusters[glyph]..end];
        var place = run.Direction == RunDirection.RightToLeft ? last - glyph : glyph - first;
        if (text.Length == last - first + 1 && !text.Any(char.IsSurrogate)) return text[place].ToString();
        return place == 0 ? text : "";
    }
}

/// <summary>A font of a document.</summary>
internal sealed class UsedFont(FontFace face)
{
    public FontFace Face { get; } = face;

    /// <summary>For each glyph the text it first stood for; null when it was not used.</summary>
    public string?[] Texts { get; } = new string?[face.GlyphCount];

    public IEnumerable<int> Glyphs => Enumerable.Range(0, Texts.Length).Where(glyph => Texts[glyph] is not null);
}
