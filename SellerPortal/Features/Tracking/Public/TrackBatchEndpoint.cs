using System.ComponentModel.DataAnnotations;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>POST /api/v1/tracking/batch: where many articles are.</summary>
internal static class TrackBatchEndpoint
{
    /// <summary>The most articles of one call.</summary>
    public const int Most = 50;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("tracking", "Tracking")
        .MapPost("/batch", TrackAsync)
        .WithName("TrackArticles")
        .WithSummary("Where up to 50 articles are; no personal data.")
        .WithExample("""
            { "articles": [ "EE123456785IN" ] }
            """)
        .ForEverybody()
        .Produces<TrackBatchAnswer>();

    private static async Task<IResult> TrackAsync(ApiBody<TrackBatchRequest> body, HttpContext http, LookUpArticles lookUp, CancellationToken token)
    {
        var typed = body.Value.Articles.Select(ArticleNumber.Normalise).ToList();
        var found = (await lookUp.ExecuteAsync([.. typed.Distinct(StringComparer.Ordinal)], await Tester.OfAsync(http), token)).ToDictionary(one => one.Typed, StringComparer.Ordinal);
        return Results.Json(new TrackBatchAnswer([.. typed.Select((number, i) => TrackBatchItem.Of(i, found[number]))]), ApiJson.Options);
    }
}

/// <summary>Articles to be looked up.</summary>
public sealed record TrackBatchRequest
{
    /// <summary>1 to 50 article numbers.</summary>
    [MinLength(1)]
    [MaxLength(TrackBatchEndpoint.Most)]
    public required IReadOnlyList<string> Articles { get; init; }
}

/// <summary>One result for each article, in their order.</summary>
public sealed record TrackBatchAnswer(IReadOnlyList<TrackBatchItem> Results);

/// <summary>Where one article is.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Article">The number in capitals without spaces.</param>
/// <param name="Facts">Where it is; null when it was not found.</param>
/// <param name="Fault">not_found, check_digit or malformed.</param>
public sealed record TrackBatchItem(int Index, string Article, TrackFacts? Facts, string? Fault)
{
    internal static TrackBatchItem Of(int index, TrackedArticle tracked) => new(
        index,
        tracked.Typed,
        tracked.Facts is { } facts ? TrackFacts.Of(facts) : null,
        tracked.Facts is not null ? null : tracked.Fault switch
        {
            ArticleNumberFault.None => "not_found",
            ArticleNumberFault.WrongCheckDigit => "check_digit",
            _ => "malformed",
        });
}

/// <summary>Where an article is, without its scans. Times are UTC.</summary>
public sealed record TrackFacts(
    string ProductCode,
    ShipmentStatus Status,
    DateTimeOffset StatusAt,
    DateTimeOffset BookedAt,
    string FromOffice,
    string FromPincode,
    string ToOffice,
    string ToPincode,
    DateOnly? ExpectedDeliveryFrom,
    DateOnly? ExpectedDeliveryTo,
    DateTimeOffset? LastScanAt)
{
    internal static TrackFacts Of(PublicFacts facts) => new(
        facts.Product.ToCode(),
        facts.Status,
        facts.StatusAt,
        facts.BookedAt,
        facts.FromOffice,
        facts.FromPincode.ToString(),
        facts.ToOffice,
        facts.ToPincode.ToString(),
        facts.ExpectedFrom,
        facts.ExpectedTo,
        facts.LastScanAt);
}
