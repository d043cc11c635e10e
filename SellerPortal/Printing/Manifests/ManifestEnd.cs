using System.Globalization;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Manifests;

/// <summary>Totals and signatures on the last sheet.</summary>
internal static class ManifestEnd
{
    private static readonly int[] Edges = [ManifestLayout.Left, 12_000, 15_500, ManifestLayout.Right];

    public static void Draw(TextPen pen, ManifestTotals totals, int y)
    {
        Row(pen, y, FontWeight.Bold, "Totals", "Parcels", "Weight");
        foreach (var sum in totals.Products)
        {
            y += ManifestLayout.TotalHeight;
            Row(pen, y, FontWeight.Regular, sum.Product, Count(sum.Parcels), ManifestTotals.WeightText(sum.Grams));
        }

        y += ManifestLayout.TotalHeight;
        Row(pen, y, FontWeight.Bold, "In all", Count(totals.Parcels), ManifestTotals.WeightText(totals.Grams));
        y += ManifestLayout.TotalHeight + 400;
        var whole = new Box(ManifestLayout.Left, y, ManifestLayout.Right - ManifestLayout.Left, ManifestLayout.SignaturesHeight - 500);
        Sign(pen, whole.Column(0, 2) with { Width = (whole.Width / 2) - 150 }, "Handed over by the seller");
        Sign(pen, whole.Column(1, 2) with { X = whole.X + (whole.Width / 2) + 150, Width = (whole.Width / 2) - 150 }, "Received by the postal official (office stamp)");
    }

    private static string Count(int parcels) => parcels.ToString(CultureInfo.InvariantCulture);

    private static void Row(TextPen pen, int y, FontWeight weight, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var box = new Box(Edges[i] + 100, y + 30, Edges[i + 1] - Edges[i] - 200, ManifestLayout.TotalHeight - 60);
            pen.Middle(box, 300, i == 0 ? Align.Start : Align.End, inWhite: false, new Paragraph(texts[i], weight));
        }

        pen.Page.Fill(ManifestLayout.Left, y + ManifestLayout.TotalHeight, ManifestLayout.Right - ManifestLayout.Left, ManifestLayout.Rule);
    }

    private static void Sign(TextPen pen, Box box, string who)
    {
        pen.Page.Frame(box.X, box.Y, box.Width, box.Height, ManifestLayout.Rule);
        pen.Top(new Box(box.X + 200, box.Y + 120, box.Width - 400, 400), 290, new Paragraph(who, FontWeight.Bold));
        var line = box.Bottom - 900;
        pen.Page.Fill(box.X + 200, line, box.Width - 400, ManifestLayout.Rule);
        pen.Top(new Box(box.X + 200, line + 80, box.Width - 400, 700), 260, new Paragraph("Name and signature · date and time"));
    }
}
