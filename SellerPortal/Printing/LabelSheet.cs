using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Pdf;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>One sheet of paper of a document, with one label or four on it; used again for every sheet.</summary>
internal sealed class LabelSheet
{
    private readonly PdfWriter writer;
    private readonly TextShaper shaper;
    private readonly LabelFormat format;
    private readonly LabelGrid grid;
    private readonly LabelPen pen;
    private readonly Dictionary<LabelTraits, int> frames = [];
    private readonly int paperWidth;
    private readonly int paperHeight;

    public LabelSheet(PdfWriter writer, TextShaper shaper, LabelFormat format)
    {
        this.writer = writer;
        this.shaper = shaper;
        this.format = format;
        (paperWidth, paperHeight) = format.Paper();
        grid = new LabelGrid(format);
        Page = new PageContent(writer.Fonts);
        pen = new LabelPen(Page, shaper, grid);
        Clear();
    }

    public PageContent Page { get; }

    /// <summary>Begins an empty sheet.</summary>
    public void Clear()
    {
        Page.Begin(paperHeight);
        if (format != LabelFormat.A4) return;

        // Where to cut, short of the middle so that no label is crossed when the cut is a little off.
        Page.Fill(paperWidth / 2, 0, 10, 500);
        Page.Fill(paperWidth / 2, paperHeight - 500, 10, 500);
        Page.Fill(0, paperHeight / 2, 500, 10);
        Page.Fill(paperWidth - 500, paperHeight / 2, 500, 10);
    }

    /// <summary>Draws a label at a place: 0 to 3 from left to right, then down.</summary>
    public void Draw(LabelContent content, int place)
    {
        var frame = FrameOf(LabelTraits.Of(content));
        Page.MoveOrigin(place % 2 * paperWidth / 2, place / 2 * (paperHeight / 2));
        Page.Part(frame, grid.Height);
        LabelFacts.Draw(pen, content);
    }

    private int FrameOf(LabelTraits traits)
    {
        if (frames.TryGetValue(traits, out var frame)) return frame;
        var part = new PageContent(writer.Fonts);
        part.Begin(grid.Height);
        LabelFrame.Draw(new LabelPen(part, shaper, grid), traits);
        frame = writer.AddPart(part, grid.Width, grid.Height);
        frames.Add(traits, frame);
        return frame;
    }
}
