using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Webhooks;

/// <summary>/api/v1/webhooks: the addresses that are told of what happens, kept by the seller's own system.</summary>
internal static class WebhookApiEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var webhooks = endpoints.MapApi("webhooks", "Webhooks");
        webhooks.MapPost("/", CreateAsync)
            .WithName("CreateWebhook")
            .WithSummary("Have an address told of events. Its signing secret is fetched by a rotation, so that no stored answer holds it.")
            .WithExample("""{ "url": "https://hooks.example.org/portal", "events": ["shipment.delivered", "shipment.attempt_failed"] }""")
            .ForSellers(ApiScopes.Webhooks)
            .FindsItAgain()
            .Produces<WebhookAnswer>(StatusCodes.Status201Created);
        webhooks.MapGet("/", ListAsync)
            .WithName("ListWebhooks")
            .WithSummary("The seller's webhooks, the oldest first.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<IReadOnlyList<WebhookAnswer>>();
        webhooks.MapGet("/{id:guid}", OneAsync)
            .WithName("GetWebhook")
            .WithSummary("One webhook; its ETag is the version that a change may name.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<WebhookAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapPatch("/{id:guid}", ChangeAsync)
            .WithName("ChangeWebhook")
            .WithSummary("Change the address or the events, switch it on or off.")
            .WithExample("""{ "enabled": true }""")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<WebhookAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        webhooks.MapDelete("/{id:guid}", DeleteAsync)
            .WithName("DeleteWebhook")
            .WithSummary("Delete a webhook with its log.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id:guid}/rotation", RotateAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("A new signing secret, shown this once; the one before signs along for a day.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<WebhookSecretAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapGet("/{id:guid}/deliveries", LogAsync)
            .WithName("ListWebhookDeliveries")
            .WithSummary("What was sent and how each attempt went, the newest first.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<ApiList<DeliveryAnswer>>()
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id:guid}/replay", ReplayAsync)
            .WithName("ReplayWebhookDeliveries")
            .WithSummary("Send all dead letters again.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<ReplayAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    /// <summary>An owner gave the key its scope, so with webhooks it does what an owner does.</summary>
    private static Actor OwnerOf(ClaimsPrincipal user) => user.ToActor() with { Team = TeamRole.Owner };

    private static async Task<IResult> CreateAsync(ApiBody<WebhookRequest> body, IdempotencyKey key, ClaimsPrincipal user, CreateWebhook create, ReadWebhooks read, HttpResponse response, CancellationToken token)
    {
        var actor = OwnerOf(user);
        return await create.ExecuteAsync(actor, new WebhookWish(body.Value.Url, body.Value.Events), token, key.ToId(actor)) is var result && result is WebhookResult.Done done
            ? await AnswerAsync(done.Id, actor, read, response, StatusCodes.Status201Created, token)
            : Refuse(result);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, ReadWebhooks read, CancellationToken token) =>
        Results.Json((await read.ExecuteAsync(OwnerOf(user), token)).Select(WebhookAnswer.Of).ToList(), ApiJson.Options);

    private static Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, ReadWebhooks read, HttpResponse response, CancellationToken token) =>
        AnswerAsync(id, OwnerOf(user), read, response, StatusCodes.Status200OK, token);

    private static async Task<IResult> ChangeAsync(Guid id, ApiBody<WebhookChangeRequest> body, ClaimsPrincipal user, ReadWebhooks read, ChangeWebhook change, HttpContext http, CancellationToken token)
    {
        var actor = OwnerOf(user);
        if (await read.OneAsync(actor, id, token) is not { } present) return NotFound();
        if (ApiVersion.Refuse(http.Request, present.Version) is { } stale) return stale;
        if (body.Value.Url is not null || body.Value.Events is not null)
        {
            var result = await change.ExecuteAsync(actor, id, new WebhookWish(body.Value.Url ?? present.Url, body.Value.Events ?? present.Chosen), present.Version, token);
            if (result is not WebhookResult.Done) return Refuse(result);
        }

        if (body.Value.Enabled is { } on && await change.SwitchAsync(actor, id, on, token) is var switched and not WebhookResult.Done) return Refuse(switched);
        return await AnswerAsync(id, actor, read, http.Response, StatusCodes.Status200OK, token);
    }

    private static async Task<IResult> DeleteAsync(Guid id, ClaimsPrincipal user, ChangeWebhook change, CancellationToken token) =>
        await change.DeleteAsync(OwnerOf(user), id, token) is WebhookResult.Done ? Results.NoContent() : NotFound();

    private static async Task<IResult> RotateAsync(Guid id, ClaimsPrincipal user, ChangeWebhook change, CancellationToken token) =>
        await change.RotateAsync(OwnerOf(user), id, seen: null, token) is var result && result is WebhookResult.Done { Secret: { } secret }
            ? Results.Json(new WebhookSecretAnswer(secret), ApiJson.Options)
            : Refuse(result);

    private static async Task<IResult> LogAsync(Guid id, string? state, string? cursor, ClaimsPrincipal user, ListDeliveries list, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var wanted = ApiChoice.Read<WebhookDeliveryState>(state, "state", "There is no such state.", faults);
        var before = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out before)) faults.Add(new Problems.FieldFault("?cursor", "unknown_value", "The cursor is unknown.", "Send what the page before gave as next."));
        if (faults.Count > 0) return Problems.Invalid(faults);
        return await list.ExecuteAsync(OwnerOf(user), id, new DeliveryFilter(wanted, cursor is null ? null : before), token) is { } page
            ? Results.Json(new ApiList<DeliveryAnswer>([.. page.Rows.Select(DeliveryAnswer.Of)], page.Older?.ToString(CultureInfo.InvariantCulture)), ApiJson.Options)
            : NotFound();
    }

    private static async Task<IResult> ReplayAsync(Guid id, ClaimsPrincipal user, ReplayDeliveries replay, CancellationToken token)
    {
        var (result, count) = await replay.AllAsync(OwnerOf(user), id, token);
        return result is WebhookResult.Done ? Results.Json(new ReplayAnswer(count), ApiJson.Options) : Refuse(result);
    }

    private static async Task<IResult> AnswerAsync(Guid id, Actor actor, ReadWebhooks read, HttpResponse response, int status, CancellationToken token)
    {
        if (await read.OneAsync(actor, id, token) is not { } row) return NotFound();
        ApiVersion.Tag(response, row.Version);
        return Results.Json(WebhookAnswer.Of(row), ApiJson.Options, statusCode: status).At($"{ApiRoutes.Root}/webhooks/{id}");
    }

    private static IResult NotFound() => Problems.NotFound("There is no such webhook.");

    private static IResult Refuse(WebhookResult result) => result switch
    {
        WebhookResult.ChangedMeanwhile => Problems.PreconditionFailed(),
        WebhookResult.Refused { Reason: WebhookRefusal.TooMany } => Problems.Conflict("too_many_webhooks", "The seller has as many webhooks as it may have. Delete one first."),
        WebhookResult.Refused { Reason: WebhookRefusal.NoEvents or WebhookRefusal.UnknownEvent } refused => Problems.Invalid(
            new Problems.FieldFault("/events", CodeOf(refused.Reason), "An event is unknown, or none is named.", $"Send some of {string.Join(", ", WebhookEventTypes.All)}, or leave events out for all.")),
        WebhookResult.Refused refused => Problems.Invalid(
            new Problems.FieldFault("/url", CodeOf(refused.Reason), "The portal does not call this address.", "Send an https address of a server on the public internet, without a name and a password.")),
        _ => NotFound(),
    };

    private static string CodeOf(WebhookRefusal reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
}

/// <summary>A webhook to be made.</summary>
public sealed record WebhookRequest
{
    /// <summary>An https address on the public internet.</summary>
    [MaxLength(WebhookEndpoint.LongestUrl)]
    public required string Url { get; init; }

    /// <summary>Names of events, such as shipment.delivered; all when left out.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Events { get; init; }
}

/// <summary>What is to become of a webhook; whatever is left out stays.</summary>
public sealed record WebhookChangeRequest
{
    [MaxLength(WebhookEndpoint.LongestUrl)]
    public string? Url { get; init; }

    [MaxLength(50)]
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>False to send nothing for now.</summary>
    public bool? Enabled { get; init; }
}

/// <summary>A webhook.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">The address.</param>
/// <param name="Events">The chosen events; left out for all.</param>
/// <param name="State">Whether it is told.</param>
/// <param name="Waiting">Messages that wait for their first or next attempt.</param>
/// <param name="DeadLetters">Messages that were given up.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record WebhookAnswer(Guid Id, string Url, IReadOnlyList<string>? Events, WebhookEndpointState State, int Waiting, int DeadLetters, DateTimeOffset CreatedAt)
{
    internal static WebhookAnswer Of(WebhookRow row) => new(row.Id, row.Url, row.Chosen, row.State, row.Waiting, row.Dead, row.CreatedAt);
}

/// <summary>The secret that signs from now on.</summary>
public sealed record WebhookSecretAnswer(string Secret);

/// <summary>How many letters are sent again.</summary>
public sealed record ReplayAnswer(int Count);

/// <summary>One message on its way.</summary>
/// <param name="Id">Its number in the log.</param>
/// <param name="MessageId">The message; webhook-id is msg_ and this without hyphens.</param>
/// <param name="Type">The event.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was begun since it was written or replayed.</param>
/// <param name="CreatedAt">When the message was written.</param>
/// <param name="NextAt">When it is tried next; left out when it has ended or is being sent.</param>
/// <param name="TriedAt">When the last attempt ended.</param>
/// <param name="AnswerStatus">The HTTP status of the last answer; left out when there was none.</param>
/// <param name="DurationMs">How long the last attempt took, in milliseconds.</param>
/// <param name="Log">Every attempt that has ended, the first one first, those before a replay included.</param>
public sealed record DeliveryAnswer(
    long Id,
    Guid MessageId,
    string Type,
    WebhookDeliveryState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAt,
    DateTimeOffset? TriedAt,
    int? AnswerStatus,
    int? DurationMs,
    IReadOnlyList<AttemptAnswer> Log)
{
    internal static DeliveryAnswer Of(DeliveryRow row) => new(
        row.Id,
        row.MessageId,
        row.Type,
        row.State,
        row.Attempts,
        row.CreatedAt,
        row.NextAt,
        row.TriedAt,
        row.AnswerStatus,
        row.DurationMs,
        [.. row.Log.Select(attempt => new AttemptAnswer(attempt.At, attempt.AnswerStatus, attempt.Trouble, attempt.Answer, attempt.DurationMs))]);
}

/// <summary>One attempt to deliver a message.</summary>
/// <param name="At">When it ended.</param>
/// <param name="AnswerStatus">The HTTP status of the answer; left out when there was none.</param>
/// <param name="Trouble">Why there was no answer.</param>
/// <param name="Answer">The first 256 characters of the answer's text.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record AttemptAnswer(DateTimeOffset At, int? AnswerStatus, WebhookTrouble? Trouble, string? Answer, int DurationMs);
