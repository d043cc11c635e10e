using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Labels;
using SellerPortal.Printing;
using SellerPortal.Printing.Zpl;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Printing.Zpl;

/// <summary>ZPL taken apart as a printer would, and the dots in it read by programs that know nothing of this one.</summary>
public sealed partial class ZplPrinterTests : IDisposable
{
    private static readonly PostalAddress[] Addresses = [SampleLabels.English, SampleLabels.Hindi, SampleLabels.Tamil, SampleLabels.Urdu, SampleLabels.Mixed, SampleLabels.Longest];
    private static readonly LabelFormat[] Formats = [LabelFormat.A6, LabelFormat.A7, LabelFormat.Thermal100X150, LabelFormat.Thermal4X6];

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-zpl-").FullName;
    private readonly PrinterFonts _fonts = new();

    public static MatrixTheoryData<LabelFormat, PrinterDensity> Printers { get; } = new(Formats, Enum.GetValues<PrinterDensity>());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [ToolTheory("ZXingReader zbarimg")]
    [MemberData(nameof(Printers))]
    public async Task Barcode_InTheDotsOfEveryPrinter_IsReadByZXingAndZBar(LabelFormat format, PrinterDensity density)
    {
        foreach (var label in Addresses.Select((address, i) => SampleLabels.Contract(address, 12_345_678 + i)))
        {
            var dots = Decode(await ZplAsync(format, density, label));
            Assert.Equal($"CODE-128:{label.Article}", (await Tool.RunAsync("zbarimg", "-q", await PictureAsync(dots, dots.Height))).Trim());
            var upper = density == PrinterDensity.Dpi203 ? 340 : 500;
            Assert.Contains($"Text:       \"{label.Article}\"", await Tool.RunAsync("ZXingReader", await PictureAsync(dots, upper)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Printers))]
    public async Task Barcode_OnEveryPrinter_HasWholeModulesAndWhiteOnBothSides(LabelFormat format, PrinterDensity density)
    {
        var dots = Decode(await ZplAsync(format, density, SampleLabels.Contract(SampleLabels.English)));
        var grid = new LabelGrid(format);
        var surface = new DotSurface(density);
        var (top, bottom) = (surface.Dots(grid.Bars.Y), surface.Dots(grid.Bars.Bottom));
        var module = density == PrinterDensity.Dpi203 ? 3 : 4;
        var width = 156 * module;
        var left = surface.Dots(grid.Bars.X) + ((surface.Dots(grid.Bars.Width) - width) / 2);
        var first = Enumerable.Range(left - 4, 9).First(x => dots.IsBlack(x, top));
        Assert.True(bottom - top >= surface.Dots(1_250));
        for (var y = top; y < bottom; y += 7)
        {
            for (var x = 0; x < width; x += module)
            {
                Assert.Single(Enumerable.Range(first + x, module).Select(dot => dots.IsBlack(dot, y)).Distinct());
            }

            Assert.DoesNotContain(Enumerable.Range(first - (10 * module), 10 * module), x => dots.IsBlack(x, y));
            Assert.DoesNotContain(Enumerable.Range(first + width, 10 * module), x => dots.IsBlack(x, y));
        }
    }

    [Fact]
    public void Zpl_OfAnyLabel_KeepsTheSyntax() =>
        Gen.Select(Gen.Int[0, Formats.Length - 1].Select(i => Formats[i]), Gen.Enum<PrinterDensity>(), Gen.Int[0, Addresses.Length - 1].Select(i => Addresses[i]), Gen.Int[0, 99_999_999], Gen.Bool).Sample(
            (format, density, address, serial, contract) =>
            {
                var label = contract ? SampleLabels.Contract(address, serial) : SampleLabels.Retail(address, serial);
                var zpl = ZplAsync(format, density, label).GetAwaiter().GetResult();
                Assert.StartsWith("^XA\n", zpl, StringComparison.Ordinal);
                Assert.EndsWith("^XZ\n", zpl, StringComparison.Ordinal);
                Assert.All(zpl, c => Assert.True(c is '\n' or (>= ' ' and < '~')));
                Assert.Equal(["XA", "PW", "LL", "LH", "LS", "PO", "PM", "FO", "GF", "FS", "PQ", "XZ"], Commands().Matches(zpl).Select(match => match.Groups[1].Value));
                var dots = Decode(zpl);
                var (width, height) = format.Label();
                Assert.InRange(dots.Width - (width * density.DotsPerUnit()), -1, 1);
                Assert.InRange(dots.Height - (height * density.DotsPerUnit()), -1, 1);
                Assert.Contains($"^PW{dots.Width}^LL{dots.Height}^", zpl, StringComparison.Ordinal);
            },
            iter: 40);

    [Theory]
    [InlineData("", 0x0000)]
    [InlineData("123456789", 0x31C3)]
    public void Crc_OfAKnownText_IsKnown(string text, int expected) => Assert.Equal(expected, ZplWriter.Crc16(text));

    [ToolTheory("zbarimg")]
    [InlineData(LabelFormat.A7, PrinterDensity.Dpi203)]
    [InlineData(LabelFormat.Thermal4X6, PrinterDensity.Dpi300)]
    public async Task TestLabel_IsNoArticle(LabelFormat format, PrinterDensity density)
    {
        var dots = Decode(await ZplAsync(format, density, TestLabel.Content));
        Assert.Equal("CODE-128:TEST-SAMPLE", (await Tool.RunAsync("zbarimg", "-q", await PictureAsync(dots, dots.Height))).Trim());
    }

    [Fact]
    public async Task Labels_Several_StandOneAfterAnother()
    {
        var labels = Enumerable.Range(1, 5).Select(i => SampleLabels.Contract(SampleLabels.Hindi, i)).ToArray();
        Assert.Equal(5, (await ZplAsync(LabelFormat.A6, PrinterDensity.Dpi203, labels)).Split("^XZ").Length - 1);
    }

    [Fact]
    public Task ASheetOfFour_ForALabelPrinter_IsRefused() =>
        Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => ZplAsync(LabelFormat.A4, PrinterDensity.Dpi203, TestLabel.Content));

    public void Dispose()
    {
        _fonts.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Takes the graphic out of a label, checks it, and unpacks it.</summary>
    private static DotImage Decode(string zpl)
    {
        var match = Graphic().Match(zpl);
        Assert.True(match.Success, "There is no graphic field");
        var (all, stride) = (Number(match, "all"), Number(match, "stride"));
        Assert.Equal(all, Number(match, "sent"));
        var data = match.Groups["data"].Value;
        Assert.Equal(match.Groups["check"].Value, ZplWriter.Crc16(data).ToString("X4", CultureInfo.InvariantCulture));
        using var zip = new ZLibStream(new MemoryStream(Convert.FromBase64String(data)), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        zip.CopyTo(bits);
        Assert.Equal(all, bits.Length);
        Assert.Equal(0, all % stride);
        var image = new DotImage(Number(Width().Match(zpl), "width"), all / stride);
        Assert.Equal(stride, image.Stride);
        bits.ToArray().CopyTo(image.Bits, 0);
        return image;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private async Task<string> ZplAsync(LabelFormat format, PrinterDensity density, params LabelContent[] labels)
    {
        using var stream = new MemoryStream();
        await new ZplPrinter(_fonts).PrintAsync(labels.ToAsyncEnumerable(), format, density, stream, Token);
        return Encoding.ASCII.GetString(stream.ToArray());
    }

    /// <summary>The upper rows of the dots as a grey picture.</summary>
    private async Task<string> PictureAsync(DotImage dots, int rows)
    {
        var pixels = new byte[dots.Width * rows];
        for (var y = 0; y < rows; y++)
        {
            for (var x = 0; x < dots.Width; x++) pixels[(y * dots.Width) + x] = dots.IsBlack(x, y) ? (byte)0 : (byte)255;
        }

        var file = Path.Combine(_folder, "label.pgm");
        await File.WriteAllBytesAsync(file, [.. Encoding.ASCII.GetBytes($"P5\n{dots.Width} {rows}\n255\n"), .. pixels], Token);
        return file;
    }

    [GeneratedRegex(@"\^GFA,(?<sent>\d+),(?<all>\d+),(?<stride>\d+),:Z64:(?<data>[A-Za-z0-9+/=]+):(?<check>[0-9A-F]{4})\^FS", RegexOptions.None, 5_000)]
    private static partial Regex Graphic();

    [GeneratedRegex(@"\^PW(?<width>\d+)", RegexOptions.None, 5_000)]
    private static partial Regex Width();

    [GeneratedRegex(@"\^(?<name>[A-Z]{2})", RegexOptions.None, 5_000)]
    private static partial Regex Commands();
}
