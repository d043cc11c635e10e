using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text.Json;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Api.Answers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Pickups;

/// <summary>/api/v1/pickups: what the pages of pickups do, for systems.</summary>
internal static class PickupEndpoints
{
    private const int LongestRequest = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var pickups = endpoints.MapApi("pickups", "Pickups");
        pickups.MapPost("/", RequestAsync)
            .WithName("RequestPickup")
            .WithSummary("Ask for a pickup of named parcels, or of all that were sent from a location and wait for none. A slot that is not possible is refused with the next one that is. Named parcels that cannot be fetched are left out and listed in leftOut, each with its reason.")
            .WithExample("""
                { "day": "2026-11-24", "slot": "Afternoon", "pickupLocation": "Jabalpur" }
                """)
            .ForSellers(ApiScopes.Pickups)
            .FindsItAgain()
            .TakesUpTo(LongestRequest)
            .Produces<PickupAnswer>(StatusCodes.Status201Created);
        pickups.MapGet("/", ListAsync)
            .WithName("ListPickups")
            .WithSummary("The seller's pickups, the latest asked for first.")
            .ForSellers(ApiScopes.Pickups)
            .Produces<ApiList<PickupAnswer>>();
        pickups.MapGet("/slots", SlotsAsync)
            .WithName("ListPickupSlots")
            .WithSummary("The office that fetches from a pickup location, the parcels that wait there, and the slots that can be asked for.")
            .ForSellers(ApiScopes.Pickups)
            .Produces<PickupSlotsAnswer>();
        pickups.MapGet("/{id:guid}", OneAsync)
            .WithName("GetPickup")
            .WithSummary("One pickup; its ETag is the version that a change may name.")
            .ForSellers(ApiScopes.Pickups)
            .Produces<PickupAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
        pickups.MapPatch("/{id:guid}", RescheduleAsync)
            .WithName("ReschedulePickup")
            .WithSummary("Move a pickup to another day or slot.")
            .WithExample("""
                { "day": "2026-11-25", "slot": "Morning" }
                """)
            .ForSellers(ApiScopes.Pickups)
            .Produces<PickupAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
        pickups.MapPost("/{id:guid}/cancellation", CancelAsync)
            .WithName("CancelPickup")
            .WithSummary("Call a pickup off; its parcels wait for another one.")
            .WithExample("""
                { "reason": "Closed for the day" }
                """)
            .ForSellers(ApiScopes.Pickups)
            .FindsItAgain()
            .Produces<PickupAnswer>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<IResult> RequestAsync(ApiBody<PickupWishRequest> body, IdempotencyKey key, ClaimsPrincipal user, ReadPickupLocations locations, RequestPickup request, ReadPickup read, HttpResponse response, CancellationToken token)
    {
        var actor = user.ToActor();
        var location = await locations.FindAsync(actor, body.Value.PickupLocation, token);
        var shipments = body.Value.Shipments?.Select(shipment => new ShipmentId(shipment)).ToList();

        // An unknown location is refused by the use case, after it has looked whether the key has asked before.
        Guid? place = body.Value.PickupLocation is null ? null : location?.Id ?? Guid.Empty;
        var wish = new PickupWish(key.ToId(actor), new PickupTime(body.Value.Day, body.Value.Slot), shipments, Location: place);
        var result = await request.ExecuteAsync(actor, wish, token);
        return await AnswerAsync(result, actor, read, response, StatusCodes.Status201Created, token);
    }

    private static async Task<IResult> ListAsync(string? state, [AsParameters] ApiPaging paging, ClaimsPrincipal user, ListPickups list, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var (count, place) = paging.Read(faults);
        var wanted = ApiChoice.Read<PickupState>(state, "state", "There is no such state.", faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var (pickups, next) = await list.FromAsync(user.ToActor(), wanted, place, count, token);
        return Results.Json(new ApiList<PickupAnswer>([.. pickups.Select(PickupAnswer.Of)], next?.ToString()), ApiJson.Options);
    }

    private static async Task<IResult> SlotsAsync(
        [Description("The id of one of the seller's pickup locations, or its name in any case; the default one when left out.")] string? pickupLocation,
        ClaimsPrincipal user,
        ReadPickupLocations locations,
        OpenPickupDesk desk,
        CancellationToken token)
    {
        var actor = user.ToActor();
        var location = await locations.FindAsync(actor, pickupLocation, token);
        if (location is null && pickupLocation is not null) return NoSuchLocation("?pickupLocation");
        return await desk.ExecuteAsync(actor, ids: null, location?.Id, token) is { } view
            ? Results.Json(PickupSlotsAnswer.Of(view), ApiJson.Options)
            : Problems.NotAllowed("The key is not a seller's.", "Use a key that an owner of the seller made.");
    }

    private static async Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, HttpResponse response, ReadPickup read, CancellationToken token) =>
        await AnswerAsync(new PickupResult.Done(new PickupId(id)), user.ToActor(), read, response, StatusCodes.Status200OK, token);

    private static async Task<IResult> RescheduleAsync(
        Guid id, ApiBody<PickupTimeRequest> body, ClaimsPrincipal user, HttpContext http, ReschedulePickup reschedule, ReadPickup read, CancellationToken token)
    {
        var actor = user.ToActor();
        if (await read.ExecuteAsync(actor, new PickupId(id), token) is not { } present) return NotFound();
        if (ApiVersion.Refuse(http.Request, present.Pickup.Version, out var seen) is { } stale) return stale;
        var result = await reschedule.ExecuteAsync(actor, present.Pickup.Id, new PickupTime(body.Value.Day, body.Value.Slot), token, seen);
        return await AnswerAsync(result, actor, read, http.Response, StatusCodes.Status200OK, token);
    }

    private static async Task<IResult> CancelAsync(
        Guid id, ApiBody<PickupCancellationRequest> body, IdempotencyKey key, ClaimsPrincipal user, HttpContext http, CancelPickup cancel, ReadPickup read, CancellationToken token)
    {
        var actor = user.ToActor();
        if (string.IsNullOrWhiteSpace(body.Value.Reason)) return Problems.Invalid(new Problems.FieldFault("/reason", "missing", "The reason is empty.", "Say why in a few words; the office reads it."));
        Guid? seen = null;

        // An attempt that broke off may have called it off, and so have changed the version.
        if (!key.IsResumed && ApiVersion.IsNamed(http.Request))
        {
            if (await read.ExecuteAsync(actor, new PickupId(id), token) is not { } present) return NotFound();
            if (ApiVersion.Refuse(http.Request, present.Pickup.Version, out seen) is { } stale) return stale;
        }

        return await AnswerAsync(await cancel.ExecuteAsync(actor, new PickupId(id), body.Value.Reason.Trim(), token, seen), actor, read, http.Response, StatusCodes.Status200OK, token);
    }

    private static async Task<IResult> AnswerAsync(PickupResult result, Actor actor, ReadPickup read, HttpResponse response, int status, CancellationToken token)
    {
        switch (result)
        {
            case PickupResult.Refused { Reason: PickupRefusal.LocationUnknown }:
                return NoSuchLocation("/pickupLocation");
            case PickupResult.Refused refused:
                return Problems.Conflict(
                    $"pickup_{CodeOf(refused.Reason)}",
                    SentenceOf(refused.Reason),
                    RemedyOf(refused.Reason),
                    ("next", refused.Next is { } next ? new PickupTimeAnswer(next.Day, next.Slot) : null),
                    ("leftOut", PickupLeftOutAnswer.Of(refused.LeftOut)));
            case PickupResult.NotPossible no:
                return Problems.Conflict("pickup_not_possible", $"A pickup in the state {no.State} does not allow this.", "Read it again; ask for a new pickup of what was not fetched.");
            case PickupResult.ChangedMeanwhile:
                return Problems.PreconditionFailed();
            case PickupResult.NotAllowed:
                return Problems.NotAllowed("The seller is not approved, or the key may not ask for pickups.", "Use a key with the scope of pickups, of an approved seller.");
            case PickupResult.Done done when await read.ExecuteAsync(actor, done.Id, token) is { } view:
                ApiVersion.Tag(response, view.Pickup.Version);
                return Results.Json(PickupAnswer.Of(view.Pickup) with { LeftOut = PickupLeftOutAnswer.Of(done.LeftOut) }, ApiJson.Options, statusCode: status).At($"{ApiRoutes.Root}/pickups/{done.Id}");
            default:
                return NotFound();
        }
    }

    internal static IResult NoSuchLocation(string pointer) => Problems.Invalid(new Problems.FieldFault(
        pointer, "unknown_value", "The seller has no such pickup location.", "Send the id or the name of one of the seller's pickup locations, or leave it out for the default one."));

    private static IResult NotFound() => Problems.NotFound("There is no such pickup.", "Send the id that asking for the pickup answered with; GET /pickups lists them.");

    internal static string CodeOf<T>(T reason)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(reason.ToString());

    private static string SentenceOf(PickupRefusal reason) => reason switch
    {
        PickupRefusal.UnservedPincode => "No office fetches parcels at the pincode of the pickup address.",
        PickupRefusal.TooFewParcels => "There are fewer parcels than a pickup must have, or none that can be fetched.",
        PickupRefusal.Sunday => "No parcels are fetched on Sundays.",
        PickupRefusal.Holiday => "The day is a postal holiday.",
        PickupRefusal.Past => "The slot has begun.",
        PickupRefusal.AfterCutOff => "It is too late to ask for the slot.",
        PickupRefusal.TooFarAhead => "The day is further ahead than can be asked for.",
        PickupRefusal.LocationUnknown => "The seller has no such pickup location.",
        PickupRefusal.Full => "The office has as many pickups in the slot as it can make.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
    };

    private static string RemedyOf(PickupRefusal reason) => reason switch
    {
        PickupRefusal.UnservedPincode => "Hand them over at an office.",
        PickupRefusal.TooFewParcels => "Name other parcels, or wait until more are booked; leftOut says why each of those named was not taken.",
        PickupRefusal.LocationUnknown => "Send the id or the name of one of the seller's pickup locations.",
        _ => "Take the slot in next; when there is none, GET /pickups/slots shows which slots are free.",
    };
}

/// <summary>A day and a slot.</summary>
public record PickupTimeRequest
{
    /// <summary>An Indian calendar day, yyyy-MM-dd.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Morning (9 to 14), Afternoon (14 to 17) or Evening (17 to 20).</summary>
    public required PickupSlot Slot { get; init; }
}

/// <summary>A pickup to be asked for.</summary>
public sealed record PickupWishRequest : PickupTimeRequest
{
    /// <summary>Where the agent comes to: the id of one of the seller's pickup locations, or its name in any case; the default one when left out.</summary>
    [MinLength(1)]
    [MaxLength(EntryName.Longest)]
    public string? PickupLocation { get; init; }

    /// <summary>The parcels, all from the location; all that were sent from there and wait for no pickup when left out.</summary>
    [MinLength(1)]
    [MaxLength(10_000)]
    public IReadOnlyList<Guid>? Shipments { get; init; }
}

/// <summary>A pickup to be called off.</summary>
public sealed record PickupCancellationRequest
{
    /// <summary>Why; the office reads it.</summary>
    [MaxLength(PickupRequest.LongestNote)]
    public required string Reason { get; init; }
}

/// <summary>A day and a slot.</summary>
public sealed record PickupTimeAnswer(DateOnly Day, PickupSlot Slot);

/// <summary>When an agent can be asked to come to a pickup location.</summary>
/// <param name="PickupLocation">The location's id.</param>
/// <param name="Office">The office whose agent comes; null when none serves the pincode.</param>
/// <param name="OfficePincode">Its pincode.</param>
/// <param name="Waiting">Parcels that were sent from the location and wait for no pickup.</param>
/// <param name="Slots">The slots of the days that can be asked for, in their order.</param>
public sealed record PickupSlotsAnswer(Guid PickupLocation, string? Office, string? OfficePincode, int Waiting, IReadOnlyList<PickupSlotAnswer> Slots)
{
    internal static PickupSlotsAnswer Of(PickupDeskView view) => new(
        view.Location,
        view.Office?.Office.Name,
        view.Office?.Office.Pincode.ToString(),
        view.Waiting,
        [.. view.Days.SelectMany(day => day.Slots.Select(slot => new PickupSlotAnswer(day.Day, slot.Slot, slot.Refusal is null, slot.Refusal is { } reason ? PickupEndpoints.CodeOf(reason) : null)))]);
}

/// <summary>One slot.</summary>
/// <param name="Day">The Indian calendar day.</param>
/// <param name="Slot">The part of the day.</param>
/// <param name="Free">True when it can be asked for.</param>
/// <param name="Reason">Why not, such as full, sunday or after_cut_off; null when it is free.</param>
public sealed record PickupSlotAnswer(DateOnly Day, PickupSlot Slot, bool Free, string? Reason);

/// <summary>A pickup.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StateAt">Since when.</param>
/// <param name="Day">The Indian calendar day.</param>
/// <param name="Slot">The part of the day.</param>
/// <param name="Parcels">How many parcels are fetched.</param>
/// <param name="Office">The office whose agent comes.</param>
/// <param name="OfficePincode">Its pincode.</param>
/// <param name="Address">Where the parcels are.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record PickupAnswer(
    Guid Id, PickupState State, DateTimeOffset StateAt, DateOnly Day, PickupSlot Slot, int Parcels, string Office, string OfficePincode, AddressAnswer Address, DateTimeOffset RequestedAt)
{
    /// <summary>The agent who comes; null where the office has named none, and in the test mode, in which nobody comes.</summary>
    public PickupAgentAnswer? Agent { get; init; }

    /// <summary>Parcels that were named and are not fetched; only in the answer to asking for the pickup, and only when there are any.</summary>
    public IReadOnlyList<PickupLeftOutAnswer>? LeftOut { get; init; }

    internal static PickupAnswer Of(PickupRequest pickup) => new(
        pickup.Id.Value, pickup.State, pickup.StateAt, pickup.Day, pickup.Slot, pickup.Parcels, pickup.Office, pickup.OfficePincode.ToString(), AddressAnswer.Of(pickup.Address), pickup.RequestedAt)
    {
        Agent = pickup is { AgentName: { } name, AgentMobile: { } mobile } ? new PickupAgentAnswer(name, mobile.Value) : null,
    };
}

/// <summary>The agent of the post office who comes.</summary>
/// <param name="Name">The agent's name.</param>
/// <param name="Mobile">Ten digits to ring.</param>
public sealed record PickupAgentAnswer(string Name, string Mobile);

/// <summary>A parcel that was named and is not fetched.</summary>
/// <param name="Shipment">Its id, as it was named.</param>
/// <param name="Reason">Unknown when the seller has no such parcel, Cancelled, WithThePost when it was scanned, Return when it comes back to the seller, OnAnotherPickup, or AnotherLocation when it was sent from somewhere else.</param>
public sealed record PickupLeftOutAnswer(Guid Shipment, PickupLeftOutReason Reason)
{
    internal static IReadOnlyList<PickupLeftOutAnswer>? Of(IReadOnlyList<LeftOutParcel> leftOut) =>
        leftOut.Count == 0 ? null : [.. leftOut.Select(parcel => new PickupLeftOutAnswer(parcel.Id.Value, parcel.Reason))];
}
