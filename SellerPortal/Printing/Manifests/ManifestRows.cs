using System.Globalization;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Values;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Manifests;

/// <summary>The table of parcels.</summary>
internal static class ManifestRows
{
    private static readonly string[] Captions = ["No.", "Article", "Receiver", "PIN", "Weight", "Product"];

    /// <summary>The headings, which every sheet repeats.</summary>
    public static void Headings(TextPen pen)
    {
        pen.Page.Fill(ManifestLayout.Left, ManifestLayout.Headings, ManifestLayout.Right - ManifestLayout.Left, ManifestLayout.HeadingHeight);
        for (var i = 0; i < Captions.Length; i++)
        {
            pen.Middle(Cell(i, ManifestLayout.Headings, ManifestLayout.HeadingHeight), 280, i == 4 ? Align.End : Align.Start, inWhite: true, new Paragraph(Captions[i], FontWeight.Bold));
        }
    }

    public static void Draw(TextPen pen, ManifestLine line, int y)
    {
        pen.Middle(Cell(0, y), 280, Align.Start, inWhite: false, new Paragraph(line.Position.ToString(CultureInfo.InvariantCulture)));
        var bars = Cell(1, y);
        var width = TextPen.WidthOfCode128(line.Article);
        var x = bars.X + ((bars.Width - width) / 2);
        pen.Code128At(x, y + 110, 720, line.Article);
        pen.Middle(new Box(x, y + 840, width, 350), 300, Align.Centre, inWhite: false, new Paragraph(Spaced(line.Article), FontWeight.Mono));
        pen.Middle(Cell(2, y), 300, Align.Start, inWhite: false, new Paragraph(line.Receiver, FontWeight.Bold), new Paragraph(line.City));
        pen.Middle(Cell(3, y), 320, Align.Start, inWhite: false, new Paragraph(line.Pincode.ToString(), FontWeight.Bold));
        pen.Middle(Cell(4, y), 300, Align.End, inWhite: false, new Paragraph(LabelText.Of(new Weight(line.Grams))));
        pen.Middle(Cell(5, y), 240, Align.Start, inWhite: false, new Paragraph(LabelTraits.HeadingOf(line.Product)));
        pen.Page.Fill(ManifestLayout.Left, y + ManifestLayout.RowHeight - ManifestLayout.Rule, ManifestLayout.Right - ManifestLayout.Left, ManifestLayout.Rule);
    }

    private static string Spaced(string article) => article.Length == 13 ? $"{article[..2]} {article[2..5]} {article[5..8]} {article[8..11]} {article[11..]}" : article;

    private static Box Cell(int column, int y, int height = ManifestLayout.RowHeight)
    {
        var edges = ManifestLayout.Columns;
        return new Box(edges[column] + 100, y + 40, edges[column + 1] - edges[column] - 200, height - 80);
    }
}
