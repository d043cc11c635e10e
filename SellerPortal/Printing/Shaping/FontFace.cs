using System.Text;
using HarfBuzzSharp;

namespace SellerPortal.Printing.Shaping;

/// <summary>
/// One font file, mapped into memory for the life of the process. All measures are thousandths of the em, the unit of
/// PDF. Safe to use from several threads at once: nothing changes after construction.
/// </summary>
internal sealed class FontFace : IDisposable
{
    /// <summary>Fonts of Latin leave more air between lines than a label can spare.</summary>
    private const int TightAscent = 930;
    private const int TightDescent = 250;

    private readonly Blob blob;
    private readonly Face face;
    private readonly Font font;
    private readonly ushort[] ascii = new ushort[128];
    private readonly ushort[] advances;

    public FontFace(string path, Script script)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        FileName = path;
        Script = script;
        blob = Blob.FromFile(path);
        blob.MakeImmutable();
        face = new Face(blob, 0);
        face.MakeImmutable();
        font = new Font(face);
        font.SetFunctionsOpenType();
        font.SetScale(1000, 1000);
        if (face.GlyphCount == 0) throw new InvalidDataException($"{path} is not a font.");

        font.TryGetHorizontalFontExtents(out var extents);
        (Ascent, Descent) = script is Script.Latin ? (TightAscent, TightDescent) : (extents.Ascender, -extents.Descender);
        advances = new ushort[face.GlyphCount];
        for (var i = 0; i < advances.Length; i++) advances[i] = (ushort)font.GetHorizontalGlyphAdvance((uint)i);
        for (var i = 0; i < ascii.Length; i++) ascii[i] = font.TryGetNominalGlyph(i, out var glyph) ? (ushort)glyph : (ushort)0;
        Space = TextShaper.Simple(this, " ", RunDirection.Neutral);
    }

    /// <summary>A space between two words of this font.</summary>
    public GlyphRun Space { get; }

    /// <summary>The PostScript name, which is also the file's.</summary>
    public string Name { get; }

    public string FileName { get; }

    public Script Script { get; }

    public int GlyphCount => advances.Length;

    /// <summary>From the base line to the top of a line of text.</summary>
    public int Ascent { get; }

    /// <summary>From the base line to the bottom of a line of text, positive.</summary>
    public int Descent { get; }

    /// <summary>The handle that HarfBuzz knows the face by.</summary>
    public IntPtr Handle => face.Handle;

    /// <summary>The handle of the font in its units of a thousandth of the em.</summary>
    public IntPtr FontHandle => font.Handle;

    public int Advance(int glyph) => advances[glyph];

    /// <summary>The glyph of a character, or 0 when the font has none.</summary>
    public ushort Glyph(Rune rune)
    {
        if (rune.IsAscii) return ascii[rune.Value];
        return font.TryGetNominalGlyph(rune.Value, out var glyph) ? (ushort)glyph : (ushort)0;
    }

    public void Shape(HarfBuzzSharp.Buffer buffer, params Feature[] features) => font.Shape(buffer, features);

    public void Dispose()
    {
        font.Dispose();
        face.Dispose();
        blob.Dispose();
    }
}
