using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Something to draw on: a page of a PDF, or the dots of a label printer. Lengths are hundredths of a millimetre.</summary>
internal interface ISurface
{
    /// <summary>A black rectangle.</summary>
    void Fill(int x, int y, int width, int height);

    /// <summary>The outline of a rectangle, drawn inwards.</summary>
    void Frame(int x, int y, int width, int height, int thickness);

    /// <summary>Bars of a barcode, each a whole number of the printer's dots.</summary>
    /// <param name="x">The left edge of the first bar; moved to the nearest dot.</param>
    /// <param name="y">The top.</param>
    /// <param name="height">The height of the bars.</param>
    /// <param name="widths">Bar, space, bar … in modules.</param>
    /// <param name="dots">Dots in a module at 203 dpi.</param>
    void Barcode(int x, int y, int height, ReadOnlySpan<byte> widths, int dots);

    /// <summary>A line of text with its left end on a base line.</summary>
    void Text(in TextLine line, int x, int baseline, bool inWhite = false);
}
