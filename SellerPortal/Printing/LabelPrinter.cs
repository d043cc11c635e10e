using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Pdf;

namespace SellerPortal.Printing;

/// <summary>
/// Prints labels as a PDF. One for the whole process: it holds the fonts and remembers shaped words. Safe to use from
/// several threads at once.
/// </summary>
public sealed class LabelPrinter : IDisposable
{
    private readonly PrinterFonts fonts;
    private readonly bool owned;

    /// <summary>A printer with the fonts shipped beside the program, all for itself.</summary>
    public LabelPrinter()
        : this(new PrinterFonts()) => owned = true;

    /// <param name="fonts">Fonts shared with other printers; they are not disposed of here.</param>
    public LabelPrinter(PrinterFonts fonts) => this.fonts = fonts;

    /// <param name="fontFolder">Where the font files are.</param>
    internal LabelPrinter(string fontFolder)
        : this(new PrinterFonts(fontFolder)) => owned = true;

    /// <summary>Writes a PDF with the labels in the order given; pages leave as they are drawn.</summary>
    /// <param name="labels">At least one; drawn one after another, never all held at once.</param>
    /// <param name="format">The paper.</param>
    /// <param name="start">The place of the first label on a sheet of four, 1 to 4; other papers have only place 1.</param>
    /// <param name="output">Where the PDF goes; stays open.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="ArgumentOutOfRangeException">The paper has no such place.</exception>
    public Task PrintAsync(
        IEnumerable<LabelContent> labels, LabelFormat format, int start, Stream output, CancellationToken cancellationToken = default) =>
        PrintAsync(labels.ToAsyncEnumerable(), format, start, output, cancellationToken);

    /// <summary>Writes a PDF with labels that are still being read; see the other form.</summary>
    public async Task PrintAsync(
        IAsyncEnumerable<LabelContent> labels, LabelFormat format, int start, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, format.LabelsPerSheet());

        await PdfOutput.WriteAsync(output, format.Paper(), writer => WriteAsync(labels, format, start, writer, cancellationToken));
    }

    public void Dispose()
    {
        if (owned) fonts.Dispose();
    }

    private async Task WriteAsync(
        IAsyncEnumerable<LabelContent> labels, LabelFormat format, int start, PdfWriter writer, CancellationToken cancellationToken)
    {
        var sheet = new LabelSheet(writer, fonts.Shaper, format);
        var place = start - 1;
        string? first = null;
        await foreach (var label in labels.WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            first ??= label.IsTest ? "TEST" : label.Article.ToString();
            if (place == format.LabelsPerSheet())
            {
                await writer.AddPageAsync(sheet.Page, cancellationToken);
                sheet.Clear();
                place = 0;
            }

            sheet.Draw(label, place++);
        }

        await writer.AddPageAsync(sheet.Page, cancellationToken);
        await writer.FinishAsync(first ?? "", cancellationToken);
    }
}
