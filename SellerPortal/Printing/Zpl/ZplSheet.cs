using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Zpl;

/// <summary>Draws one label after another in dots; what labels of the same traits share is drawn once.</summary>
internal sealed class ZplSheet
{
    private readonly DotSurface surface;
    private readonly LabelGrid grid;
    private readonly LabelPen pen;
    private readonly Dictionary<LabelTraits, byte[]> frames = [];

    public ZplSheet(TextShaper shaper, LabelFormat format, PrinterDensity density)
    {
        surface = new DotSurface(density);
        grid = new LabelGrid(format);
        pen = new LabelPen(surface, shaper, grid);
        surface.Image = new DotImage(surface.Dots(grid.Width), surface.Dots(grid.Height));
    }

    /// <summary>The dots of a label; they are drawn over by the next.</summary>
    public DotImage Draw(LabelContent content)
    {
        var traits = LabelTraits.Of(content);
        if (!frames.TryGetValue(traits, out var frame))
        {
            Array.Clear(surface.Image.Bits);
            LabelFrame.Draw(pen, traits);
            frame = [.. surface.Image.Bits];
            frames.Add(traits, frame);
        }

        frame.CopyTo(surface.Image.Bits, 0);
        LabelFacts.Draw(pen, content);
        return surface.Image;
    }
}
