using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Zpl;

/// <summary>Draws on the dots of a label printer. For one thread.</summary>
internal sealed class DotSurface(PrinterDensity density) : ISurface
{
    /// <summary>Glyphs remembered before the memory is emptied and fills again.</summary>
    private const int MostGlyphs = 8_192;

    private readonly Dictionary<(FontFace Face, ushort Glyph, int Size), GlyphImage?> glyphs = [];
    private readonly double dotsPerUnit = density.DotsPerUnit();

    /// <summary>What is drawn on.</summary>
    public DotImage Image { get; set; } = new(0, 0);

    public int Dots(int units) => (int)Math.Round(units * dotsPerUnit, MidpointRounding.AwayFromZero);

    public void Fill(int x, int y, int width, int height)
    {
        var left = Dots(x);
        var top = Dots(y);
        Image.Fill(left, top, Math.Max(left + 1, Dots(x + width)), Math.Max(top + 1, Dots(y + height)));
    }

    public void Frame(int x, int y, int width, int height, int thickness)
    {
        Fill(x, y, width, thickness);
        Fill(x, y + height - thickness, width, thickness);
        Fill(x, y, thickness, height);
        Fill(x + width - thickness, y, thickness, height);
    }

    /// <remarks>At 300 dpi a module is four dots, a little narrower than at 203; the bars stay in the middle of their place.</remarks>
    public void Barcode(int x, int y, int height, ReadOnlySpan<byte> widths, int dots)
    {
        var modules = 0;
        foreach (var width in widths) modules += width;
        var place = modules * dots * 2540 / 203;
        var module = density.DotsPerModule();
        var left = Dots(x) + ((Dots(place) - (modules * module)) / 2);
        var (top, bottom) = (Dots(y), Dots(y + height));
        for (var i = 0; i < widths.Length; i++)
        {
            var right = left + (widths[i] * module);
            if (i % 2 == 0) Image.Fill(left, top, right, bottom);
            left = right;
        }
    }

    public void Text(in TextLine line, int x, int baseline, bool inWhite = false)
    {
        var pen = 0;
        foreach (var run in line.Runs)
        {
            for (var i = 0; i < run.Glyphs.Length; i++)
            {
                var (shiftX, shiftY) = run.Offsets is { } offsets ? offsets[i] : (0, 0);
                if (Glyph(run.Face, run.Glyphs[i], line.Size) is { } glyph)
                {
                    Stamp(glyph, Dots(x + ((pen + shiftX) * line.Size / 1000)), Dots(baseline - (shiftY * line.Size / 1000)), !inWhite);
                }

                pen += run.Advances?[i] ?? run.Face.Advance(run.Glyphs[i]);
            }
        }
    }

    private void Stamp(GlyphImage glyph, int x, int y, bool black)
    {
        for (var row = 0; row < glyph.Dots.Height; row++)
        {
            for (var column = 0; column < glyph.Dots.Width; column++)
            {
                if (glyph.Dots.IsBlack(column, row)) Image.Set(x + glyph.Left + column, y + glyph.Top + row, black);
            }
        }
    }

    private GlyphImage? Glyph(FontFace face, ushort glyph, int size)
    {
        if (glyphs.TryGetValue((face, glyph, size), out var image)) return image;
        if (glyphs.Count >= MostGlyphs) glyphs.Clear();
        image = GlyphImage.Of(GlyphOutline.Of(face, glyph), (float)(size * dotsPerUnit / 1000));
        glyphs.Add((face, glyph, size), image);
        return image;
    }
}
