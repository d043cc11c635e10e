using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Labels;
using SellerPortal.Printing.Pdf;
using SellerPortal.Printing.Shaping;

namespace SellerPortal.Printing.Manifests;

/// <summary>
/// Prints the declaration (CDF-1) that every domestic parcel carries: who sends what to whom, and that nothing
/// prohibited is inside. Two forms of half a sheet on each A4.
/// </summary>
public sealed class DeclarationPrinter(PrinterFonts fonts)
{
    private const int FormsPerSheet = 2;
    private const int Left = 1_200;
    private const int Right = 19_800;
    private const int Rule = 25;

    private const string Truth = "I declare that the particulars given above are true, and that this article contains nothing explosive, inflammable, dangerous, "
        + "filthy, noxious or deleterious, no living creature likely to injure, nothing obscene or seditious, nothing of a private lottery, "
        + "and nothing else that the law forbids to send by post.";

    private const string Air = "It travels by air and contains no aerosol, no loose lithium battery, no flammable liquid, no compressed gas, no acid and no magnet.";

    private static readonly (int Width, int Height) Paper = LabelFormat.A4.Paper();

    /// <summary>Writes the declarations in the order given; pages leave as they are drawn.</summary>
    public Task PrintAsync(IAsyncEnumerable<DeclarationContent> declarations, Stream output, CancellationToken cancellationToken = default) =>
        PdfOutput.WriteAsync(output, Paper, writer => WriteAsync(declarations, writer, cancellationToken));

    private async Task WriteAsync(IAsyncEnumerable<DeclarationContent> declarations, PdfWriter writer, CancellationToken cancellationToken)
    {
        var page = new PageContent(writer.Fonts);
        var pen = new TextPen(page, fonts.Shaper);
        string? first = null;
        await foreach (var sheet in declarations.Chunk(FormsPerSheet).WithCancellation(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            first ??= sheet[0].Article;
            page.Begin(Paper.Height);
            for (var i = 0; i < sheet.Length; i++)
            {
                page.MoveOrigin(0, i * Paper.Height / FormsPerSheet);
                if (i > 0) page.Fill(0, 0, 700, 10);
                Draw(pen, sheet[i]);
            }

            await writer.AddPageAsync(page, cancellationToken);
        }

        await writer.FinishAsync($"CDF-1 {first}", cancellationToken);
    }

    private static void Draw(TextPen pen, DeclarationContent content)
    {
        pen.Top(new Box(Left, 900, 10_500, 650), 460, new Paragraph(TestArticles.Includes(content.Article) ? "TEST: NOT FOR POSTING (CDF-1)" : "CUSTOMER DECLARATION (CDF-1)", FontWeight.Bold));
        pen.Top(new Box(Left, 1_500, 10_500, 450), 300, new Paragraph(LabelTraits.HeadingOf(content.Product)));
        var width = TextPen.WidthOfCode128(content.Article);
        var x = Right - 400 - width;
        pen.Code128At(x, 800, 1_050, content.Article);
        pen.Middle(new Box(x, 1_880, width, 420), 360, Align.Centre, inWhite: false, new Paragraph(content.Article, FontWeight.Mono));

        var people = new Box(Left, 2_500, Right - Left, 3_500);
        Cell(pen, people.Column(0, 2), "Sender", 300, LabelFacts.Address(content.Sender, withPin: true));
        Cell(pen, people.Column(1, 2), "Addressee", 300, LabelFacts.Address(content.Addressee, withPin: true));
        var facts = new Box(Left, people.Bottom, Right - Left, 1_300);
        Cell(pen, facts with { Width = 8_400 }, "Contents", 320, new Paragraph(content.Contents, FontWeight.Bold));
        var rest = facts with { X = facts.X + 8_400, Width = facts.Width - 8_400 };
        Cell(pen, rest.Column(0, 3), "Declared value", 320, new Paragraph(content.Value is { } value ? LabelText.Of(value) : "Not declared", FontWeight.Bold));
        Cell(pen, rest.Column(1, 3), "Weight", 320, new Paragraph(LabelText.Of(content.Weight), FontWeight.Bold));
        Cell(pen, rest.Column(2, 3), "Booked at", 320, new Paragraph(content.BookingOffice, FontWeight.Bold));

        var words = new Box(Left, facts.Bottom + 300, Right - Left, 2_900);
        if (content.ByAir) pen.Top(words, 320, new Paragraph(Truth), new Paragraph(Air));
        else pen.Top(words, 320, new Paragraph(Truth));
        var sign = new Box(Left, 13_000, Right - Left, 900);
        Line(pen, sign with { Width = 5_600 }, "Place and date");
        Line(pen, sign with { X = sign.X + 6_200, Width = 5_600 }, "Name of the sender");
        Line(pen, sign with { X = sign.X + 12_400, Width = sign.Width - 12_400 }, "Signature of the sender");
    }

    private static void Cell(TextPen pen, Box box, string caption, int size, params ReadOnlySpan<Paragraph> text)
    {
        pen.Page.Frame(box.X, box.Y, box.Width, box.Height, Rule);
        pen.Top(new Box(box.X + 150, box.Y + 80, box.Width - 300, 300), 220, new Paragraph(caption));
        pen.Top(new Box(box.X + 150, box.Y + 400, box.Width - 300, box.Height - 480), size, text);
    }

    private static void Line(TextPen pen, Box box, string caption)
    {
        pen.Page.Fill(box.X, box.Y, box.Width, Rule);
        pen.Top(new Box(box.X, box.Y + 80, box.Width, 400), 250, new Paragraph(caption));
    }
}
