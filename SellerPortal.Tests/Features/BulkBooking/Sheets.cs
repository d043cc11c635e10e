using System.Globalization;
using System.IO.Compression;
using System.Text;
using SellerPortal.Features.BulkBooking.Sheets;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>Makes sheets for tests.</summary>
internal static class Sheets
{
    public const string Header = "Order,Name,Mobile,Address line 1,City,Pincode,Weight (g),Contents";

    /// <summary>A row that can be booked.</summary>
    public static string Good(int number) => string.Create(CultureInfo.InvariantCulture, $"ORD-{number},Consignee {number},98260{10000 + number},\"Shop {number}, Civil Lines\",Raipur,492001,{200 + number % 5 * 100},Cloth");

    public static byte[] Csv(params IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    public static byte[] GoodCsv(int rows) => Csv(Enumerable.Range(1, rows).Select(Good).Prepend(Header));

    /// <summary>A workbook of texts, by the portal's own writer.</summary>
    public static byte[] Xlsx(params string[][] rows)
    {
        using var file = new MemoryStream();
        XlsxFile.Write(file, new XlsxTable("Parcels", [20], rows));
        return file.ToArray();
    }

    /// <summary>A workbook with the given XML between the tags of its sheet's data, and dates in cell format 1.</summary>
    public static byte[] RawXlsx(string sheetData, params (string Name, string Text)[] more)
    {
        const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("xl/workbook.xml", $"<workbook {Main} xmlns:r=\"{Relations}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add("xl/styles.xml", $"<styleSheet {Main}><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            Add("xl/worksheets/sheet1.xml", $"<worksheet {Main}><sheetData>{sheetData}</sheetData></worksheet>");
            foreach (var (name, text) in more) Add(name, text);

            void Add(string name, string text)
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return file.ToArray();
    }
}
