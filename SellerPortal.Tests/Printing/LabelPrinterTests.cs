using System.Globalization;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Labels;
using SellerPortal.Domain.Values;
using SellerPortal.Printing;
using SellerPortal.Tests.Support;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Printing;

public sealed class LabelPrinterTests : IDisposable
{
    private readonly LabelPrinter _printer = new();

    public static TheoryData<LabelFormat> Formats { get; } = [.. Enum.GetValues<LabelFormat>()];

    [Theory]
    [InlineData(LabelFormat.A6, 105, 148)]
    [InlineData(LabelFormat.A7, 74, 105)]
    [InlineData(LabelFormat.Thermal100X150, 100, 150)]
    [InlineData(LabelFormat.Thermal4X6, 101.6, 152.4)]
    [InlineData(LabelFormat.A4, 210, 297)]
    public async Task PrintAsync_Format_HasThePaperSize(LabelFormat format, double width, double height)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(format, SampleLabels.Retail(SampleLabels.English)));
        Assert.Equal(width, pdf.GetPage(1).Width / 72 * 25.4, 0.01);
        Assert.Equal(height, pdf.GetPage(1).Height / 72 * 25.4, 0.01);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task PrintAsync_ContractParcel_ShowsEveryFact(LabelFormat format)
    {
        var text = await TextAsync(format, SampleLabels.Contract(SampleLabels.English) with { CollectOnDelivery = Money.FromRupees(1_18_420) });
        string[] facts =
        [
            "INDIA POST PARCEL (CONTRACTUAL)", "GeM", "GEMC-511687712345678", "CX 123 456 785 IN", "POSTAGE PREPAID", "CONTRACT PARCEL",
            "1000012345", "40012345", "Nagpur GPO 440001", "27 Nov 2026 14:05", "Shastri Nagar SO (Jaipur)", "1,250 g", "2,400 g",
            "30×20×20 cm", "₹118", "REG, OTP, INS", "₹18,420", "₹1,18,420", "ORD-2026-004711", "MOS/26-27/1182",
            "Meenakshi Enterprises", "Sitabuldi Main Road", "Nagpur, Maharashtra", "440012", "98765 43210",
        ];
        Assert.All(facts, fact => Assert.Contains(Squeeze(fact), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PrintAsync_RetailParcel_ShowsNeitherGemNorContract()
    {
        var text = await TextAsync(LabelFormat.A6, SampleLabels.Retail(SampleLabels.English));
        Assert.Contains("SPEEDPOSTPARCEL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("GeM", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PREPAID", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task PrintAsync_LongestAddress_KeepsEveryCharacterOnThePaper(LabelFormat format)
    {
        var address = SampleLabels.Longest;
        var file = await PrintAsync(format, SampleLabels.Contract(address) with { Sender = address });
        using var pdf = PdfDocument.Open(file);
        var page = pdf.GetPage(1);
        var text = Squeeze(string.Concat(page.Letters.Select(letter => letter.Value)));
        foreach (var line in new[] { address.Name, address.Company!, address.Line1, address.Line2!, address.Line3!, address.State })
        {
            Assert.Equal(2, CountOf(Squeeze(line), text));
        }

        Assert.All(page.Letters, letter =>
        {
            Assert.InRange(letter.BoundingBox.Left, 0, page.Width);
            Assert.InRange(letter.BoundingBox.Right, 0, page.Width);
            Assert.InRange(letter.BoundingBox.Bottom, 0, page.Height);
            Assert.InRange(letter.BoundingBox.Top, 0, page.Height);
        });
    }

    [ToolTheory("pdftotext")]
    [MemberData(nameof(Formats))]
    public async Task PrintAsync_IndianScripts_CanBeReadBack(LabelFormat format)
    {
        var file = Path.GetTempFileName();
        try
        {
            foreach (var address in new[] { SampleLabels.Hindi, SampleLabels.Tamil, SampleLabels.Urdu, SampleLabels.Mixed })
            {
                await File.WriteAllBytesAsync(file, await PrintAsync(format, SampleLabels.Contract(address)), TestContext.Current.CancellationToken);
                var text = Squeeze(await Tool.RunAsync("pdftotext", "-raw", file, "-"));
                foreach (var line in new[] { address.Name, address.Line1, address.Line2! })
                {
                    foreach (var word in line.Split([' ', '،'], StringSplitOptions.RemoveEmptyEntries)) Assert.Contains(Squeeze(word), text, StringComparison.Ordinal);
                }
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Gift shop 🎁 \uE000 \uD800 \u0007 end")]
    [InlineData("\u200D\u200C\u0301\u0902 क्\u200Dष")]
    [InlineData("漢字 ไทย עברית")]
    [InlineData("((([[[<>]]])))\\ %")]
    public async Task PrintAsync_TextNoFontCanShow_PrintsAReplacement(string line)
    {
        var text = await TextAsync(LabelFormat.A7, SampleLabels.Retail(SampleLabels.English with { Line1 = line, Line2 = "After" }));
        Assert.Contains("After", text, StringComparison.Ordinal);
        if (line.Contains("🎁", StringComparison.Ordinal) || line.Contains('漢', StringComparison.Ordinal)) Assert.Contains("\uFFFD", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 5, 2)]
    [InlineData(4, 2, 2)]
    [InlineData(2, 3, 1)]
    public async Task PrintAsync_SheetOfFour_FillsFromTheStart(int start, int labels, int pages)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(
            LabelFormat.A4, start, [.. Enumerable.Range(1, labels).Select(n => SampleLabels.Retail(SampleLabels.English, n))]));
        Assert.Equal(pages, pdf.NumberOfPages);
        var heading = pdf.GetPage(1).Letters.First(letter => letter.Value == "D");
        Assert.Equal(start is 2 or 4, heading.Location.X > pdf.GetPage(1).Width / 2);
        Assert.Equal(start > 2, heading.Location.Y < pdf.GetPage(1).Height / 2);
    }

    [Fact]
    public async Task PrintAsync_ManyLabels_KeepTheirOrderAndStaySmall()
    {
        const int Labels = 300;
        var file = await PrintAsync(LabelFormat.A6, 1, [.. Enumerable.Range(0, Labels).Select(n => SampleLabels.Contract(SampleLabels.Hindi, n))]);
        using var pdf = PdfDocument.Open(file);
        Assert.Equal(Labels, pdf.NumberOfPages);
        foreach (var n in new[] { 0, 63, 64, 128, 299 })
        {
            var text = Squeeze(string.Concat(pdf.GetPage(n + 1).Letters.Select(letter => letter.Value)));
            Assert.Contains(SampleLabels.Contract(SampleLabels.Hindi, n).Article.ToString(), text, StringComparison.Ordinal);
        }

        Assert.InRange(file.Length / Labels, 500, 2_500);
    }

    [Fact]
    public async Task PrintAsync_FromSeveralThreads_GivesTheSameFile()
    {
        PostalAddress[] addresses = [SampleLabels.Hindi, SampleLabels.Tamil, SampleLabels.Urdu, SampleLabels.Mixed, SampleLabels.Longest];
        LabelContent[] labels = [.. addresses.Select((address, n) => SampleLabels.Contract(address, n))];
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PrintAsync(LabelFormat.A6, 1, labels))));
        Assert.All(files, file => Assert.Equal(files[0], file));
    }

    [Theory]
    [InlineData(LabelFormat.A4, 0)]
    [InlineData(LabelFormat.A4, 5)]
    [InlineData(LabelFormat.A6, 2)]
    public async Task PrintAsync_PlaceThePaperHasNot_Throws(LabelFormat format, int start) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => PrintAsync(format, start, [SampleLabels.Retail(SampleLabels.English)]));

    public void Dispose() => _printer.Dispose();

    private async Task<string> TextAsync(LabelFormat format, LabelContent label)
    {
        using var pdf = PdfDocument.Open(await PrintAsync(format, label));
        var letters = pdf.GetPage(1).Letters;

        // The fixed part comes from a form of its own, so that its words stay together too.
        return Squeeze(string.Concat(letters.Select(letter => letter.Value)));
    }

    private Task<byte[]> PrintAsync(LabelFormat format, LabelContent label) => PrintAsync(format, 1, [label]);

    private async Task<byte[]> PrintAsync(LabelFormat format, int start, LabelContent[] labels)
    {
        using var stream = new MemoryStream();
        await _printer.PrintAsync(labels, format, start, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    /// <summary>Without spaces and without the marks of direction that readers add.</summary>
    private static string Squeeze(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));

    private static int CountOf(string part, string text) => text.Split(part).Length - 1;
}
