using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Labels;

/// <summary>GET /api/v1/shipments/{id}/label and /api/v1/labels: labels for systems.</summary>
internal static class LabelApiEndpoints
{
    private const int LongestOrder = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapApi("shipments", "Labels").MapGet("/{id:guid}/label", OneAsync)
            .WithName("GetLabel")
            .WithSummary("The label of a shipment as PDF or ZPL; a later one is counted as a reprint, with the same number.")
            .ForSellers(ApiScopes.Labels)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf", "application/vnd.zebra-zpl")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        var labels = endpoints.MapApi("labels", "Labels");
        labels.MapPost("/", OrderAsync)
            .WithName("OrderLabels")
            .WithSummary("Order 1 to 10,000 labels in one file, in the order given. It is made in the background; the answer says where it will be.")
            .WithExample("""
                { "shipments": [ "01890a5d-ac96-774b-bcce-b302099a8057" ], "format": "a4", "start": 3 }
                """)
            .ForSellers(ApiScopes.Labels)
            .FindsItAgain()
            .TakesUpTo(LongestOrder)
            .Produces<LabelFileAnswer>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status404NotFound);
        labels.MapGet("/{id:guid}", StateAsync)
            .WithName("GetLabelFile")
            .WithSummary("How far a file of labels is.")
            .ForSellers(ApiScopes.Labels)
            .Produces<LabelFileAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        labels.MapGet("/{id:guid}/file", LabelEndpoints.FileAsync)
            .WithName("DownloadLabelFile")
            .WithSummary("The file, for three days after it was made.")
            .ForSellers(ApiScopes.Labels)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf", "application/vnd.zebra-zpl")
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    /// <summary>The paper stands in the query as for people.</summary>
    /// <param name="id">The shipment.</param>
    /// <param name="format">a6, a7, 100x150, 4x6 or a4; a6 when left out.</param>
    /// <param name="as">pdf or zpl.</param>
    /// <param name="dpi">203 or 300, for ZPL; 203 when left out.</param>
    /// <param name="start">The first free place of an A4 sheet, 1 to 4; 1 when left out.</param>
    /// <param name="http">The call.</param>
    /// <param name="user">Who calls.</param>
    /// <param name="print">The use case.</param>
    /// <param name="sender">Writes the answer.</param>
    /// <param name="texts">The words.</param>
    /// <param name="token">Stops the work.</param>
    private static Task<IResult> OneAsync(
        Guid id,
        string? format,
        string? @as,
        string? dpi,
        string? start,
        HttpContext http,
        ClaimsPrincipal user,
        PrintLabels print,
        LabelSender sender,
        IStringLocalizer<LabelsTexts> texts,
        CancellationToken token) => LabelEndpoints.LabelAsync(id, http.Request, user, print, sender, texts, ofSystem: true, token);

    private static async Task<IResult> OrderAsync(ApiBody<LabelOrderRequest> body, IdempotencyKey key, ClaimsPrincipal user, OrderFile order, LabelFiles files, IStringLocalizer<LabelsTexts> texts, CancellationToken token)
    {
        var actor = user.ToActor();
        var faults = new List<Problems.FieldFault>();
        var wish = body.Value.ToWish(texts, faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var id = key.ToId(actor);
        var shipments = body.Value.Shipments.Select(shipment => new ShipmentId(shipment)).ToList();
        var missing = await order.ExecuteAsync(actor, id, shipments, wish, token);
        if (missing.Count > 0) return Problems.NotFound($"There is no shipment {missing[0]}. Nothing was ordered.", "Leave it out, and order again.");
        var file = await files.FindAsync(actor, id, token);
        return Results.Json(LabelFileAnswer.Of(file!), ApiJson.Options, statusCode: StatusCodes.Status202Accepted).At($"{ApiRoutes.Root}/labels/{id}");
    }

    private static async Task<IResult> StateAsync(Guid id, ClaimsPrincipal user, LabelFiles files, CancellationToken token) =>
        await files.FindAsync(user.ToActor(), id, token) is { } file ? Results.Json(LabelFileAnswer.Of(file), ApiJson.Options) : Problems.NotFound("There is no such file of labels.", "Send the id that ordering the file answered with.");
}

/// <summary>Labels to be made into one file.</summary>
public sealed record LabelOrderRequest
{
    /// <summary>1 to 10,000 ids, in the order of printing; one that is named again is printed once.</summary>
    [MinLength(1)]
    [MaxLength(LabelJob.MostLabels)]
    public required IReadOnlyList<Guid> Shipments { get; init; }

    /// <summary>a6, a7, 100x150, 4x6 or a4; a6 when left out.</summary>
    [MaxLength(10)]
    public string? Format { get; init; }

    /// <summary>Pdf or Zpl; Pdf when left out.</summary>
    public PrinterLanguage? Language { get; init; }

    /// <summary>203 or 300, for ZPL; 203 when left out.</summary>
    public int? Dpi { get; init; }

    /// <summary>The first free place of an A4 sheet, 1 to 4; 1 when left out.</summary>
    [Range(1, 4)]
    public int? Start { get; init; }

    internal PaperWish ToWish(IStringLocalizer<LabelsTexts> texts, List<Problems.FieldFault> faults)
    {
        var parts = new PaperParts(Format, Language?.ToString(), Dpi?.ToString(CultureInfo.InvariantCulture), Start?.ToString(CultureInfo.InvariantCulture));
        return PaperWish.Parse(parts, PaperParts.OfOrder, texts, faults) with { IsOfSystem = true };
    }
}

/// <summary>A file of labels.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">Waiting, Drawing, Ready, Empty when every shipment is cancelled, or Failed when it could not be made.</param>
/// <param name="Total">Labels that were ordered, each shipment once.</param>
/// <param name="Done">Of them, those that are drawn.</param>
/// <param name="Skipped">Cancelled shipments, which have no label.</param>
/// <param name="OrderedAt">When it was ordered.</param>
public sealed record LabelFileAnswer(Guid Id, LabelJobStatus Status, int Total, int Done, int Skipped, DateTimeOffset OrderedAt)
{
    internal static LabelFileAnswer Of(LabelFileRow file) => new(file.Id, file.Status, file.Total, file.Done, file.Skipped, file.OrderedAt);
}
