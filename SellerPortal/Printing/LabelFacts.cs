using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing;

/// <summary>Draws what differs from label to label.</summary>
internal static class LabelFacts
{
    private const string Unknown = "–";

    /// <summary>As wide as an article number, and none: eleven characters in code set B.</summary>
    private const string TestBarcode = "TEST-SAMPLE";

    public static void Draw(LabelPen pen, LabelContent content)
    {
        var grid = pen.Grid;
        if (content.GemContract is { } gem)
        {
            var mark = LabelFrame.GemMark(grid);
            pen.Middle(mark with { Y = mark.Bottom, Height = grid.Gem.Bottom - mark.Bottom - 60 }, grid.Small ? 215 : 270, Align.Centre, inWhite: false, new Paragraph(gem, FontWeight.Bold));
        }

        DrawBarcode(pen, content);
        DrawAccount(pen, content);
        DrawAddressee(pen, content);
        DrawTable(pen, content);
        var sender = TextBelowCaption(grid, grid.Sender);
        pen.Sender(sender, grid.AddressSize * 7 / 10, content.Sender, static address => Address(address, withPin: true));
    }

    private static void DrawBarcode(LabelPen pen, LabelContent content)
    {
        var grid = pen.Grid;
        pen.Code128At(grid.Bars.X, grid.Bars.Y, grid.Bars.Height, content.IsSample ? TestBarcode : content.Article.ToString());
        var number = content.IsSample ? "TEST: NOT FOR POSTING" : content.Article.ToSpacedString();
        pen.Middle(grid.Number, grid.Small ? 430 : 500, Align.Centre, inWhite: false, new Paragraph(number, FontWeight.Mono));
    }

    private static void DrawAccount(LabelPen pen, LabelContent content)
    {
        var grid = pen.Grid;
        if (grid.Small)
        {
            var strip = grid.Account.Inset(grid.Padding, 20);
            var text = content.ContractNumber is { } number
                ? $"Customer id {content.CustomerId} · Contract {number}"
                : $"Customer id {content.CustomerId}";
            var taken = content.ContractNumber is null ? 0 : grid.Account.Width * 9 / 20;
            pen.Middle(strip with { X = strip.X + taken, Width = strip.Width - taken }, 220, Align.Start, inWhite: false, new Paragraph(text));
            return;
        }

        var facts = LabelFrame.AccountFacts(grid, content.ContractNumber is not null);
        if (content.ContractNumber is null)
        {
            pen.Value(facts, content.CustomerId);
            return;
        }

        pen.Value(facts with { Height = facts.Height / 2 }, content.CustomerId);
        pen.Value(facts with { Y = facts.Y + (facts.Height / 2), Height = facts.Height / 2 }, content.ContractNumber);
    }

    private static void DrawAddressee(LabelPen pen, LabelContent content)
    {
        var grid = pen.Grid;
        pen.Top(TextBelowCaption(grid, grid.AddresseeText), grid.AddressSize, Address(content.Addressee, withPin: false));
        if (content.IsTest)
        {
            var half = grid.AddresseeText with { X = grid.AddresseeText.X + (grid.AddresseeText.Width / 2), Width = grid.AddresseeText.Width / 2 };
            pen.Middle(half.Inset(grid.Padding, 0), grid.Small ? 1_000 : 1_600, Align.Centre, inWhite: false, new Paragraph("TEST", FontWeight.Bold));
        }

        var pin = content.Addressee.Pincode.ToString();
        for (var i = 0; i < pin.Length; i++)
        {
            pen.Middle(grid.Pin.Column(i, pin.Length).Inset(20, 20), grid.Small ? 650 : 920, Align.Centre, inWhite: false, new Paragraph(pin[i..(i + 1)], FontWeight.Bold));
        }

        var caption = LabelFrame.DeliveryCaption(grid);
        pen.Middle(
            caption with { Y = caption.Bottom, Height = grid.DeliveryOffice.Bottom - caption.Bottom },
            grid.FactSize * 5 / 4,
            Align.Start,
            inWhite: false,
            new Paragraph(content.DeliveryOffice, FontWeight.Bold));
    }

    private static void DrawTable(LabelPen pen, LabelContent content)
    {
        var volumetric = content.Size is { } size && content.Product != ProductCode.SpeedPostDocument ? LabelText.Of(size.VolumetricWeight) : Unknown;
        Row(
            0,
            LabelText.Of(content.PhysicalWeight),
            volumetric,
            LabelText.Of(content.ChargedWeight),
            content.Size is { } measures ? LabelText.Of(measures) : Unknown);
        Row(1, $"{content.BookingOffice} {content.BookingPincode}", LabelText.Of(content.BookedAt), LabelText.Of(content.Amount));
        var addOns = content.AddOns.Count == 0 ? Unknown : string.Join(", ", content.AddOns.Select(addOn => addOn.ToCode()));
        var insured = content.InsuredValue is { } value ? LabelText.Of(value) : Unknown;
        if (content.CollectOnDelivery is { } collect)
        {
            Row(2, LabelText.Of(collect), addOns, insured, content.Order ?? Unknown, content.Invoice ?? Unknown);
        }
        else
        {
            Row(2, addOns, insured, content.Order ?? Unknown, content.Invoice ?? Unknown);
        }

        void Row(int row, params ReadOnlySpan<string> texts)
        {
            for (var i = 0; i < texts.Length; i++) pen.Value(LabelFrame.FactCell(pen.Grid, row, i, texts.Length), texts[i]);
        }
    }

    private static Box TextBelowCaption(LabelGrid grid, Box box)
    {
        var top = (grid.Padding / 2) + (grid.CaptionSize * 13 / 10);
        return new Box(box.X + grid.Padding, box.Y + top, box.Width - (2 * grid.Padding), box.Height - top - 60);
    }

    /// <summary>The paragraphs of an address, the name in bold.</summary>
    internal static Paragraph[] Address(PostalAddress address, bool withPin)
    {
        var paragraphs = new List<Paragraph>(7) { new(address.Name, FontWeight.Bold, withPin ? 100 : 112) };
        Add(address.Company, FontWeight.Bold);
        Add(address.Line1);
        Add(address.Line2);
        Add(address.Line3);
        var place = $"{address.City}, {address.State}";
        paragraphs.Add(withPin ? new Paragraph($"{place} {address.Pincode}", FontWeight.Bold) : new Paragraph(place, FontWeight.Bold));
        paragraphs.Add(new Paragraph($"Mobile {LabelText.Mobile(address.Mobile)}"));
        return [.. paragraphs];

        void Add(string? line, FontWeight weight = FontWeight.Regular)
        {
            if (line?.Trim() is { Length: >= PostalAddress.Shortest } text) paragraphs.Add(new Paragraph(text, weight));
        }
    }
}
