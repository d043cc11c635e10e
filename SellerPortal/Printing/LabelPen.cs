using SellerPortal.Domain.Addresses;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Sets text into the boxes of a label.</summary>
internal sealed class LabelPen(ISurface page, TextShaper shaper, LabelGrid grid) : TextPen(page, shaper)
{
    private PostalAddress? lastSender;
    private TextBlock? lastSenderBlock;

    public LabelGrid Grid => grid;

    /// <summary>A sender, who mostly is the same on all labels of a document.</summary>
    public void Sender(Box box, int size, PostalAddress sender, Func<PostalAddress, Paragraph[]> paragraphs)
    {
        if (lastSenderBlock is null || sender != lastSender)
        {
            lastSenderBlock = TextBlock.Fit(Shaper, paragraphs(sender), box.Width, box.Height, size);
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

    private Box CaptionBox(Box cell) =>
        new(cell.X + grid.Padding, cell.Y + (grid.Padding / 2), cell.Width - (2 * grid.Padding), grid.CaptionSize * 120 / 100);
}
