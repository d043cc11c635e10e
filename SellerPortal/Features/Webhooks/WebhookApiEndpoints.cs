using System.ComponentModel;
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
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        webhooks.MapPost("/{id:guid}/rotation", RotateAsync)
            .WithName("RotateWebhookSecret")
            .WithSummary("A new signing secret, shown to this key alone; the one before signs along for a day.")
            .ForSellers(ApiScopes.Webhooks)
            .AnswersWithASecret()
            .Produces<WebhookSecretAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
        webhooks.MapGet("/{id:guid}/deliveries", LogAsync)
            .WithName("ListWebhookDeliveries")
            .WithSummary("What was sent and how each attempt went, the newest first.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<ApiList<DeliveryAnswer>>()
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id:guid}/replay", ReplayAsync)
            .WithName("ReplayWebhookDeliveries")
            .WithSummary("Send all dead letters again, or one of them.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<ReplayAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        webhooks.MapPost("/{id:guid}/test", TestAsync)
            .WithName("TestWebhook")
            .WithSummary("Send a message of the type webhook.test at once, also while the webhook is off, and read what the receiver answered. It is tried once and stands in no log.")
            .ForSellers(ApiScopes.Webhooks)
            .Produces<WebhookTestAnswer>()
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
        if (ApiVersion.Refuse(http.Request, present.Version, out var seen) is { } refusal) return refusal;
        var result = await change.PatchAsync(actor, id, new WebhookPatch(body.Value.Url, body.Value.Events, body.Value.Enabled), seen, token);
        return result is WebhookResult.Done ? await AnswerAsync(id, actor, read, http.Response, StatusCodes.Status200OK, token) : Refuse(result);
    }

    private static async Task<IResult> DeleteAsync(Guid id, ClaimsPrincipal user, HttpRequest request, ReadWebhooks read, ChangeWebhook change, CancellationToken token)
    {
        var actor = OwnerOf(user);
        if (await read.OneAsync(actor, id, token) is not { } present) return NotFound();
        if (ApiVersion.Refuse(request, present.Version, out var seen) is { } refusal) return refusal;
        return await change.DeleteAsync(actor, id, token, seen) is var result and not WebhookResult.Done ? Refuse(result) : Results.NoContent();
    }

    /// <summary>The key does nothing here: the filter gives the first answer again, so that nobody rotates twice because an answer was lost.</summary>
    private static async Task<IResult> RotateAsync(Guid id, IdempotencyKey _, ClaimsPrincipal user, HttpRequest request, ReadWebhooks read, ChangeWebhook change, CancellationToken token)
    {
        var actor = OwnerOf(user);
        if (await read.OneAsync(actor, id, token) is not { } present) return NotFound();
        if (ApiVersion.Refuse(request, present.Version, out var seen) is { } refusal) return refusal;
        return await change.RotateAsync(actor, id, seen, token) is var result && result is WebhookResult.Done { Secret: { } secret }
            ? Results.Json(new WebhookSecretAnswer(secret), ApiJson.Options)
            : Refuse(result);
    }

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

    private static async Task<IResult> ReplayAsync(
        Guid id, [Description("The number in the log of the dead letter to be sent; all of them when left out.")] long? delivery, ClaimsPrincipal user, ReplayDeliveries replay, CancellationToken token)
    {
        var (result, count) = delivery is { } one ? (await replay.ExecuteAsync(OwnerOf(user), id, one, token), 1) : await replay.AllAsync(OwnerOf(user), id, token);
        return result switch
        {
            WebhookResult.Done => Results.Json(new ReplayAnswer(count), ApiJson.Options),
            WebhookResult.NotFound when delivery is not null => Problems.NotFound("There is no such webhook, or no such dead letter in its log.", "Send the number of a delivery that its log shows as Dead."),
            _ => Refuse(result),
        };
    }

    private static async Task<IResult> TestAsync(Guid id, ClaimsPrincipal user, TestWebhook test, CancellationToken token) =>
        await test.ExecuteAsync(OwnerOf(user), id, token) is { } outcome ? Results.Json(WebhookTestAnswer.Of(outcome), ApiJson.Options) : NotFound();

    private static async Task<IResult> AnswerAsync(Guid id, Actor actor, ReadWebhooks read, HttpResponse response, int status, CancellationToken token)
    {
        if (await read.OneAsync(actor, id, token) is not { } row) return NotFound();
        ApiVersion.Tag(response, row.Version);
        return Results.Json(WebhookAnswer.Of(row), ApiJson.Options, statusCode: status).At($"{ApiRoutes.Root}/webhooks/{id}");
    }

    private static IResult NotFound() => Problems.NotFound("There is no such webhook.", "Send the id that making the webhook answered with; GET /webhooks lists them.");

    private static IResult Refuse(WebhookResult result) => result switch
    {
        WebhookResult.ChangedMeanwhile => Problems.PreconditionFailed(),
        WebhookResult.Refused { Reason: WebhookRefusal.TooMany } => Problems.Conflict("too_many_webhooks", "The seller has as many webhooks as it may have.", "Delete one first."),
        WebhookResult.Refused { Reason: WebhookRefusal.NoEvents or WebhookRefusal.UnknownEvent } refused => Problems.Invalid(
            new Problems.FieldFault("/events", CodeOf(refused.Reason), "An event is unknown, or none is named.", $"Send some of {string.Join(", ", WebhookEventTypes.All)}, or leave events out for all.")),
        WebhookResult.Refused refused => Problems.Invalid(
            new Problems.FieldFault("/url", CodeOf(refused.Reason), "The portal does not call this address.", "Send an https address of a server on the public internet, without a name and a password.")),
        _ => NotFound(),
    };

    private static string CodeOf(WebhookRefusal reason) => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());
}
