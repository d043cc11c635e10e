using SellerPortal.Domain.Articles;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Where text stands in its box.</summary>
internal enum Align
{
    Start,
    Centre,
    End,
}

/// <summary>Sets text and barcodes into boxes on a page.</summary>
internal class TextPen(ISurface page, TextShaper shaper)
{
    /// <summary>Texts remembered with their setting before the memory is emptied and fills again.</summary>
    private const int MostSettings = 1_024;

    /// <summary>Offices, ids and prices return from page to page within a document.</summary>
    private readonly Dictionary<(Paragraph Text, int Width, int Height, int Size), TextBlock> settings = [];

    public ISurface Page => page;

    protected TextShaper Shaper => shaper;

    /// <summary>Text fitted into a box, in the middle of its height.</summary>
    public void Middle(Box box, int size, Align align, bool inWhite, params ReadOnlySpan<Paragraph> paragraphs)
    {
        var block = paragraphs.Length == 1 ? Set(paragraphs[0], box, size) : TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size);
        Draw(block, box with { Y = box.Y + ((box.Height - block.Height) / 2) }, align, inWhite);
    }

    /// <summary>Text fitted into a box from its top.</summary>
    public void Top(Box box, int size, params ReadOnlySpan<Paragraph> paragraphs) =>
        Draw(TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size), box, Align.Start, inWhite: false);

    /// <summary>Code 128 of a text; its quiet zones are the caller's to keep.</summary>
    /// <returns>The width of the bars.</returns>
    public int Code128At(int x, int y, int height, ReadOnlySpan<char> text)
    {
        Span<byte> symbols = stackalloc byte[Code128.MostSymbols];
        Span<byte> widths = stackalloc byte[Code128.MostElements];
        var count = Code128.Encode(text, symbols);
        page.Barcode(x, y, height, widths[..Code128.Bars(symbols[..count], widths)], LabelGrid.DotsPerModule);
        return WidthOf(Code128.Modules(count));
    }

    /// <summary>The width of the bars of a text, in hundredths of a millimetre.</summary>
    public static int WidthOfCode128(ReadOnlySpan<char> text)
    {
        Span<byte> symbols = stackalloc byte[Code128.MostSymbols];
        return WidthOf(Code128.Modules(Code128.Encode(text, symbols)));
    }

    protected void Draw(TextBlock block, Box box, Align align, bool inWhite)
    {
        foreach (var line in block.Lines)
        {
            var free = box.Width - line.Width;
            var x = (align, line.RightToLeft) switch
            {
                (Align.Centre, _) => box.X + (free / 2),
                (Align.Start, false) or (Align.End, true) => box.X,
                _ => box.X + free,
            };
            page.Text(line, x, box.Y + line.Baseline, inWhite);
        }
    }

    private static int WidthOf(int modules) => modules * LabelGrid.DotsPerModule * 2540 / 203;

    private TextBlock Set(Paragraph paragraph, Box box, int size)
    {
        var key = (paragraph, box.Width, box.Height, size);
        if (settings.TryGetValue(key, out var block)) return block;
        if (settings.Count >= MostSettings) settings.Clear();
        block = TextBlock.Fit(shaper, [paragraph], box.Width, box.Height, size);
        settings.Add(key, block);
        return block;
    }
}
