using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>POST /api/v1/tracking/events: the event feed, for a key that may write it.</summary>
internal static class EventFeedEndpoint
{
    /// <summary>The longest body: 10,000 events of about 1.6 kB.</summary>
    internal const int LongestBody = 16 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/v1/tracking/events", RecordAsync)
        .WithName("RecordTrackingEvents")
        .WithTags("Tracking")
        .WithSummary("Send scan events, at most 10,000 a call; sending them again changes nothing.")
        .WithDescription("The feed is the post's own format, which grows there first: of an event the members below are read, all others are passed over. The pincode and the reason code may also be numbers.")
        .WithExample("""
            [ { "article": "EE123456785IN", "code": "ITEM_BOOK", "occurredAt": "2026-11-23T10:05:00Z", "office": "Jabalpur HO", "officePincode": "482001", "description": "Item Booked" } ]
            """)
        .Accepts<IReadOnlyList<EventInput>>("application/json")
        .Produces<EventsAnswer>()
        .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType)
        .ForKeys(ApiScopes.TrackingWrite)
        .RequireRateLimiting(RateLimits.Keyed);

    private static async Task<IResult> RecordAsync(HttpRequest request, RecordEvents record, CancellationToken token)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LongestBody;
        try
        {
            var feed = await JsonFeed.ReadAsync(request.Body, token);
            return Results.Ok(EventsAnswer.Of(await record.ExecuteAsync(feed, token)));
        }
        catch (FeedException fault)
        {
            return fault.Problem switch
            {
                FeedProblem.TooMany => TooLarge(),
                FeedProblem.NotJson => Problems.Invalid(new Problems.FieldFault(
                    "", "not_json", $"The body is not JSON (line {(fault.Line ?? 1).ToString(CultureInfo.InvariantCulture)}).", "Send an array of events as application/json.")),
                _ => Problems.Invalid(new Problems.FieldFault(
                    "", "no_events", "The body is neither an array nor an object with the array 'events'.", "Send [ … ] or { \"events\": [ … ] }.")),
            };
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
    }

    private static IResult TooLarge() =>
        Problems.TooLarge(string.Create(CultureInfo.InvariantCulture, $"A call takes at most {RecordEvents.MostEvents} events and 16 MB."), "Send the rest in further calls.");
}

/// <summary>One event as a caller writes it; times carry a Z and are IST.</summary>
internal sealed record EventInput(
    string Article, string Code, string OccurredAt, string? Office, string? OfficePincode, string? Description, string? ReasonCode, string? Remark);

/// <summary>The answer to a portion of the feed.</summary>
internal sealed record EventsAnswer(
    int Accepted, int Duplicates, int UnknownCodes, IReadOnlyList<string> CancelledArticles, IReadOnlyList<RejectedAnswer> Rejected)
{
    public static EventsAnswer Of(RecordedEvents recorded) => new(
        recorded.Accepted,
        recorded.Duplicates,
        recorded.UnknownCodes,
        recorded.CancelledArticles,
        [.. recorded.Rejected.Select(one => new RejectedAnswer(one.Index, one.Article, one.Code, one.Pointer(), one.Fault.ToCode(), one.Sentence(), one.Remedy()))]);
}

/// <summary>An event that was not taken.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Article">The article number as it was sent.</param>
/// <param name="Code">The event code as it was sent.</param>
/// <param name="Pointer">JSON pointer to the field that is wrong, beginning at the event; empty for the event as a whole.</param>
/// <param name="Fault">A stable code of what is wrong.</param>
/// <param name="Reason">What is wrong, one sentence.</param>
/// <param name="Remedy">What to do, one sentence.</param>
internal sealed record RejectedAnswer(int Index, string? Article, string? Code, string Pointer, string Fault, string Reason, string Remedy);
