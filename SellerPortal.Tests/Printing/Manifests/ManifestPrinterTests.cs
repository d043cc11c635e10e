using System.Globalization;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;
using SellerPortal.Printing.Manifests;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Printing.Manifests;

/// <summary>Manifests and declarations on paper, read by programs that know nothing of this one.</summary>
public sealed class ManifestPrinterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-manifest-").FullName;
    private readonly PrinterFonts _fonts = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<int, int> Sizes { get; } = new() { { 0, 1 }, { 1, 1 }, { 12, 1 }, { 18, 2 }, { 19, 2 }, { 400, 23 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Manifest_OfAnySize_HoldsEveryParcelOnceWithTotalsAndPages(int parcels, int pages)
    {
        var content = Content(parcels);
        using var pdf = PdfDocument.Open(await BytesAsync(content));
        Assert.Equal(pages, pdf.NumberOfPages);
        var texts = pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))).ToList();
        for (var i = 0; i < pages; i++)
        {
            Assert.Contains($"Page {i + 1} of {pages}", texts[i], StringComparison.Ordinal);
            Assert.Contains("Acme Traders", texts[i], StringComparison.Ordinal);
        }

        var all = string.Join(' ', texts);
        Assert.All(content.Lines, line => Assert.Equal(2, all.Split(ArticleNumber.TryParse(line.Article, out var article) ? article.ToSpacedString() : "-").Length));
        Assert.Contains("Received by the postal official", texts[^1], StringComparison.Ordinal);
        Assert.Contains($"In all {parcels}", texts[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manifest_Open_SaysThatItIsNotFinal()
    {
        using var pdf = PdfDocument.Open(await BytesAsync(Content(1) with { ClosedAt = null }));
        Assert.Contains("OPEN: NOT THE FINAL LIST", string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "and from 1 other place")]
    [InlineData(4, "and from 3 other places")]
    public async Task Manifest_OfSeveralPlaces_SaysHowMany(int places, string? words)
    {
        using var pdf = PdfDocument.Open(await BytesAsync(Content(1) with { Places = places }));
        var text = string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text));
        Assert.Equal(words is not null, text.Contains("and from", StringComparison.Ordinal));
        Assert.Contains(words ?? "Napier Town", text, StringComparison.Ordinal);
    }

    [ToolTheory("pdftoppm zbarimg")]
    [InlineData(200)]
    [InlineData(300)]
    public async Task Barcodes_OfAFullSheet_AreAllReadByZBar(int dpi)
    {
        var content = Content(18);
        var page = await PictureAsync(await BytesAsync(content), dpi);
        var read = (await Tool.RunAsync("zbarimg", "-q", page)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(content.Lines.Select(line => $"CODE-128:{line.Article}").Append($"CODE-128:{content.Number}").Order(StringComparer.Ordinal), read);
    }

    [ToolTheory("pdftoppm ZXingReader")]
    [InlineData(150, 60, 480, 130)]
    public async Task Barcode_OfTheManifest_IsReadByZXing(int dpi, int y, int width, int height)
    {
        var content = Content(3);
        string[] part = ["-x", $"{1240 - width - 60}", "-y", $"{y}", "-W", $"{width}", "-H", $"{height}"];
        var read = await Tool.RunAsync("ZXingReader", await PictureAsync(await BytesAsync(content), dpi, part));
        Assert.Contains($"Text:       \"{content.Number}\"", read, StringComparison.Ordinal);
    }

    [ToolTheory("pdftoppm zbarimg")]
    [InlineData(203)]
    public async Task Declarations_TwoOnASheet_AreReadAndComplete(int dpi)
    {
        var forms = new[] { Declaration(1, byAir: true), Declaration(2, byAir: false), Declaration(3, byAir: true) };
        using var stream = new MemoryStream();
        await new DeclarationPrinter(_fonts).PrintAsync(forms.ToAsyncEnumerable(), stream, Token);
        var bytes = stream.ToArray();
        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(2, pdf.NumberOfPages);
        var text = string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text));
        foreach (var part in new[] { "CUSTOMER DECLARATION (CDF-1)", "Brass fittings", "₹1,18,420", "Not declared", "noxious", "Signature of the sender", "aerosol" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        var read = (await Tool.RunAsync("zbarimg", "-q", await PictureAsync(bytes, dpi))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        Assert.Equal(forms[..2].Select(form => $"CODE-128:{form.Article}").Order(StringComparer.Ordinal), read);
    }

    public void Dispose()
    {
        _fonts.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static ManifestContent Content(int parcels) => new()
    {
        Number = ManifestNumber.Of(new DateOnly(2026, 11, 23), 4),
        Seller = "Acme Traders",
        Address = TestSellers.Address(),
        CustomerId = "1000012345",
        ContractNumber = "40012345",
        OpenedAt = TestShipments.BookedAt,
        ClosedAt = TestShipments.BookedAt.AddHours(8),
        Lines =
        [
            .. Enumerable.Range(1, parcels).Select(i => new ManifestLine
            {
                ManifestId = new ManifestId(Guid.Empty),
                Position = i,
                ShipmentId = new ShipmentId(Guid.Empty),
                Article = ArticleNumber.Of("CX", 10_000 + i).ToString(),
                Product = i % 3 == 0 ? ProductCode.BusinessParcel : ProductCode.SpeedPostParcel,
                Receiver = i % 2 == 0 ? "श्री राजेश कुमार शर्मा" : SampleLabels.Longest.Name,
                City = "Raipur",
                Pincode = Pincode.FromNumber(492001),
                Grams = 1_250,
            }),
        ],
    };

    private static DeclarationContent Declaration(int serial, bool byAir) => new()
    {
        Article = ArticleNumber.Of("CX", 20_000 + serial).ToString(),
        Product = byAir ? ProductCode.SpeedPostParcel : ProductCode.BusinessParcel,
        Sender = SampleLabels.Longest,
        Addressee = SampleLabels.Hindi,
        Contents = "Brass fittings",
        Value = byAir ? Money.FromRupees(118_420) : null,
        Weight = new Weight(1_250),
        BookingOffice = "Jabalpur HO 482001",
        ByAir = byAir,
    };

    private async Task<byte[]> BytesAsync(ManifestContent content)
    {
        using var stream = new MemoryStream();
        await new ManifestPrinter(_fonts).PrintAsync(content, stream, Token);
        return stream.ToArray();
    }

    private async Task<string> PictureAsync(byte[] pdf, int dpi, params string[] part)
    {
        var file = Path.Combine(_folder, "paper.pdf");
        await File.WriteAllBytesAsync(file, pdf, Token);
        await Tool.RunAsync("pdftoppm", ["-r", dpi.ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", .. part, file, Path.Combine(_folder, "page")]);
        return Path.Combine(_folder, "page.png");
    }
}
