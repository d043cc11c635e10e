using System.Globalization;
using CsvHelper;
using Microsoft.Extensions.Localization;
using MiniExcelLibs;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.Shipments.List;

/// <summary>Writes the shipments of a filter as a sheet: every one, in the order of the list.</summary>
internal sealed class ExportShipments(ListShipments list, IStringLocalizer<ShipmentsTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <summary>The most rows of a sheet below its header; no program opens a sheet with more.</summary>
    private const int MostRows = 1_048_575;

    // With its mark at the start a spreadsheet takes the file for UTF-8, and Indian scripts stay readable.
    private static readonly CsvWriterOptions Csv = new() { WriteByteOrderMark = true };

    private readonly Field[] fields =
    [
        new("ColumnArticle", row => row.Article),
        new("ColumnBooked", row => IndianFormat.ToIst(row.BookedAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new("ColumnProduct", row => PostWords.Product(row.Product)),
        new("ColumnStatus", row => shared[$"Status{row.Status}"].Value),
        new("ExportStatusAt", row => IndianFormat.ToIst(row.StatusAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new("ColumnConsignee", row => row.Consignee),
        new("ExportCompany", row => row.Company),
        new("ExportCity", row => row.City),
        new("ExportState", row => row.State),
        new("FilterPincode", row => row.Pincode.ToString()),
        new("ColumnMobile", row => row.Mobile),
        new("ColumnContract", row => row.GemContract),
        new("ColumnOrder", row => row.Order),
        new("ColumnInvoice", row => row.Invoice),
        new("ExportCharged", row => row.ChargeableGrams),
        new("ExportPaid", row => row.Paid.Rupees),
        new("ColumnOffice", row => row.DeliveryOffice),
        new("ExportExpected", row => row.ExpectedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Writes rows as they are read.</summary>
    public async Task WriteCsvAsync(Actor actor, ShipmentFilter filter, Stream target, CancellationToken token)
    {
        await using var csv = CsvWriter.Create(target, Csv, leaveOpen: true);
        foreach (var field in fields) csv.WriteField(texts[field.TitleKey].Value);
        await csv.EndRecordAsync(token);
        await foreach (var row in list.AllAsync(actor, filter, token))
        {
            foreach (var field in fields) csv.WriteField(Convert.ToString(Harmless(field.Value(row)), CultureInfo.InvariantCulture));
            await csv.EndRecordAsync(token);
        }

        await csv.FlushAsync(token);
    }

    /// <summary>Writes a workbook with one sheet, whose last row says so when there are more than fit. The target must take synchronous writes, so it is a file and no response.</summary>
    public Task WriteXlsxAsync(Actor actor, ShipmentFilter filter, Stream target, CancellationToken token)
    {
        var titles = fields.Select(field => texts[field.TitleKey].Value).ToArray();
        var rows = list.AllAsync(actor, filter, token).ToBlockingEnumerable(token)
            .Select(row => fields.Select((field, i) => (titles[i], Value: Harmless(field.Value(row)))).ToDictionary(cell => cell.Item1, cell => cell.Value));
        return Task.Run(() => target.SaveAs(Fitting(rows, titles, texts["ExportMore"], MostRows), sheetName: texts["ListTitle"]), token);
    }

    /// <summary>A cell's value as no spreadsheet runs it.</summary>
    internal static object? Harmless(object? value) => value is string text ? SheetText.Harmless(text) : value;

    /// <summary>The rows of a sheet.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="titles">The titles of the columns.</param>
    /// <param name="more">What the last row says when there are more.</param>
    /// <param name="most">The most rows of the sheet.</param>
    internal static IEnumerable<Dictionary<string, object?>> Fitting(IEnumerable<Dictionary<string, object?>> rows, string[] titles, string more, int most)
    {
        using var left = rows.GetEnumerator();
        if (!left.MoveNext())
        {
            // Without a row the writer would not know the titles.
            yield return RowOf(titles, first: null);
            yield break;
        }

        var isLast = false;
        for (var written = 1; !isLast; written++)
        {
            var row = left.Current;
            isLast = !left.MoveNext();
            if (written == most && !isLast) (row, isLast) = (RowOf(titles, more), true);
            yield return row;
        }
    }

    private static Dictionary<string, object?> RowOf(string[] titles, string? first) => titles.ToDictionary(title => title, title => title == titles[0] ? (object?)first : null);

    private sealed record Field(string TitleKey, Func<ShipmentRow, object?> Value);
}
