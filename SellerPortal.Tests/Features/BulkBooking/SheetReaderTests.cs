using System.Globalization;
using System.Text;
using CsCheck;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking.Reading;

namespace SellerPortal.Tests.Features.BulkBooking;

public sealed class SheetReaderTests
{
    private static readonly string[] Parts =
        ["<row r=\"2\">", "</row>", "<c r=\"B2\" t=\"s\">", "<c>", "</c>", "<v>7</v>", "<v>1E+400</v>", "<is><t>x</t></is>", "<row/>", "<c/>", "<v/>", "<is/>", "&#65;"];

    [Theory]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a\tb\n1\t2")]
    [InlineData("\uFEFFa,b\n\n\"1\",2\n,,\n")]
    public void Read_Csv_FindsHeaderAndRows(string text)
    {
        var sheet = SheetReader.Read("a.csv", Encoding.UTF8.GetBytes(text));
        Assert.Equal(["a", "b"], sheet.Headers);
        Assert.Equal(["1", "2"], Assert.Single(sheet.Rows).Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Read_CsvWithEmptyLine_NumbersRowsAsTheSpreadsheetDoes()
    {
        var sheet = SheetReader.Read("a.csv", Encoding.UTF8.GetBytes("a,b\r\n1,\"two\nlines\"\r\n\r\n4,5\r\n"));
        Assert.Equal([2, 4], sheet.Rows.Select(row => row.Number));
    }

    [Fact]
    public void Read_OwnWorkbook_GivesBackWhatWasWritten()
    {
        var sheet = SheetReader.Read("a.xlsx", Sheets.Xlsx(["a", "", "c"], ["=1+1", "", "पता & <b>"], [], ["+919826012345", "x", "2"]));
        Assert.Equal(["a", "", "c"], sheet.Headers);
        Assert.Equal([2, 4], sheet.Rows.Select(row => row.Number));
        Assert.Equal(["=1+1", "", "पता & <b>"], sheet.Rows[0].Cells.Select(cell => cell.Text ?? ""));
        Assert.Equal("+919826012345", sheet.Rows[1].Cells[0].Text);
    }

    [Fact]
    public void Read_WorkbookOfNumbers_TellsNumbersDatesAndErrorsApart()
    {
        var file = Sheets.RawXlsx("""
            <row r="3"><c r="A3" t="inlineStr"><is><t>a</t></is></c></row>
            <row r="17"><c r="A17"><v>1.2345678901234567E+19</v></c><c r="B17"><v>9826012345</v></c><c r="C17" s="1"><v>46000</v></c><c r="D17" t="e"><v>#N/A</v></c><c r="F17"><v>0.1</v></c></row>
            """);
        var row = Assert.Single(SheetReader.Read("a.xlsx", file).Rows);
        Assert.Equal(17, row.Number);
        Assert.Equal(["1.23E+19", "9826012345", "2025-12-09", "#N/A", "", "0.1"], row.Cells.Select(cell => cell.Text ?? ""));
        Assert.Equal([false, false, true, false, false, false], row.Cells.Select(cell => cell.IsDate));
    }

    [Fact]
    public void Read_OwnWorkbook_IsReadAlikeByMiniExcel()
    {
        using var file = new MemoryStream(Sheets.Xlsx(["a", "b"], ["001", "पता"]));
        var rows = MiniExcelLibs.MiniExcel.Query(file, excelType: MiniExcelLibs.ExcelType.XLSX).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(["001", "पता"], rows[1].Values);
    }

    public static TheoryData<SheetRefusal, string, byte[]> Refused { get; } = new()
    {
        { SheetRefusal.WrongType, "a.pdf", "%PDF-1.7"u8.ToArray() },
        { SheetRefusal.WrongType, "a.xlsx", "a,b\n1,2"u8.ToArray() },
        { SheetRefusal.WrongType, "a.csv", [1, 0, 2, 0] },
        { SheetRefusal.OldOrLocked, "a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] },
        { SheetRefusal.OldOrLocked, "a.xls", [1] },
        { SheetRefusal.Macros, "a.xlsm", Sheets.Xlsx(["a"], ["1"]) },
        { SheetRefusal.Macros, "a.xlsx", Sheets.RawXlsx("", ("xl/vbaProject.bin", "x")) },
        { SheetRefusal.Empty, "a.csv", [] },
        { SheetRefusal.Empty, "a.csv", "\r\n,,\r\n"u8.ToArray() },
        { SheetRefusal.Empty, "a.xlsx", Sheets.RawXlsx("") },
        { SheetRefusal.NoRows, "a.csv", "a,b\n"u8.ToArray() },
        { SheetRefusal.TooLarge, "a.csv", new byte[Sheet.LargestFile + 1] },
        { SheetRefusal.TooManyRows, "a.csv", Sheets.Csv(Enumerable.Repeat("x", Sheet.MostRows + 2)) },
        { SheetRefusal.TooManyColumns, "a.csv", Sheets.Csv(string.Join(',', Enumerable.Repeat("x", 101)), "1") },
        { SheetRefusal.TooManyColumns, "a.xlsx", Sheets.RawXlsx("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>") },
        { SheetRefusal.Damaged, "a.xlsx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3] },
        { SheetRefusal.Damaged, "a.xlsx", Sheets.RawXlsx("<row r=\"1\">") },
        { SheetRefusal.TooLargeUnpacked, "a.xlsx", Sheets.RawXlsx($"<row r=\"1\"><c t=\"inlineStr\"><is><t>{new string('a', 101 * 1024 * 1024)}</t></is></c></row>") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_FileThatCannotBeTaken_SaysWhy(SheetRefusal refusal, string name, byte[] file) =>
        Assert.Equal(refusal, Assert.Throws<SheetRefusedException>(() => SheetReader.Read(name, file)).Refusal);

    [Fact]
    public void Read_BrokenUtf8_NamesTheLine()
    {
        byte[] file = [.. "a,b\n1,2\n"u8, 0xC3, 0x28, .. ",3\n"u8];
        var refused = Assert.Throws<SheetRefusedException>(() => SheetReader.Read("a.csv", file));
        Assert.Equal((SheetRefusal.NotUtf8, 3), (refused.Refusal, refused.Line));
    }

    [Fact]
    public void Read_QuoteNeverClosed_NamesTheLine()
    {
        var text = new StringBuilder("a,b\n1,2\n\"open,3\n");
        for (var i = 0; i < 20_000; i++) text.Append(CultureInfo.InvariantCulture, $"{i},more\n");
        var refused = Assert.Throws<SheetRefusedException>(() => SheetReader.Read("a.csv", Encoding.UTF8.GetBytes(text.ToString())));
        Assert.Equal((SheetRefusal.OpenQuote, 3), (refused.Refusal, refused.Line));
    }

    [Fact]
    public void Read_RandomBytes_NeverFailsOtherwise() => Gen.Select(Gen.Byte.Array[0, 400], Gen.Bool.Select(csv => csv ? "a.csv" : "a.xlsx")).Sample((bytes, name) => OnlyRefuses(name, bytes));

    [Fact]
    public void Read_WorkbookWithBrokenBytes_NeverFailsOtherwise()
    {
        var whole = Sheets.Xlsx(["a", "b"], ["1", "2"]);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 8].Sample(changes =>
        {
            var broken = whole.ToArray();
            foreach (var (at, value) in changes) broken[at] = value;
            OnlyRefuses("a.xlsx", broken);
        });
    }

    [Fact]
    public void Read_RandomSheetXml_NeverFailsOtherwise() =>
        Gen.Int[0, Parts.Length - 1].Array[0, 20].Sample(parts => OnlyRefuses("a.xlsx", Sheets.RawXlsx(string.Concat(parts.Select(part => Parts[part])))));

    private static void OnlyRefuses(string name, byte[] file)
    {
        try
        {
            SheetReader.Read(name, file);
        }
        catch (SheetRefusedException)
        {
            // The only answer beside a sheet.
        }
    }
}
