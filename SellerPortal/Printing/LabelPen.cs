using SellerPortal.Domain.Addresses;
using SellerPortal.Printing.Pdf;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Where text stands in its box.</summary>
internal enum Align
{
    Start,
    Centre,
    End,
}

/// <summary>Sets text into the boxes of a label.</summary>
internal sealed class LabelPen(PageContent page, TextShaper shaper, LabelGrid grid)
{
    /// <summary>Texts remembered with their setting before the memory is emptied and fills again.</summary>
    private const int MostSettings = 1_024;

    /// <summary>Offices, ids and prices return from label to label within a document.</summary>
    private readonly Dictionary<(Paragraph Text, int Width, int Height, int Size), TextBlock> settings = [];

    private PostalAddress? lastSender;
    private TextBlock? lastSenderBlock;

    public PageContent Page => page;

    public LabelGrid Grid => grid;

    /// <summary>Text fitted into a box, in the middle of its height.</summary>
    public void Middle(Box box, int size, Align align, bool inWhite, params ReadOnlySpan<Paragraph> paragraphs)
    {
        var block = paragraphs.Length == 1 ? Set(paragraphs[0], box, size) : TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size);
        Draw(block, box with { Y = box.Y + ((box.Height - block.Height) / 2) }, align, inWhite);
    }

    /// <summary>Text fitted into a box from its top.</summary>
    public void Top(Box box, int size, params ReadOnlySpan<Paragraph> paragraphs) =>
        Draw(TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size), box, Align.Start, inWhite: false);

    /// <summary>A sender, who mostly is the same on all labels of a document.</summary>
    public void Sender(Box box, int size, PostalAddress sender, Func<PostalAddress, Paragraph[]> paragraphs)
    {
        if (lastSenderBlock is null || sender != lastSender)
        {
            lastSenderBlock = TextBlock.Fit(shaper, paragraphs(sender), box.Width, box.Height, size);
            lastSender = sender;
        }

        Draw(lastSenderBlock, box, Align.Start, inWhite: false);
    }

    /// <summary>The caption of a fact, at the top of its cell.</summary>
    public void Caption(Box cell, string text) => Top(CaptionBox(cell), grid.CaptionSize, new Paragraph(text));

    /// <summary>The value of a fact, below the caption.</summary>
    public void Value(Box cell, string text, FontWeight weight = FontWeight.Bold)
    {
        var caption = CaptionBox(cell);
        Middle(
            caption with { Y = caption.Bottom, Height = cell.Bottom - caption.Bottom - 30 },
            grid.FactSize,
            Align.Start,
            inWhite: false,
            new Paragraph(text, weight));
    }

    private TextBlock Set(Paragraph paragraph, Box box, int size)
    {
        var key = (paragraph, box.Width, box.Height, size);
        if (settings.TryGetValue(key, out var block)) return block;
        if (settings.Count >= MostSettings) settings.Clear();
        block = TextBlock.Fit(shaper, [paragraph], box.Width, box.Height, size);
        settings.Add(key, block);
        return block;
    }

    private Box CaptionBox(Box cell) =>
        new(cell.X + grid.Padding, cell.Y + (grid.Padding / 2), cell.Width - (2 * grid.Padding), grid.CaptionSize * 120 / 100);

    private void Draw(TextBlock block, Box box, Align align, bool inWhite)
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
}
