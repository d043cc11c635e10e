using System.Globalization;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Values;
using SellerPortal.Printing.Pdf;

namespace SellerPortal.Printing.Manifests;

/// <summary>Prints manifests as a PDF, A4. Captions are in English, which every office reads.</summary>
public sealed class ManifestPrinter(PrinterFonts fonts)
{
    private static readonly (int Width, int Height) Paper = LabelFormat.A4.Paper();

    /// <summary>Writes the manifest; pages leave as they are drawn.</summary>
    /// <param name="content">What stands on it.</param>
    /// <param name="output">Where the PDF goes; stays open.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    public Task PrintAsync(ManifestContent content, Stream output, CancellationToken cancellationToken = default) =>
        PdfOutput.WriteAsync(output, Paper, writer => WriteAsync(content, writer, cancellationToken));

    private async Task WriteAsync(ManifestContent content, PdfWriter writer, CancellationToken cancellationToken)
    {
        var totals = ManifestTotals.Of(content.Lines);
        var pages = ManifestLayout.PagesOf(content.Lines.Count, totals.Products.Count);
        var frame = Frame(content, totals, writer);
        var page = new PageContent(writer.Fonts);
        var pen = new TextPen(page, fonts.Shaper);
        for (var number = 1; number <= pages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.Begin(Paper.Height);
            page.Part(frame, Paper.Height);
            ManifestHead.Barcode(pen, content.Number);
            ManifestHead.PageNumber(pen, string.Create(CultureInfo.InvariantCulture, $"Page {number} of {pages}"));
            var first = (number - 1) * ManifestLayout.RowsPerPage;
            var count = Math.Clamp(content.Lines.Count - first, 0, ManifestLayout.RowsPerPage);
            for (var i = 0; i < count; i++) ManifestRows.Draw(pen, content.Lines[first + i], ManifestLayout.FirstRow + (i * ManifestLayout.RowHeight));
            if (number == pages) ManifestEnd.Draw(pen, totals, ManifestLayout.FirstRow + (count * ManifestLayout.RowHeight) + 300);
            await writer.AddPageAsync(page, cancellationToken);
        }

        await writer.FinishAsync(content.Number, cancellationToken);
    }

    /// <summary>What is the same on every page stands in the file once.</summary>
    private int Frame(ManifestContent content, ManifestTotals totals, PdfWriter writer)
    {
        var part = new PageContent(writer.Fonts);
        part.Begin(Paper.Height);
        var pen = new TextPen(part, fonts.Shaper);
        ManifestHead.Draw(pen, content, totals);
        ManifestRows.Headings(pen);
        return writer.AddPart(part, Paper.Width, Paper.Height);
    }
}

/// <summary>Parcels and weight, by product and in all.</summary>
internal sealed record ManifestTotals(IReadOnlyList<ManifestTotals.Sum> Products, int Parcels, long Grams)
{
    public static ManifestTotals Of(IReadOnlyList<Domain.Manifests.ManifestLine> lines) => new(
        [.. lines.GroupBy(line => line.Product).OrderBy(group => group.Key)
            .Select(group => new Sum(LabelTraits.HeadingOf(group.Key), group.Count(), group.Sum(line => (long)line.Grams)))],
        lines.Count,
        lines.Sum(line => (long)line.Grams));

    /// <summary>Grams below ten kilograms, kilograms above.</summary>
    public static string WeightText(long grams) => grams <= int.MaxValue
        ? LabelText.Of(new Weight((int)grams))
        : string.Create(CultureInfo.InvariantCulture, $"{grams / 1000m:0.###} kg");

    /// <summary>What there is of one product.</summary>
    public sealed record Sum(string Product, int Parcels, long Grams);
}
