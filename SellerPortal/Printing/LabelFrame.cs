using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Draws what is the same on all labels of the same traits: rules, headings and captions.</summary>
internal static class LabelFrame
{
    /// <summary>Captions of the facts, row by row.</summary>
    private static readonly string[][] FactCaptions =
    [
        ["Physical weight", "Volumetric", "Charged weight", "L × B × H"],
        ["Booked at", "Booked on (IST)", "Amount with tax"],
        ["Add-ons", "Insured value", "Order", "Invoice"],
    ];

    public static void Draw(LabelPen pen, LabelTraits traits)
    {
        var grid = pen.Grid;
        var page = pen.Page;
        page.Frame(grid.Frame.X, grid.Frame.Y, grid.Frame.Width, grid.Frame.Height, LabelGrid.Rule);

        var heading = traits.Gem ? grid.Heading : grid.Heading with { Width = grid.Frame.Width };
        page.Fill(heading.X, heading.Y, heading.Width, heading.Height);
        pen.Middle(heading.Inset(grid.Padding * 2, 80), grid.Small ? 420 : 560, Align.Start, inWhite: true, new Paragraph(traits.Heading, FontWeight.Bold));
        if (traits.Gem)
        {
            pen.Middle(GemMark(grid), grid.Small ? 460 : 640, Align.Centre, inWhite: false, new Paragraph("GeM", FontWeight.Bold));
        }

        RuleAbove(pen, grid.Bars with { Y = grid.Heading.Bottom });
        DrawAccount(pen, traits);
        RuleAbove(pen, grid.Addressee);
        pen.Caption(grid.Addressee, "TO");
        for (var i = 0; i < 6; i++)
        {
            var digit = grid.Pin.Column(i, 6);
            page.Frame(digit.X, digit.Y, digit.Width + (i < 5 ? LabelGrid.Rule : 0), digit.Height, LabelGrid.Rule);
        }

        pen.Top(DeliveryCaption(grid), grid.CaptionSize, new Paragraph("Delivery office"));

        for (var row = 0; row < grid.Facts.Count; row++)
        {
            RuleAbove(pen, grid.Facts[row]);
            var captions = row == 2 && traits.CollectOnDelivery ? ["Collect (COD)", .. FactCaptions[row]] : FactCaptions[row];
            for (var i = 0; i < captions.Length; i++)
            {
                var cell = FactCell(grid, row, i, captions.Length);
                if (i > 0) page.Fill(cell.X, cell.Y, LabelGrid.Rule, cell.Height);
                pen.Caption(cell, captions[i]);
            }
        }

        RuleAbove(pen, grid.Sender);
        pen.Caption(grid.Sender, "FROM · if undelivered, return to");
    }

    /// <summary>The cell of a fact: equal columns, but of three the first is the widest.</summary>
    public static Box FactCell(LabelGrid grid, int row, int index, int columns)
    {
        var whole = grid.Facts[row];
        if (columns != 3) return whole.Column(index, columns);
        return index switch
        {
            0 => whole.Column(0, 4) with { Width = whole.Width * 5 / 12 },
            1 => new Box(whole.X + (whole.Width * 5 / 12), whole.Y, whole.Width / 3, whole.Height),
            _ => new Box(whole.X + (whole.Width * 3 / 4), whole.Y, whole.Right - whole.X - (whole.Width * 3 / 4), whole.Height),
        };
    }

    /// <summary>The upper part of the GeM box; its contract number stands below.</summary>
    public static Box GemMark(LabelGrid grid) => grid.Gem.Inset(grid.Padding, 30) with { Height = (grid.Gem.Height * 60 / 100) - 30 };

    public static Box DeliveryCaption(LabelGrid grid) => grid.DeliveryOffice with { Height = grid.CaptionSize * 120 / 100 };

    /// <summary>Where customer id and contract stand beside the barcode: below the words about the postage, if there are any.</summary>
    public static Box AccountFacts(LabelGrid grid, bool contract) =>
        contract
            ? grid.Account with { Y = grid.Account.Y + (grid.Account.Height * 2 / 5), Height = grid.Account.Height * 3 / 5 }
            : grid.Account with { Height = grid.Account.Height / 3 };

    private static void DrawAccount(LabelPen pen, LabelTraits traits)
    {
        var grid = pen.Grid;
        var account = grid.Account;
        if (grid.Small)
        {
            RuleAbove(pen, account);
            if (!traits.Contract) return;
            pen.Page.Fill(account.X, account.Y, account.Width * 9 / 20, account.Height);
            pen.Middle(
                (account with { Width = account.Width * 9 / 20 }).Inset(grid.Padding, 20),
                210,
                Align.Centre,
                inWhite: true,
                new Paragraph("POSTAGE PREPAID / CONTRACT PARCEL", FontWeight.Bold));
            return;
        }

        pen.Page.Fill(account.X, account.Y, LabelGrid.Rule, account.Height);
        if (traits.Contract)
        {
            pen.Page.Fill(account.X, account.Y + (account.Height * 2 / 5), account.Width, LabelGrid.Rule);
            pen.Middle(
                (account with { Height = account.Height * 2 / 5 }).Inset(grid.Padding, 60),
                300,
                Align.Start,
                inWhite: false,
                new Paragraph("POSTAGE PREPAID", FontWeight.Bold),
                new Paragraph("CONTRACT PARCEL", FontWeight.Bold));
        }

        var facts = AccountFacts(grid, traits.Contract);
        pen.Caption(traits.Contract ? facts with { Height = facts.Height / 2 } : facts, "Customer id");
        if (traits.Contract) pen.Caption(facts with { Y = facts.Y + (facts.Height / 2), Height = facts.Height / 2 }, "Contract");
    }

    private static void RuleAbove(LabelPen pen, Box box) =>
        pen.Page.Fill(pen.Grid.Frame.X, box.Y, pen.Grid.Frame.Width, LabelGrid.Rule);
}
