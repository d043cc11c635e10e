using System.Globalization;
using System.IO.Compression;
using System.Xml;
using SellerPortal.Domain.BulkBooking;

namespace SellerPortal.Features.BulkBooking.Reading;

/// <summary>
/// The parts of an XLSX package. What is unpacked is counted as it comes, because the sizes a package states can lie.
/// </summary>
internal sealed class Workbook : IDisposable
{
    /// <summary>More than a sheet of 10,000 full rows unpacks to.</summary>
    private const long MostUnpacked = 100L * 1024 * 1024;
    private const int MostEntries = 1_000;
    private const int MostTexts = 1_000_000;
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive archive;
    private long unpacked;

    public Workbook(ReadOnlyMemory<byte> file)
    {
        archive = new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > MostEntries) throw new SheetRefusedException(SheetRefusal.TooLargeUnpacked);
        if (archive.Entries.Any(entry => entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))) throw new SheetRefusedException(SheetRefusal.Macros);
        if (archive.GetEntry("xl/workbook.xml") is null) throw new SheetRefusedException(SheetRefusal.WrongType);
    }

    public void Dispose() => archive.Dispose();

    /// <summary>The first sheet that is not hidden.</summary>
    public XmlReader OpenFirstSheet()
    {
        string? relation = null;
        using (var book = Open("xl/workbook.xml"))
        {
            while (relation is null && book.Read())
            {
                if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && book.GetAttribute("state") is (null or "visible"))
                {
                    relation = book.GetAttribute("id", Relations);
                }
            }
        }

        using var relations = Open("xl/_rels/workbook.xml.rels");
        while (relations.Read())
        {
            if (relations is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" } || relations.GetAttribute("Id") != relation) continue;
            var target = relations.GetAttribute("Target") ?? "";
            return Open(target.StartsWith('/') ? target[1..] : $"xl/{target}");
        }

        throw new SheetRefusedException(SheetRefusal.Damaged);
    }

    /// <summary>The texts that cells share, by number.</summary>
    public IReadOnlyList<string> ReadTexts()
    {
        var texts = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is null) return texts;
        using var reader = Open("xl/sharedStrings.xml");
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            if (texts.Count == MostTexts) throw new SheetRefusedException(SheetRefusal.TooLargeUnpacked);
            texts.Add(XlsxText.Read(reader));
        }

        return texts;
    }

    /// <summary>For each cell format by number: true when it shows a number as a date or a time.</summary>
    public IReadOnlyList<bool> ReadDateFormats()
    {
        var formats = new List<bool>();
        if (archive.GetEntry("xl/styles.xml") is null) return formats;
        var own = new HashSet<int>();
        var inCells = false;
        using var reader = Open("xl/styles.xml");
        while (reader.Read())
        {
            if (reader.LocalName == "cellXfs") inCells = reader.NodeType == XmlNodeType.Element;
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt" && Number("numFmtId") is var id and > 0 && IsDateCode(reader.GetAttribute("formatCode") ?? "")) own.Add(id);
            else if (inCells && reader.LocalName == "xf") formats.Add(Number("numFmtId") is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) || own.Contains(Number("numFmtId")));
        }

        return formats;

        int Number(string name) => int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>A format is a date's when a letter of day, month, year or hour stands outside of quotes and brackets.</summary>
    private static bool IsDateCode(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '"') quoted = !quoted;
            else if (quoted) continue;
            else if (code[i] == '\\') i++;
            else if (code[i] == '[') bracketed = true;
            else if (code[i] == ']') bracketed = false;
            else if (!bracketed && char.ToLowerInvariant(code[i]) is ('d' or 'm' or 'y' or 'h')) return true;
        }

        return false;
    }

    private XmlReader Open(string path)
    {
        var entry = archive.GetEntry(path) ?? throw new SheetRefusedException(SheetRefusal.Damaged);
        return XmlReader.Create(new CountedStream(entry.Open(), Count), Settings);
    }

    private void Count(int bytes)
    {
        unpacked += bytes;
        if (unpacked > MostUnpacked) throw new SheetRefusedException(SheetRefusal.TooLargeUnpacked);
    }
}
