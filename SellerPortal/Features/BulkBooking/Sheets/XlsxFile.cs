using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.BulkBooking.Sheets;

/// <summary>
/// Writes a workbook whose columns are formatted as text, empty cells included: what is typed or pasted into them stays
/// as it is. The library at hand formats filled cells only. No cell can be a formula.
/// </summary>
internal static class XlsxFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>Writes the sheets in their order; the first row of each is its header.</summary>
    public static void Write(Stream stream, params IReadOnlyList<XlsxTable> tables)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(archive, "[Content_Types].xml", $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{Each(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"{Types}.worksheet+xml\"/>")}</Types>
            """);
        Part(archive, "_rels/.rels", $"<Relationships xmlns=\"{Packages}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{Each(i => $"<sheet name=\"{System.Security.SecurityElement.Escape(tables[i - 1].Name)}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>")}</sheets></workbook>");
        Part(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Packages}\">{Each(i => $"<Relationship Id=\"rId{i}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}<Relationship Id=\"rId{tables.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Part(archive, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>
            """);
        for (var i = 0; i < tables.Count; i++)
        {
            using var part = archive.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{i + 1}.xml"), CompressionLevel.Fastest).Open();
            WriteSheet(part, tables[i]);
        }

        string Each(Func<int, string> text) => string.Concat(Enumerable.Range(1, tables.Count).Select(text));
    }

    private static void WriteSheet(Stream stream, XlsxTable table)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < table.Widths.Count; i++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{table.Widths[i]}\" style=\"1\" customWidth=\"1\"/>"));
        }

        xml.WriteRaw("</cols>");
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        foreach (var row in table.Rows)
        {
            number++;
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (var i = 0; i < row.Count; i++)
            {
                if (string.IsNullOrEmpty(row[i])) continue;
                xml.WriteStartElement("c", Main);
                xml.WriteAttributeString("r", string.Create(CultureInfo.InvariantCulture, $"{SheetMap.Letters(i)}{number}"));
                xml.WriteAttributeString("s", number == 1 ? "2" : "1");
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(SheetText.Clean(SheetText.Harmless(row[i]!)));
                xml.WriteEndElement();
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var part = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        part.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        part.Write(xml.Trim());
    }
}

/// <summary>A sheet to be written: its name, the width of its columns in characters, and its rows, the header first.</summary>
internal sealed record XlsxTable(string Name, IReadOnlyList<int> Widths, IEnumerable<IReadOnlyList<string?>> Rows);
