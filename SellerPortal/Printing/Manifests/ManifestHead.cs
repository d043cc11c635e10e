using System.Globalization;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Manifests;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Manifests;

/// <summary>The head and the foot of every sheet.</summary>
internal static class ManifestHead
{
    private const int Quiet = Code128.QuietZone * LabelGrid.DotsPerModule * 2540 / 203;

    /// <summary>What is the same on every sheet.</summary>
    public static void Draw(TextPen pen, ManifestContent content, ManifestTotals totals)
    {
        pen.Top(new Box(ManifestLayout.Left, 900, 9_500, 900), 620, new Paragraph(content.IsTest ? "TEST MANIFEST" : "MANIFEST", FontWeight.Bold));
        pen.Top(new Box(ManifestLayout.Left, 1_650, 9_500, 420), 300, new Paragraph(content.IsTest ? "Nothing is handed over: made in the test mode" : "Parcels handed over to the Department of Posts"));
        var address = content.Address;
        string?[] lines = [address.Company, address.Line1, address.Line2, address.Line3, $"{address.City}, {address.State} {address.Pincode}", OtherPlaces(content.Places - 1)];
        pen.Top(
            new Box(ManifestLayout.Left, 2_150, 10_800, 2_300),
            320,
            new Paragraph(content.Seller, FontWeight.Bold),
            new Paragraph(string.Join(", ", lines.Where(line => !string.IsNullOrWhiteSpace(line)))),
            new Paragraph(content.ContractNumber is null
                ? $"Customer id {content.CustomerId ?? "–"}"
                : $"Customer id {content.CustomerId ?? "–"} · Contract {content.ContractNumber}"));
        var right = new Box(12_400, 3_050, ManifestLayout.Right - 12_400, 480);
        pen.Middle(right, 300, Align.End, inWhite: false, new Paragraph($"Opened {LabelText.Of(content.OpenedAt)} IST"));
        pen.Middle(
            right with { Y = 3_500 },
            300,
            Align.End,
            inWhite: false,
            content.ClosedAt is { } closed ? new Paragraph($"Closed {LabelText.Of(closed)} IST", FontWeight.Bold) : new Paragraph("OPEN: NOT THE FINAL LIST", FontWeight.Bold));
        pen.Middle(
            right with { Y = 3_950 },
            340,
            Align.End,
            inWhite: false,
            new Paragraph(string.Create(CultureInfo.InvariantCulture, $"{totals.Parcels} parcels · {ManifestTotals.WeightText(totals.Grams)}"), FontWeight.Bold));
        pen.Page.Fill(ManifestLayout.Left, 28_700, ManifestLayout.Right - ManifestLayout.Left, ManifestLayout.Rule);
        pen.Middle(new Box(ManifestLayout.Left, 28_750, 9_000, 400), 260, Align.Start, inWhite: false, new Paragraph(ManifestNumber.Spaced(content.Number), FontWeight.Mono));
    }

    private static string? OtherPlaces(int others) => others switch
    {
        < 1 => null,
        1 => "and from 1 other place",
        _ => string.Create(CultureInfo.InvariantCulture, $"and from {others} other places"),
    };

    /// <summary>The barcode of the manifest itself, with its number below.</summary>
    public static void Barcode(TextPen pen, string number)
    {
        var width = TextPen.WidthOfCode128(number);
        var x = ManifestLayout.Right - Quiet - width;
        pen.Code128At(x, 900, 1_400, number);
        pen.Middle(new Box(x, 2_350, width, 480), 400, Align.Centre, inWhite: false, new Paragraph(ManifestNumber.Spaced(number), FontWeight.Mono));
    }

    public static void PageNumber(TextPen pen, string text) =>
        pen.Middle(new Box(10_800, 28_750, 9_000, 400), 260, Align.End, inWhite: false, new Paragraph(text));
}
