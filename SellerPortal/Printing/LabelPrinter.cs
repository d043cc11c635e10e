using System.IO.Pipelines;
using SellerPortal.Printing.Pdf;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>
/// Prints labels as a PDF. One for the whole process: it holds the fonts and remembers shaped words. Safe to use from
/// several threads at once.
/// </summary>
public sealed class LabelPrinter : IDisposable
{
    private readonly FontLibrary fonts;
    private readonly TextShaper shaper;

    /// <summary>A printer with the fonts shipped beside the program.</summary>
    public LabelPrinter()
        : this(FontLibrary.ShippedFolder)
    {
    }

    /// <param name="fontFolder">Where the font files are.</param>
    internal LabelPrinter(string fontFolder)
    {
        fonts = new FontLibrary(fontFolder);
        shaper = new TextShaper(fonts);
    }

    /// <summary>Writes a PDF with the labels in the order given; pages leave as they are drawn.</summary>
    /// <param name="labels">At least one; drawn one after another, never all held at once.</param>
    /// <param name="format">The paper.</param>
    /// <param name="start">The place of the first label on a sheet of four, 1 to 4; other papers have only place 1.</param>
    /// <param name="output">Where the PDF goes; stays open.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="ArgumentOutOfRangeException">The paper has no such place.</exception>
    public async Task PrintAsync(
        IEnumerable<LabelContent> labels, LabelFormat format, int start, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, format.LabelsPerSheet());

        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(minimumBufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            await WriteAsync(labels, format, start, pipe, cancellationToken);
            await pipe.CompleteAsync();
        }
        catch (Exception fault)
        {
            await pipe.CompleteAsync(fault);
            throw;
        }
    }

    public void Dispose() => fonts.Dispose();

    private async Task WriteAsync(
        IEnumerable<LabelContent> labels, LabelFormat format, int start, PipeWriter pipe, CancellationToken cancellationToken)
    {
        var (width, height) = format.Paper();
        using var writer = new PdfWriter(pipe, width, height);
        var sheet = new LabelSheet(writer, shaper, format);
        var place = start - 1;
        string? first = null;
        foreach (var label in labels)
        {
            cancellationToken.ThrowIfCancellationRequested();
            first ??= label.Article.ToString();
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
