using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>The fonts and the shaped words that all printers share. One for the whole process; safe from several threads.</summary>
public sealed class PrinterFonts : IDisposable
{
    private readonly FontLibrary fonts;

    /// <summary>The fonts shipped beside the program.</summary>
    public PrinterFonts()
        : this(FontLibrary.ShippedFolder)
    {
    }

    /// <param name="folder">Where the font files are.</param>
    internal PrinterFonts(string folder)
    {
        fonts = new FontLibrary(folder);
        Shaper = new TextShaper(fonts);
    }

    internal TextShaper Shaper { get; }

    public void Dispose() => fonts.Dispose();
}
