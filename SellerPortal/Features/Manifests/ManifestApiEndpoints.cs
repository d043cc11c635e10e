using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Manifests;

/// <summary>/api/v1/manifests: what the pages of manifests do, for systems.</summary>
internal static class ManifestApiEndpoints
{
    private const int LongestRequest = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var manifests = endpoints.MapApi("manifests", "Manifests");
        manifests.MapPost("/", OpenAsync)
            .WithName("OpenManifest")
            .WithSummary("Put parcels on a new manifest: named ones, or all that are on none. The answer says which of the named ones were left out, and why.")
            .WithExample("""
                { "shipments": [ "01890a5d-ac96-774b-bcce-b302099a8057" ] }
                """)
            .ForSellers(ApiScopes.Manifests)
            .FindsItAgain()
            .TakesUpTo(LongestRequest)
            .Produces<ManifestAnswer>(StatusCodes.Status201Created);
        manifests.MapGet("/", ListAsync)
            .WithName("ListManifests")
            .WithSummary("The seller's manifests, the newest first.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<ApiList<ManifestAnswer>>();
        manifests.MapGet("/{id:guid}", OneAsync)
            .WithName("GetManifest")
            .WithSummary("One manifest; its ETag is the version that a change may name.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        manifests.MapPost("/{id:guid}/shipments", AddAsync)
            .WithName("AddToManifest")
            .WithSummary("Put named parcels on an open manifest. The answer says which were left out, and why.")
            .WithExample("""
                { "shipments": [ "01890a5d-ac96-774b-bcce-b302099a8057" ] }
                """)
            .ForSellers(ApiScopes.Manifests)
            .FindsItAgain()
            .TakesUpTo(LongestRequest)
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        manifests.MapDelete("/{id:guid}/shipments/{shipmentId:guid}", TakeOffAsync)
            .WithName("TakeOffManifest")
            .WithSummary("Take a parcel off an open manifest.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
        manifests.MapPost("/{id:guid}/closure", CloseAsync)
            .WithName("CloseManifest")
            .WithSummary("Close a manifest: its lines are written down and never change again. At the end of the day it closes by itself.")
            .ForSellers(ApiScopes.Manifests)
            .FindsItAgain()
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        manifests.MapGet("/{id:guid}/pdf", ManifestEndpoints.ManifestAsync)
            .WithName("GetManifestPaper")
            .WithSummary("The paper of a manifest.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenAsync(ApiBody<ManifestRequest> body, IdempotencyKey key, ClaimsPrincipal user, FillManifest fill, ReadManifests read, HttpResponse response, CancellationToken token)
    {
        var actor = user.ToActor();
        var result = await fill.ExecuteAsync(actor, into: null, IdsOf(body.Value.Shipments), token, new ManifestId(key.ToId(actor)));
        return await FilledAsync(result, actor, read, response, StatusCodes.Status201Created, token);
    }

    private static async Task<IResult> AddAsync(
        Guid id, ApiBody<ManifestShipmentsRequest> body, IdempotencyKey key, ClaimsPrincipal user, HttpContext http, FillManifest fill, ReadManifests read, CancellationToken token)
    {
        var actor = user.ToActor();

        // An attempt that broke off may have added them, and so have changed the version.
        var (seen, refusal) = key.IsResumed ? default : await SeenAsync(id, actor, read, http.Request, token);
        if (refusal is not null) return refusal;
        var result = await fill.ExecuteAsync(actor, new ManifestId(id), IdsOf(body.Value.Shipments), token, seen: seen);
        return await FilledAsync(result, actor, read, http.Response, StatusCodes.Status200OK, token);
    }

    private static async Task<IResult> TakeOffAsync(Guid id, Guid shipmentId, ClaimsPrincipal user, HttpContext http, TakeOffManifest takeOff, ReadManifests read, CancellationToken token)
    {
        var actor = user.ToActor();
        var (seen, refusal) = await SeenAsync(id, actor, read, http.Request, token);
        if (refusal is not null) return refusal;
        return await takeOff.ExecuteAsync(actor, new ManifestId(id), new ShipmentId(shipmentId), token, seen) switch
        {
            TakeOffResult.ChangedMeanwhile => Problems.PreconditionFailed(),
            TakeOffResult.TakenOff => await AnswerAsync(new ManifestId(id), actor, read, http.Response, StatusCodes.Status200OK, token),
            TakeOffResult.NotOnIt => Problems.NotFound("The manifest holds no such parcel.", "Send the id of a parcel that is on it."),
            TakeOffResult.Closed => Problems.Conflict("manifest_closed", "The manifest is closed and never changes.", RemedyOf(FillRefusal.Closed)),
            TakeOffResult.NotAllowed => NotAllowed(),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> ListAsync([AsParameters] ManifestListQuery query, [AsParameters] ApiPaging paging, ClaimsPrincipal user, ReadManifests read, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var filter = query.ToFilter(faults);
        var (count, place) = paging.Read(faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var (rows, next) = await read.FromAsync(user.ToActor(), filter, place, count, token);
        return Results.Json(new ApiList<ManifestAnswer>([.. rows.Select(ManifestAnswer.Of)], next?.ToString()), ApiJson.Options);
    }

    private static Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, ReadManifests read, HttpResponse response, CancellationToken token) =>
        AnswerAsync(new ManifestId(id), user.ToActor(), read, response, StatusCodes.Status200OK, token);

    private static async Task<IResult> CloseAsync(Guid id, IdempotencyKey key, ClaimsPrincipal user, HttpContext http, CloseManifest close, ReadManifests read, CancellationToken token)
    {
        var actor = user.ToActor();
        var (seen, refusal) = key.IsResumed ? default : await SeenAsync(id, actor, read, http.Request, token);
        if (refusal is not null) return refusal;
        return await close.ExecuteAsync(actor, new ManifestId(id), token, seen) switch
        {
            CloseResult.ChangedMeanwhile => Problems.PreconditionFailed(),
            CloseResult.Closed or CloseResult.WasClosed => await AnswerAsync(new ManifestId(id), actor, read, http.Response, StatusCodes.Status200OK, token),
            CloseResult.Empty => Problems.Conflict("manifest_empty", "There is nothing on the manifest.", "Put parcels on it first."),
            CloseResult.NotAllowed => NotAllowed(),
            _ => NotFound(),
        };
    }

    private static List<ShipmentId>? IdsOf(IReadOnlyList<Guid>? shipments) => shipments?.Select(shipment => new ShipmentId(shipment)).ToList();

    /// <summary>The version that a change must meet, or why it cannot be made: the manifest does not exist, or is no longer as the caller read it.</summary>
    private static async Task<(Guid? Seen, IResult? Refusal)> SeenAsync(Guid id, Actor actor, ReadManifests read, HttpRequest request, CancellationToken token)
    {
        if (await read.OneAsync(actor, new ManifestId(id), page: 1, token) is not { } present) return (null, NotFound());
        var refusal = ApiVersion.Refuse(request, present.Manifest.Version, out var seen);
        return (seen, refusal);
    }

    private static async Task<IResult> FilledAsync(FillResult result, Actor actor, ReadManifests read, HttpResponse response, int status, CancellationToken token)
    {
        var leftOut = result.LeftOut.Select(ManifestLeftOutAnswer.Of).ToList();
        return result switch
        {
            FillResult.Filled filled => await AnswerAsync(filled.Id, actor, read, response, status, token, leftOut),
            FillResult.ChangedMeanwhile => Problems.PreconditionFailed(),
            FillResult.Refused { Why: FillRefusal.NotAllowed } => NotAllowed(),
            FillResult.Refused { Why: FillRefusal.NoSuchManifest } => NotFound(),
            FillResult.Refused refused => Problems.Conflict($"manifest_{JsonNamingPolicy.SnakeCaseLower.ConvertName(refused.Why.ToString())}", SentenceOf(refused.Why), RemedyOf(refused.Why), ("leftOut", leftOut)),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> AnswerAsync(
        ManifestId id, Actor actor, ReadManifests read, HttpResponse response, int status, CancellationToken token, IReadOnlyList<ManifestLeftOutAnswer>? leftOut = null)
    {
        if (await read.OneAsync(actor, id, page: 1, token) is not { } view) return NotFound();
        ApiVersion.Tag(response, view.Manifest.Version);
        return Results.Json(ManifestAnswer.Of(view.Manifest) with { LeftOut = leftOut }, ApiJson.Options, statusCode: status).At($"{ApiRoutes.Root}/manifests/{id}");
    }

    private static string SentenceOf(FillRefusal why) => why switch
    {
        FillRefusal.Closed => "The manifest is closed and never changes.",
        FillRefusal.Full => "The manifest holds as many parcels as it can.",
        _ => "None of the parcels can come on a manifest: each is on one already, seen by the post, cancelled, or not yours.",
    };

    private static string RemedyOf(FillRefusal why) => why switch
    {
        FillRefusal.Closed => "Open a new manifest for what is still to be handed over.",
        FillRefusal.Full => "Close it, and open a new one for the rest.",
        _ => "Name parcels that are booked and on no manifest, or book some first.",
    };

    private static IResult NotAllowed() => Problems.NotAllowed("The key may not change manifests.", "Use a key with the scope of manifests.");

    private static IResult NotFound() => Problems.NotFound("There is no such manifest.", "Send the id that opening the manifest answered with; GET /manifests lists them.");
}

/// <summary>A manifest to be filled.</summary>
public sealed record ManifestRequest
{
    /// <summary>
    /// The parcels; all that are on no manifest when left out. A parcel of a closed manifest of an earlier day that the post
    /// has not scanned since may be named too: it was left behind.
    /// </summary>
    [MinLength(1)]
    [MaxLength(Manifest.MostParcels)]
    public IReadOnlyList<Guid>? Shipments { get; init; }
}

/// <summary>Parcels to be put on an open manifest.</summary>
public sealed record ManifestShipmentsRequest
{
    /// <summary>The parcels; those that are on it already stay.</summary>
    [MinLength(1)]
    [MaxLength(Manifest.MostParcels)]
    public required IReadOnlyList<Guid> Shipments { get; init; }
}

/// <summary>A manifest.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number, which its barcode carries.</param>
/// <param name="Day">Its Indian calendar day.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
/// <param name="Parcels">How many parcels it holds.</param>
/// <param name="Grams">Their weight on the scale.</param>
public sealed record ManifestAnswer(Guid Id, string Number, DateOnly Day, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, int Parcels, long Grams)
{
    /// <summary>Of the parcels that were named, those that did not come on it; only in the answer to a call that names some.</summary>
    public IReadOnlyList<ManifestLeftOutAnswer>? LeftOut { get; init; }

    internal static ManifestAnswer Of(ManifestRow row) => new(row.Id.Value, row.Number, row.Day, row.OpenedAt, row.ClosedAt, row.Parcels, row.Grams);
}

/// <summary>A parcel that did not come on a manifest.</summary>
/// <param name="Shipment">The id as it was named.</param>
/// <param name="Reason">Unknown when the seller has no such parcel, Listed when it is on another manifest, Cancelled, WithThePost when it was scanned, Return when the consignee hands it over, or Full when there was no room.</param>
public sealed record ManifestLeftOutAnswer(Guid Shipment, ManifestLeftOutReason Reason)
{
    internal static ManifestLeftOutAnswer Of(LeftOut left) => new(left.Id.Value, left.Why);
}
