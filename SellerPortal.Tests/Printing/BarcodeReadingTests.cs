using SellerPortal.Domain.Labels;
using SellerPortal.Printing;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Printing;

/// <summary>Labels as a 203-dpi printer puts them on paper, read by two programs that know nothing of this one.</summary>
public sealed class BarcodeReadingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-label-").FullName;

    public static TheoryData<LabelFormat> SingleFormats { get; } =
        [LabelFormat.A6, LabelFormat.A7, LabelFormat.Thermal100X150, LabelFormat.Thermal4X6];

    [ToolTheory("pdftoppm ZXingReader")]
    [MemberData(nameof(SingleFormats))]
    public async Task Barcode_At203Dpi_IsReadByZXing(LabelFormat format)
    {
        foreach (var serial in new[] { 12345678, 87654321, 0 })
        {
            var label = SampleLabels.Contract(SampleLabels.Hindi, serial);
            var read = await Tool.RunAsync("ZXingReader", await BarcodeAsync(format, 1, 0, 0, label));
            Assert.Contains($"Text:       \"{label.Article}\"", read, StringComparison.Ordinal);
            Assert.Contains("Format:     Code128", read, StringComparison.Ordinal);
        }
    }

    [ToolTheory("pdftoppm zbarimg")]
    [MemberData(nameof(SingleFormats))]
    public async Task Barcode_At203Dpi_IsReadByZBar(LabelFormat format)
    {
        foreach (var serial in new[] { 12345678, 87654321, 0 })
        {
            var label = SampleLabels.Contract(SampleLabels.Hindi, serial);
            var page = await PageAsync(format, 1, label);
            Assert.Equal($"CODE-128:{label.Article}", (await Tool.RunAsync("zbarimg", "-q", page)).Trim());
        }
    }

    [ToolTheory("pdftoppm ZXingReader zbarimg")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Barcode_OnASheetOfFour_IsReadAtEveryPlace(int start)
    {
        var label = SampleLabels.Contract(SampleLabels.English);
        var image = await BarcodeAsync(LabelFormat.A4, start, (start - 1) % 2 * 839, (start - 1) / 2 * 1187, label);
        Assert.Contains(label.Article.ToString(), await Tool.RunAsync("ZXingReader", image), StringComparison.Ordinal);
        Assert.Contains(label.Article.ToString(), await Tool.RunAsync("zbarimg", "-q", image), StringComparison.Ordinal);
    }

    [ToolTheory("pdftoppm")]
    [MemberData(nameof(SingleFormats))]
    public async Task Barcode_At203Dpi_FallsOnWholeDots(LabelFormat format)
    {
        var image = await BarcodeAsync(format, 1, 0, 0, SampleLabels.Contract(SampleLabels.English), "-gray");
        var bytes = await File.ReadAllBytesAsync(image, TestContext.Current.CancellationToken);
        var header = System.Text.Encoding.ASCII.GetString(bytes, 0, 32).Split('\n', ' ');
        var (width, height) = (int.Parse(header[1], null), int.Parse(header[2], null));
        var pixels = bytes.AsSpan(bytes.Length - (width * height));

        // A row through the middle of the bars, between heading and number.
        var row = pixels.Slice((format == LabelFormat.A7 ? 150 : 210) * width, width).ToArray();
        var first = Array.IndexOf(row, (byte)0, 40);
        var bars = row[first..(first + 468)];
        Assert.All(bars, pixel => Assert.True(pixel is 0 or 255, $"A pixel is {pixel}: neither bar nor space"));
        Assert.All(bars.Chunk(3), module => Assert.True(module.Distinct().Count() == 1, "A module is not three whole dots"));
        Assert.All(row[(first - 30)..first], pixel => Assert.Equal(255, pixel));
        Assert.All(row[(first + 468)..(first + 498)], pixel => Assert.Equal(255, pixel));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> PageAsync(LabelFormat format, int start, LabelContent label)
    {
        var file = await PrintAsync(format, start, label);
        await Tool.RunAsync("pdftoppm", "-r", "203", "-png", "-singlefile", file, Path.Combine(_folder, "page"));
        return Path.Combine(_folder, "page.png");
    }

    /// <summary>
    /// The upper part of a label. ZXing 1.4 looks at a large image in several sizes and stops with a failed assertion of
    /// its own when it finds the same barcode twice; a part of this height is looked at once.
    /// </summary>
    private async Task<string> BarcodeAsync(LabelFormat format, int start, int x, int y, LabelContent label, string kind = "-png")
    {
        var file = await PrintAsync(format, start, label);
        string[] part = ["-x", $"{x}", "-y", $"{y}", "-W", format == LabelFormat.A7 ? "592" : "799", "-H", "340"];
        await Tool.RunAsync("pdftoppm", ["-r", "203", kind, "-singlefile", .. part, file, Path.Combine(_folder, "part")]);
        return Path.Combine(_folder, kind == "-png" ? "part.png" : "part.pgm");
    }

    private async Task<string> PrintAsync(LabelFormat format, int start, LabelContent label)
    {
        var file = Path.Combine(_folder, "label.pdf");
        using var printer = new LabelPrinter();
        await using var stream = File.Create(file);
        await printer.PrintAsync([label], format, start, stream, TestContext.Current.CancellationToken);
        return file;
    }
}
