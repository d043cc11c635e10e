using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain;
using SellerPortal.Domain.Labels;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>Streams labels to the browser: a PDF to be shown, ZPL to be sent to the printer.</summary>
internal sealed class LabelEndpoints
{
    /// <summary>The most labels of one answer; more are made in the background.</summary>
    public const int MostLabels = 500;

    private LabelEndpoints()
    {
    }

    /// <summary><c>GET /shipments/{id}/label</c> and a <see cref="PaperWish"/>: one label.</summary>
    public static Task<IResult> OneAsync(
        Guid id, HttpRequest request, ClaimsPrincipal user, PrintLabels print, LabelSender sender, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken) =>
        LabelAsync(id, request, user, print, sender, texts, ofSystem: false, cancellationToken);

    /// <summary>
    /// The same for a person, or for a system, which names the place on a sheet each time. A person who asks for the label
    /// of a cancelled parcel is shown the parcel.
    /// </summary>
    public static async Task<IResult> LabelAsync(
        Guid id, HttpRequest request, ClaimsPrincipal user, PrintLabels print, LabelSender sender, IStringLocalizer<LabelsTexts> texts, bool ofSystem, CancellationToken cancellationToken)
    {
        var faults = new List<Problems.FieldFault>();
        var wish = PaperWish.Parse(request.Query, texts, faults) with { IsOfSystem = ofSystem };
        if (faults.Count > 0) return Problems.Invalid(faults);
        var result = await print.ExecuteAsync(user.ToActor(), [new ShipmentId(id)], wish, cancellationToken);
        return result is LabelsResult.Cancelled && !ofSystem
            ? Results.Redirect(PortalUrls.Shipment(new ShipmentId(id)))
            : Answer(result, 1, sender, request.HttpContext.Response, texts, cancellationToken);
    }

    /// <summary>
    /// <c>GET /shipments/labels?ids=…,…</c> and a <see cref="PaperWish"/>: several labels in the order given. When some of
    /// the parcels were cancelled meanwhile, a file of the others is ordered, whose page says how many were left out.
    /// </summary>
    public static async Task<IResult> SeveralAsync(
        string? ids, HttpRequest request, ClaimsPrincipal user, PrintLabels print, OrderFile order, TimeProvider clock, LabelSender sender, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        var faults = new List<Problems.FieldFault>();
        var wish = PaperWish.Parse(request.Query, texts, faults);
        var wanted = new List<ShipmentId>();
        foreach (var text in (ids ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Guid.TryParse(text, out var id))
            {
                if (!wanted.Contains(new ShipmentId(id))) wanted.Add(new ShipmentId(id));
            }
            else
            {
                faults.Add(new Problems.FieldFault("?ids", "labels_id_not_valid", texts["IdNotValid", text], texts["IdsRemedy"]));
                break;
            }

            if (wanted.Count <= MostLabels) continue;
            faults.Add(new Problems.FieldFault("?ids", "labels_too_many", texts["TooMany", MostLabels], texts["TooManyRemedy", MostLabels]));
            break;
        }

        if (wanted.Count == 0 && faults.Count == 0)
        {
            faults.Add(new Problems.FieldFault("?ids", "labels_no_ids", texts["NoIds"], texts["IdsRemedy"]));
        }

        if (faults.Count > 0) return Problems.Invalid(faults);
        var actor = user.ToActor();
        var result = await print.ExecuteAsync(actor, wanted, wish, cancellationToken);
        if (result is not LabelsResult.Cancelled || !actor.MayWrite) return Answer(result, wanted.Count, sender, request.HttpContext.Response, texts, cancellationToken);
        var file = Guid.CreateVersion7(clock.GetUtcNow());
        return (await order.ExecuteAsync(actor, file, wanted, wish, cancellationToken)).Count == 0
            ? Results.Redirect(PortalUrls.LabelFile(file))
            : Problems.NotFound(texts["NoSuchShipments"], texts["NoSuchShipmentRemedy"]);
    }

    /// <summary><c>GET /labels/test</c> and a <see cref="PaperWish"/>: a sample to try the printer with. Nothing is counted.</summary>
    public static async Task<IResult> TestAsync(
        HttpRequest request, ClaimsPrincipal user, LabelFiles files, LabelSender sender, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        var faults = new List<Problems.FieldFault>();
        var wish = PaperWish.Parse(request.Query, texts, faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var own = (await files.DeskAsync(user.ToActor(), cancellationToken)).Paper;
        return sender.Send([TestLabel.Content], wish.Of(own), "test-label", request.HttpContext.Response, cancellationToken);
    }

    /// <summary><c>GET /labels/{id}/file</c>: a file that was made in the background.</summary>
    public static async Task<IResult> FileAsync(
        Guid id, ClaimsPrincipal user, HttpResponse response, LabelFiles files, TimeProvider clock, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        if (await files.FindAsync(user.ToActor(), id, cancellationToken) is not { } file) return Problems.NotFound(texts["NoSuchFile"], texts["NoSuchFileRemedy"]);
        if (!file.HasFile(clock.GetUtcNow())) return Problems.Conflict("labels_no_file", texts[WhyNoFile(file)], texts[$"Remedy{WhyNoFile(file)}"]);
        var name = string.Create(CultureInfo.InvariantCulture, $"labels-{IndianFormat.ToIst(file.OrderedAt):yyyy-MM-dd-HHmm}-{file.Total - file.Skipped}");
        LabelSender.Name(response, name, file.Paper.Language);
        response.ContentLength = file.Bytes;
        return Results.Stream(async stream =>
        {
            await foreach (var piece in files.ReadAsync(file, cancellationToken)) await stream.WriteAsync(piece, cancellationToken);
        }, LabelSender.TypeOf(file.Paper.Language));
    }

    private static string WhyNoFile(LabelFileRow file) => file.Status switch
    {
        LabelJobStatus.Waiting or LabelJobStatus.Drawing => "FileNotReady",
        LabelJobStatus.Failed => "FileFailed",
        LabelJobStatus.Empty => "FileEmpty",
        _ => "FileGone",
    };

    private static IResult Answer(LabelsResult result, int asked, LabelSender sender, HttpResponse response, IStringLocalizer<LabelsTexts> texts, CancellationToken cancellationToken)
    {
        if (result is LabelsResult.NotAllowed) return Problems.NotAllowed(texts["OnlyReads"], texts["OnlyReadsRemedy"]);
        if (result is LabelsResult.Cancelled cancelled) return Problems.Conflict("labels_shipment_cancelled", texts["Cancelled", cancelled.Article], texts["CancelledRemedy"]);
        if (result is not LabelsResult.Printed { Labels: var labels, Paper: var paper }) return Problems.NotFound(texts[asked == 1 ? "NoSuchShipment" : "NoSuchShipments"], texts["NoSuchShipmentRemedy"]);
        var name = labels.Count == 1 ? labels[0].Article.ToString() : string.Create(CultureInfo.InvariantCulture, $"{labels[0].Article}-and-{labels.Count - 1}-more");
        return sender.Send(labels, paper, name, response, cancellationToken);
    }
}
