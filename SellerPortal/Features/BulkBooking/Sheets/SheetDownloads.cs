using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Resources;

namespace SellerPortal.Features.BulkBooking.Sheets;

/// <summary>The sheets a seller downloads: the template, the rows with faults, and all rows with their article numbers.</summary>
internal sealed class SheetDownloads(IStringLocalizer<BulkBookingTexts> texts, RowWords words)
{
    private const int Wide = 34;
    private const int Narrow = 16;

    /// <summary>A sheet to be filled, with one row as an example on a second sheet that explains every column.</summary>
    public void WriteTemplate(Stream stream) => XlsxFile.Write(
        stream,
        new XlsxTable(texts["TemplateSheet"], Widths(), [Header()]),
        new XlsxTable(texts["ExplainSheet"], [24, 12, 70, 30], [[texts["ExplainColumn"], texts["ExplainNeeded"], texts["ExplainMeaning"], texts["ExplainExample"]], .. SheetColumns.Template.Select(Explain)]));

    /// <summary>The template as CSV: its header, and nothing that would be booked by mistake.</summary>
    public byte[] CsvTemplate() =>
        [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(string.Join(',', SheetColumns.Template.Select(column => words.Column(column))) + "\r\n")];

    /// <summary>The rows that have a fault, with what is wrong in a last column; it can be uploaded again.</summary>
    public void WriteErrors(Stream stream, BulkJob job, IReadOnlyList<BulkRowView> rows)
    {
        var map = RowJson.ReadMap(job.Map);
        var columns = ColumnsOf(map);
        XlsxFile.Write(stream, new XlsxTable(
            texts["TemplateSheet"],
            [.. Widths(columns), 80],
            [[.. columns.Select(column => words.Column(column)), texts["ProblemColumn"]], .. rows.Select(row => (IReadOnlyList<string?>)[.. CellsOf(row, columns), Problem(row, map)])]));
    }

    /// <summary>Every row with its article number, or why it has none.</summary>
    public void WriteResult(Stream stream, BulkJob job, IReadOnlyList<BulkRowView> rows)
    {
        var map = RowJson.ReadMap(job.Map);
        var columns = ColumnsOf(map);
        XlsxFile.Write(stream, new XlsxTable(
            texts["TemplateSheet"],
            [10, 18, 14, .. Widths(columns), 80],
            [
                [texts["HeadRow"], texts["HeadArticle"], texts["HeadPrice"], .. columns.Select(column => words.Column(column)), texts["ProblemColumn"]],
                .. rows.Select(row => (IReadOnlyList<string?>)
                [
                    row.Row.Number.ToString(CultureInfo.InvariantCulture),
                    row.Article,
                    row.Row.Total?.Rupees.ToString("0.00", CultureInfo.InvariantCulture),
                    .. CellsOf(row, columns),
                    Problem(row, map),
                ]),
            ]));
    }

    /// <summary>The template's columns, and the weight in kilograms where the sheet has it.</summary>
    private static List<SheetColumn> ColumnsOf(SheetMap map) =>
        [.. SheetColumns.All.Where(column => column != SheetColumn.WeightKg || map.Has(column))];

    /// <summary>The cells as texts. What the spreadsheet had made a date of is left empty: as a text it would be taken when it comes back.</summary>
    private static IEnumerable<string?> CellsOf(BulkRowView row, List<SheetColumn> columns)
    {
        var cells = RowJson.ReadCells(row.Row.Cells);
        return columns.Select(column => cells.TryGetValue(column, out var cell) && !cell.IsDate ? cell.Text : null);
    }

    private static IReadOnlyList<int> Widths(IEnumerable<SheetColumn>? columns = null) =>
        [.. (columns ?? SheetColumns.Template).Select(column => column is SheetColumn.Name or SheetColumn.Email or SheetColumn.PickupLocation or SheetColumn.Line1 or SheetColumn.Line2 or SheetColumn.Contents ? Wide : Narrow)];

    private string Problem(BulkRowView row, SheetMap map) =>
        string.Join("\n", RowJson.ReadFaults(row.Row.Faults).Select(fault => words.Sentence(fault, map, row.Row.Number)));

    private IReadOnlyList<string?> Header() => [.. SheetColumns.Template.Select(column => words.Column(column))];

    private IReadOnlyList<string?> Explain(SheetColumn column) =>
    [
        words.Column(column),
        SheetColumns.Required.Contains(column) ? texts["ExplainYes"] : texts["ExplainNo"],
        texts[$"Explain{column}"],
        Example(column),
    ];

    private static string Example(SheetColumn column) => column switch
    {
        SheetColumn.Order => "ORD-2041",
        SheetColumn.Name => "Executive Engineer, PWD",
        SheetColumn.Company => "Public Works Department",
        SheetColumn.Mobile => "9826012345",
        SheetColumn.Email => "ee.raipur@example.in",
        SheetColumn.Line1 => "Division 2, Civil Lines",
        SheetColumn.Line2 => "near Collectorate",
        SheetColumn.City => "Raipur",
        SheetColumn.State => "Chhattisgarh",
        SheetColumn.Pincode => "492001",
        SheetColumn.Weight => "1250",
        SheetColumn.Length => "30",
        SheetColumn.Breadth => "20",
        SheetColumn.Height => "12",
        SheetColumn.Contents => "LED street lights, 4 pieces",
        SheetColumn.DeclaredValue => "12000",
        SheetColumn.Product => "SP_PARCEL",
        SheetColumn.AddOns => "POD, INS",
        SheetColumn.GemContract => "GEMC-511687754738820",
        SheetColumn.Invoice => "ACM/26-27/1183",
        SheetColumn.EwayBill => "331001234567",
        SheetColumn.FromPincode => "482001",
        SheetColumn.PickupLocation => "Raipur godown",
        _ => "",
    };
}
