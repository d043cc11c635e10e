using System.Text;
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
        var used = fonts[font].Characters;
        for (var i = 0; i < run.Glyphs.Length; i++)
        {
            ref var character = ref used[run.Glyphs[i]];
            if (character != 0) continue;
            var index = run.Clusters?[i] ?? i;
            character = Rune.TryGetRuneAt(run.Text, index, out var rune) ? rune.Value : Rune.ReplacementChar.Value;
        }
    }
}

/// <summary>A font of a document.</summary>
internal sealed class UsedFont(FontFace face)
{
    public FontFace Face { get; } = face;

    /// <summary>For each glyph the first character it stood for; 0 when it was not used.</summary>
    public int[] Characters { get; } = new int[face.GlyphCount];

    public IEnumerable<int> Glyphs => Enumerable.Range(0, Characters.Length).Where(glyph => Characters[glyph] != 0);
}
