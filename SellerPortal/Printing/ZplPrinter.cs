using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Zpl;

namespace SellerPortal.Printing;

/// <summary>Prints labels as ZPL II for thermal printers. Safe to use from several threads at once.</summary>
public sealed class ZplPrinter(PrinterFonts fonts)
{
    /// <summary>True for the papers that label printers hold: all but a sheet of four.</summary>
    public static bool Takes(LabelFormat format) => format.LabelsPerSheet() == 1;

    /// <summary>Writes the labels in the order given; each leaves as it is drawn.</summary>
    /// <param name="labels">Drawn one after another, never all held at once.</param>
    /// <param name="format">The paper.</param>
    /// <param name="density">The printer's density.</param>
    /// <param name="output">Where the commands go; stays open.</param>
    /// <param name="cancellationToken">Stops between two labels.</param>
    /// <exception cref="ArgumentOutOfRangeException">Label printers do not hold the paper.</exception>
    public async Task PrintAsync(
        IAsyncEnumerable<LabelContent> labels, LabelFormat format, PrinterDensity density, Stream output, CancellationToken cancellationToken = default)
    {
        if (!Takes(format)) throw new ArgumentOutOfRangeException(nameof(format), format, "A label printer holds no sheets of four.");
        var sheet = new ZplSheet(fonts.Shaper, format, density);
        await foreach (var label in labels.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteAsync(ZplWriter.Write(sheet.Draw(label)), cancellationToken);
        }
    }
}
