using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using SellerPortal.Domain;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>Streams labels to the browser, which shows them.</summary>
internal sealed class LabelEndpoints
{
    /// <summary>The most labels of one PDF.</summary>
    public const int MostLabels = 500;

    private LabelEndpoints()
    {
    }

    /// <summary><c>GET /shipments/{id}/label?format=a6|a7|100x150|4x6|a4&amp;start=1..4</c>: one label.</summary>
    public static async Task<IResult> OneAsync(
        Guid id, string? format, string? start, ClaimsPrincipal user, HttpResponse response, PrintLabels print, LabelPrinter printer, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        var faults = Check(format, start, texts, out var paper, out var place);
        if (faults.Count > 0) return Problems.Invalid(faults);
        return await AnswerAsync([new ShipmentId(id)], paper, place, user, response, print, printer, texts, cancellationToken);
    }

    /// <summary><c>GET /shipments/labels?ids=…,…&amp;format=…&amp;start=…</c>: several labels in the order given.</summary>
    public static async Task<IResult> SeveralAsync(
        string? ids, string? format, string? start, ClaimsPrincipal user, HttpResponse response, PrintLabels print, LabelPrinter printer, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        var faults = Check(format, start, texts, out var paper, out var place);
        var wanted = new List<ShipmentId>();
        foreach (var text in (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Guid.TryParse(text, out var id))
            {
                if (!wanted.Contains(new ShipmentId(id))) wanted.Add(new ShipmentId(id));
            }
            else
            {
                faults.Add(new Problems.FieldFault("?ids", "labels.id_not_valid", texts["IdNotValid", text], texts["IdsRemedy"]));
                break;
            }

            if (wanted.Count <= MostLabels) continue;
            faults.Add(new Problems.FieldFault("?ids", "labels.too_many", texts["TooMany", MostLabels], texts["TooManyRemedy", MostLabels]));
            break;
        }

        if (wanted.Count == 0 && faults.Count == 0)
        {
            faults.Add(new Problems.FieldFault("?ids", "labels.no_ids", texts["NoIds"], texts["IdsRemedy"]));
        }

        if (faults.Count > 0) return Problems.Invalid(faults);
        return await AnswerAsync(wanted, paper, place, user, response, print, printer, texts, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        List<ShipmentId> ids, LabelFormat paper, int place, ClaimsPrincipal user, HttpResponse response, PrintLabels print, LabelPrinter printer, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        var result = await print.ExecuteAsync(user.ToActor(), ids, paper, cancellationToken);
        if (result is LabelsResult.Cancelled cancelled) return Problems.Conflict("labels.shipment_cancelled", texts["Cancelled", cancelled.Article]);
        if (result is not LabelsResult.Printed { Labels: var labels }) return Problems.NotFound(texts[ids.Count == 1 ? "NoSuchShipment" : "NoSuchShipments"]);

        var name = labels.Count == 1
            ? $"{labels[0].Article}.pdf"
            : string.Create(CultureInfo.InvariantCulture, $"{labels[0].Article}-and-{labels.Count - 1}-more.pdf");
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = name }.ToString();
        response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => printer.PrintAsync(labels, paper, place, stream, cancellationToken), "application/pdf");
    }

    private static List<Problems.FieldFault> Check(
        string? format, string? start, IStringLocalizer<LabelsTexts> texts, out LabelFormat paper, out int place)
    {
        var faults = new List<Problems.FieldFault>();
        paper = LabelFormat.A6;
        if (!string.IsNullOrEmpty(format) && !LabelFormats.TryParse(format, out paper))
        {
            faults.Add(new Problems.FieldFault("?format", "labels.format_unknown", texts["FormatUnknown", format], texts["FormatRemedy", string.Join(", ", LabelFormats.Codes)]));
        }

        place = 1;
        if (!string.IsNullOrEmpty(start) && (!int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out place) || place is < 1 or > 4))
        {
            faults.Add(new Problems.FieldFault("?start", "labels.start_unknown", texts["StartUnknown", start], texts["StartRemedy"]));
        }

        // Only a sheet of four has a second place.
        if (paper != LabelFormat.A4) place = 1;
        return faults;
    }
}
