using System.Globalization;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Text;

namespace SellerPortal.Printing.Pdf;

/// <summary>
/// Writes a PDF 1.7 file (ISO 32000-1) front to back: pages as they come, what they share at the end. Only the place of
/// each object is kept, so a document of any length needs little memory. Fonts are shared and subset; a part that many
/// pages show stands in the file once.
/// </summary>
internal sealed class PdfWriter : IDisposable
{
    private const int Catalog = 1;
    private const int Pages = 2;
    private const int Resources = 3;
    private const int Info = 4;

    /// <summary>Pages below one node of the page tree.</summary>
    private const int PagesPerNode = 64;

    /// <summary>Bytes that may wait in the pipe.</summary>
    private const int FlushAt = 128 * 1024;

    private readonly PipeWriter output;
    private readonly int width;
    private readonly int height;
    private readonly List<long> offsets = [0, 0, 0, 0, 0];
    private readonly List<int> nodes = [];
    private readonly List<int> kids = [];
    private readonly List<int> parts = [];
    private readonly MemoryStream packed = new();
    private long position;
    private int pageCount;

    /// <param name="output">Where the file goes; completed by whoever made it.</param>
    /// <param name="width">The width of every page, in hundredths of a millimetre.</param>
    /// <param name="height">The height of every page, in hundredths of a millimetre.</param>
    public PdfWriter(PipeWriter output, int width, int height)
    {
        this.output = output;
        this.width = width;
        this.height = height;
        Write($"%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    public FontUse Fonts { get; } = new();

    /// <summary>Adds a drawing that pages can show with <see cref="PageContent.Part"/>.</summary>
    /// <returns>The number of the part.</returns>
    public int AddPart(PageContent content, int partWidth, int partHeight)
    {
        Pack(content.CopyShapesAndText);
        parts.Add(Begin());
        WritePacked($"/Type/XObject/Subtype/Form/BBox[0 0 {partWidth} {partHeight}]/Resources {Resources} 0 R");
        return parts.Count - 1;
    }

    /// <summary>Adds a page.</summary>
    public async ValueTask AddPageAsync(PageContent content, CancellationToken cancellationToken)
    {
        if (kids.Count == 0) nodes.Add(Reserve());

        // A page packs to a quarter more than it could, in a third of the time.
        Pack(content.CopyTo, CompressionLevel.Fastest);
        var stream = Begin();
        WritePacked("");
        kids.Add(Begin());
        Write($"<</Type/Page/Parent {nodes[^1]} 0 R/Contents {stream} 0 R>>endobj\n");
        pageCount++;
        if (kids.Count == PagesPerNode) EndNode();
        if (output.UnflushedBytes > FlushAt) await output.FlushAsync(cancellationToken);
    }

    /// <summary>Writes fonts, page tree and cross-reference table.</summary>
    public async ValueTask FinishAsync(string title, CancellationToken cancellationToken)
    {
        if (kids.Count > 0) EndNode();
        var fonts = new StringBuilder();
        for (var i = 0; i < Fonts.Fonts.Count; i++) fonts.Append(CultureInfo.InvariantCulture, $"/F{i} {AddFont(i)} 0 R");
        Begin(Resources);
        Write($"<</Font<<{fonts}>>/XObject<<{string.Concat(parts.Select((part, i) => $"/X{i} {part} 0 R"))}>>>>endobj\n");
        Begin(Pages);
        Write($"<</Type/Pages/Count {pageCount}/Kids[{References(nodes)}]/MediaBox[0 0 {Points(width)} {Points(height)}]/Resources {Resources} 0 R>>endobj\n");
        Begin(Catalog);
        Write($"<</Type/Catalog/Pages {Pages} 0 R/ViewerPreferences<</PrintScaling/None>>>>endobj\n");
        Begin(Info);
        Write($"<</Title<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}>/Producer(Seller Portal)>>endobj\n");

        var table = position;
        Write($"xref\n0 {offsets.Count}\n0000000000 65535 f \n");
        foreach (var offset in offsets.Skip(1)) Write($"{offset:D10} 00000 n \n");
        Write($"trailer<</Size {offsets.Count}/Root {Catalog} 0 R/Info {Info} 0 R>>\nstartxref\n{table}\n%%EOF\n");
        await output.FlushAsync(cancellationToken);
    }

    public void Dispose() => packed.Dispose();

    private void EndNode()
    {
        Begin(nodes[^1]);
        Write($"<</Type/Pages/Parent {Pages} 0 R/Count {kids.Count}/Kids[{References(kids)}]>>endobj\n");
        kids.Clear();
    }

    private int AddFont(int index)
    {
        var font = Fonts.Fonts[index];
        var name = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + index)}PORTL+{font.Face.Name}");

        var file = FontSubset.Make(font);
        Pack(stream => stream.Write(file));
        var fileObject = Begin();
        WritePacked($"/Length1 {file.Length}");

        var map = Encoding.ASCII.GetBytes(ToUnicode(font));
        Pack(stream => stream.Write(map));
        var mapObject = Begin();
        WritePacked("");

        var descriptor = Begin();
        Write($"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[-1000 {-font.Face.Descent} 3000 {font.Face.Ascent}]/ItalicAngle 0");
        Write($"/Ascent {font.Face.Ascent}/Descent {-font.Face.Descent}/CapHeight 714/StemV 80/FontFile2 {fileObject} 0 R>>endobj\n");

        var widths = string.Concat(font.Glyphs.Select(glyph => string.Create(CultureInfo.InvariantCulture, $"{glyph}[{font.Face.Advance(glyph)}]")));
        var descendant = Begin();
        Write($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
        Write($"/CIDToGIDMap/Identity/FontDescriptor {descriptor} 0 R/W[{widths}]>>endobj\n");

        var composite = Begin();
        Write($"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]/ToUnicode {mapObject} 0 R>>endobj\n");
        return composite;
    }

    private static string ToUnicode(UsedFont font)
    {
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        foreach (var chunk in font.Glyphs.Where(glyph => font.Texts[glyph] is { Length: > 0 }).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var glyph in chunk)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(font.Texts[glyph]!))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }

    private static string References(IEnumerable<int> objects) => string.Join(' ', objects.Select(number => $"{number} 0 R"));

    private static string Points(int hundredths) => (hundredths * 72 / 2540m).ToString("0.###", CultureInfo.InvariantCulture);

    private int Reserve()
    {
        offsets.Add(0);
        return offsets.Count - 1;
    }

    private int Begin()
    {
        var number = Reserve();
        Begin(number);
        return number;
    }

    private void Begin(int number)
    {
        offsets[number] = position;
        Write($"{number} 0 obj");
    }

    private void Pack(Action<Stream> write, CompressionLevel level = CompressionLevel.Optimal)
    {
        packed.SetLength(0);
        using var zip = new ZLibStream(packed, level, leaveOpen: true);
        write(zip);
    }

    private void WritePacked(string entries)
    {
        Write($"<<{entries}/Length {packed.Length}/Filter/FlateDecode>>stream\n");
        Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Write($"\nendstream endobj\n");
    }

    private void Write(FormattableString syntax)
    {
        var text = FormattableString.Invariant(syntax);
        position += Encoding.Latin1.GetBytes(text, output.GetSpan(text.Length));
        output.Advance(text.Length);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(output.GetSpan(bytes.Length));
        output.Advance(bytes.Length);
        position += bytes.Length;
    }
}
