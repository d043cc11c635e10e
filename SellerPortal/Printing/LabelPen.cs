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
    public PageContent Page => page;

    public LabelGrid Grid => grid;

    /// <summary>Text fitted into a box, in the middle of its height.</summary>
    public void Middle(Box box, int size, Align align, bool inWhite, params ReadOnlySpan<Paragraph> paragraphs)
    {
        var block = TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size);
        Draw(block, box with { Y = box.Y + ((box.Height - block.Height) / 2) }, align, inWhite);
    }

    /// <summary>Text fitted into a box from its top.</summary>
    public void Top(Box box, int size, params ReadOnlySpan<Paragraph> paragraphs) =>
        Draw(TextBlock.Fit(shaper, paragraphs, box.Width, box.Height, size), box, Align.Start, inWhite: false);

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
