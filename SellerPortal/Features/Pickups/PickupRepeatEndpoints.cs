using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Pickups;

/// <summary>/api/v1/pickups/repeats: pickups on certain weekdays, for systems.</summary>
internal static class PickupRepeatEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var repeats = endpoints.MapApi("pickups/repeats", "Pickups");
        repeats.MapPost("/", BeginAsync)
            .WithName("BeginPickupRepeat")
            .WithSummary("Ask for a pickup on certain weekdays until it is ended. One on the same days, in the same slot and at the same location is there once.")
            .WithExample("""
                { "weekdays": [ "Monday", "Thursday" ], "slot": "Afternoon" }
                """)
            .ForSellers(ApiScopes.Pickups)
            .FindsItAgain()
            .Produces<PickupRepeatAnswer>(StatusCodes.Status201Created);
        repeats.MapGet("/", ListAsync)
            .WithName("ListPickupRepeats")
            .WithSummary("The seller's repeating pickups that have not ended, the latest first; they are few, and all on one page.")
            .ForSellers(ApiScopes.Pickups)
            .Produces<ApiList<PickupRepeatAnswer>>();
        repeats.MapDelete("/{id:guid}", EndAsync)
            .WithName("EndPickupRepeat")
            .WithSummary("End a repeating pickup; the pickups it made stay.")
            .ForSellers(ApiScopes.Pickups)
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> BeginAsync(ApiBody<PickupRepeatRequest> body, IdempotencyKey key, ClaimsPrincipal user, ReadPickupLocations locations, ManageRepeats repeats, CancellationToken token)
    {
        var actor = user.ToActor();
        var id = key.ToId(actor);
        var location = await locations.FindAsync(actor, body.Value.PickupLocation, token);

        // An unknown location is refused by the use case, after it has looked whether the key has asked before.
        Guid? place = body.Value.PickupLocation is null ? null : location?.Id ?? Guid.Empty;
        var weekdays = body.Value.Weekdays.Aggregate(PickupWeekdays.None, (all, day) => all | Of(day));
        return await repeats.BeginAsync(actor, id, weekdays, body.Value.Slot, place, token) switch
        {
            RepeatResult.Done when await MadeAsync() is { } made => Results.Json(PickupRepeatAnswer.Of(made), ApiJson.Options, statusCode: StatusCodes.Status201Created).At($"{ApiRoutes.Root}/pickups/repeats"),
            RepeatResult.LocationUnknown => PickupEndpoints.NoSuchLocation("/pickupLocation"),
            RepeatResult.TooMany => Problems.Conflict("too_many_repeats", $"The seller has {PickupRepeat.MostOfASeller} repeating pickups, as many as it may have.", "End one first."),
            RepeatResult.NotAllowed => Problems.NotAllowed("The seller is not approved, or the key may not ask for pickups.", "Use a key with the scope of pickups, of an approved seller."),
            _ => NotFound(),
        };

        async Task<PickupRepeat?> MadeAsync()
        {
            var present = await repeats.ListAsync(actor, token);
            return present.FirstOrDefault(repeat => repeat.Id == id) ?? present.FirstOrDefault(repeat => repeat.Weekdays == weekdays && repeat.Slot == body.Value.Slot && repeat.LocationId == place);
        }
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, ManageRepeats repeats, CancellationToken token) => Results.Json(
        new ApiList<PickupRepeatAnswer>([.. (await repeats.ListAsync(user.ToActor(), token)).Reverse().Select(PickupRepeatAnswer.Of)], Next: null), ApiJson.Options);

    private static async Task<IResult> EndAsync(Guid id, ClaimsPrincipal user, ManageRepeats repeats, CancellationToken token) => await repeats.EndAsync(user.ToActor(), id, token) switch
    {
        RepeatResult.Done => Results.NoContent(),
        RepeatResult.NotAllowed => Problems.NotAllowed("The key may not end repeating pickups.", "Use a key with the scope of pickups, of an approved seller."),
        _ => NotFound(),
    };

    private static PickupWeekdays Of(PickupWeekday day) => Enum.Parse<PickupWeekdays>(day.ToString());

    private static IResult NotFound() => Problems.NotFound("There is no such repeating pickup.", "Send the id of one that GET /pickups/repeats lists.");
}

/// <summary>A day on which parcels are fetched.</summary>
public enum PickupWeekday
{
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
}

/// <summary>A pickup that is to come again.</summary>
public sealed record PickupRepeatRequest
{
    /// <summary>On which days; the post fetches nothing on Sundays.</summary>
    [MinLength(1)]
    [MaxLength(6)]
    public required IReadOnlyList<PickupWeekday> Weekdays { get; init; }

    /// <summary>Morning (9 to 14), Afternoon (14 to 17) or Evening (17 to 20).</summary>
    public required PickupSlot Slot { get; init; }

    /// <summary>Where the agent comes to: the id of one of the seller's pickup locations, or its name in any case; when left out, the one that is the default on the day.</summary>
    [MinLength(1)]
    [MaxLength(EntryName.Longest)]
    public string? PickupLocation { get; init; }
}

/// <summary>A pickup that comes again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Weekdays">On which days.</param>
/// <param name="Slot">In which part of the day.</param>
/// <param name="PickupLocation">The id of the location that the agent comes to; left out for the one that is the default on the day.</param>
/// <param name="State">Active, or Paused when the seller paused it in the portal.</param>
/// <param name="StateAt">Since when.</param>
/// <param name="LastDay">The day it was last tried; left out before the first.</param>
/// <param name="LastRefusal">Why there was no pickup on that day; left out when there was one.</param>
public sealed record PickupRepeatAnswer(
    Guid Id, IReadOnlyList<PickupWeekday> Weekdays, PickupSlot Slot, Guid? PickupLocation, PickupRepeatState State, DateTimeOffset StateAt, DateOnly? LastDay, PickupRefusal? LastRefusal)
{
    internal static PickupRepeatAnswer Of(PickupRepeat repeat) => new(
        repeat.Id,
        [.. Enum.GetValues<PickupWeekday>().Where(day => repeat.Weekdays.HasFlag(Enum.Parse<PickupWeekdays>(day.ToString())))],
        repeat.Slot,
        repeat.LocationId,
        repeat.State,
        repeat.StateAt,
        repeat.LastDay,
        repeat.LastRefusal);
}
