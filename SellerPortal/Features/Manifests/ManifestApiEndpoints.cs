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
            .WithSummary("Put parcels on a new manifest: named ones, or all that are on none.")
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
            .WithSummary("One manifest.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        manifests.MapPost("/{id:guid}/closure", CloseAsync)
            .WithName("CloseManifest")
            .WithSummary("Close a manifest: its lines are written down and never change again. At the end of the day it closes by itself.")
            .ForSellers(ApiScopes.Manifests)
            .FindsItAgain()
            .Produces<ManifestAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        manifests.MapGet("/{id:guid}/pdf", ManifestEndpoints.ManifestAsync)
            .WithName("GetManifestPaper")
            .WithSummary("The paper of a manifest.")
            .ForSellers(ApiScopes.Manifests)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OpenAsync(ApiBody<ManifestRequest> body, IdempotencyKey key, ClaimsPrincipal user, FillManifest fill, ReadManifests read, CancellationToken token)
    {
        var actor = user.ToActor();
        var ids = body.Value.Shipments?.Select(shipment => new ShipmentId(shipment)).ToList();
        return await fill.ExecuteAsync(actor, into: null, ids, token, new ManifestId(key.ToId(actor))) switch
        {
            FillResult.Filled filled => await AnswerAsync(filled.Id, actor, read, StatusCodes.Status201Created, token),
            FillResult.Refused { Why: FillRefusal.NotAllowed } => Problems.NotAllowed("The key may not fill manifests."),
            FillResult.Refused refused => Problems.Conflict(
                $"manifest_{JsonNamingPolicy.SnakeCaseLower.ConvertName(refused.Why.ToString())}", "None of the parcels can come on a manifest: each is on one already, seen by the post, cancelled, or not yours."),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> ListAsync([AsParameters] ApiPaging paging, ClaimsPrincipal user, ReadManifests read, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var (count, place) = paging.Read(faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var (rows, next) = await read.FromAsync(user.ToActor(), place, count, token);
        return Results.Json(new ApiList<ManifestAnswer>([.. rows.Select(ManifestAnswer.Of)], next?.ToString()), ApiJson.Options);
    }

    private static Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, ReadManifests read, CancellationToken token) =>
        AnswerAsync(new ManifestId(id), user.ToActor(), read, StatusCodes.Status200OK, token);

    private static async Task<IResult> CloseAsync(Guid id, IdempotencyKey key, ClaimsPrincipal user, CloseManifest close, ReadManifests read, CancellationToken token)
    {
        var actor = user.ToActor();
        return await close.ExecuteAsync(actor, new ManifestId(id), token) switch
        {
            CloseResult.Closed or CloseResult.WasClosed => await AnswerAsync(new ManifestId(id), actor, read, StatusCodes.Status200OK, token),
            CloseResult.Empty => Problems.Conflict("manifest_empty", "There is nothing on the manifest."),
            CloseResult.NotAllowed => Problems.NotAllowed("The key may not close manifests."),
            _ => NotFound(),
        };
    }

    private static async Task<IResult> AnswerAsync(ManifestId id, Actor actor, ReadManifests read, int status, CancellationToken token) =>
        await read.OneAsync(actor, id, page: 1, token) is { } view
            ? Results.Json(ManifestAnswer.Of(view.Manifest), ApiJson.Options, statusCode: status).At($"{ApiRoutes.Root}/manifests/{id}")
            : NotFound();

    private static IResult NotFound() => Problems.NotFound("There is no such manifest.");
}

/// <summary>A manifest to be filled.</summary>
public sealed record ManifestRequest
{
    /// <summary>The parcels; all that are on no manifest when left out. Those that cannot come on one are left out.</summary>
    [MinLength(1)]
    [MaxLength(Manifest.MostParcels)]
    public IReadOnlyList<Guid>? Shipments { get; init; }
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
    internal static ManifestAnswer Of(ManifestRow row) => new(row.Id.Value, row.Number, row.Day, row.OpenedAt, row.ClosedAt, row.Parcels, row.Grams);
}
