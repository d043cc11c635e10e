using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Tracking.Public;

/// <summary>GET /api/v1/tracking/{article}: the facts of the public page, for programs.</summary>
internal static class TrackEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/api/v1/tracking/{article}", GetAsync)
        .WithName("TrackArticle")
        .WithTags("Tracking")
        .WithSummary("Where an article is; no personal data.")
        .Produces<TrackAnswer>()
        .ForEverybody()
        .Refuses(StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(string article, HttpContext http, LookUpArticles lookUp, CancellationToken token)
    {
        var tracked = await lookUp.FindAsync(ArticleNumber.Normalise(article), await Tester.OfAsync(http), token);
        if (tracked.Facts is { } facts) return Results.Ok(TrackAnswer.Of(facts, tracked.Scans));
        var hint = tracked.Suggestions.Count == 0 ? "Check the number on the label or the receipt." : $"Did you mean {string.Join(" or ", tracked.Suggestions)}?";
        return tracked.Fault == ArticleNumberFault.None
            ? Problems.NotFound($"The portal holds no article {tracked.Typed}.", hint)
            : Problems.Invalid(new Problems.FieldFault("/article", CodeOf(tracked.Fault), SentenceOf(tracked.Fault), hint));
    }

    private static string CodeOf(ArticleNumberFault fault) => fault == ArticleNumberFault.WrongCheckDigit ? "check_digit" : "malformed";

    private static string SentenceOf(ArticleNumberFault fault) => fault == ArticleNumberFault.WrongCheckDigit
        ? "The check digit of the article number is wrong: one character is probably mistyped."
        : "An article number has two letters, nine digits and IN.";
}

/// <summary>Where an article is. Times are UTC.</summary>
internal sealed record TrackAnswer(
    string Article,
    string ProductCode,
    string Status,
    DateTimeOffset StatusAt,
    DateTimeOffset BookedAt,
    OfficeAnswer From,
    OfficeAnswer To,
    DateOnly? ExpectedDeliveryFrom,
    DateOnly? ExpectedDeliveryTo,
    DateTimeOffset? LastScanAt,
    IReadOnlyList<ScanAnswer> Scans)
{
    public static TrackAnswer Of(PublicFacts facts, IReadOnlyList<PublicScan> scans) => new(
        facts.Article,
        facts.Product.ToCode(),
        facts.Status.ToString(),
        facts.StatusAt,
        facts.BookedAt,
        new OfficeAnswer(facts.FromOffice, facts.FromPincode.ToString()),
        new OfficeAnswer(facts.ToOffice, facts.ToPincode.ToString()),
        facts.ExpectedFrom,
        facts.ExpectedTo,
        facts.LastScanAt,
        [.. scans.Select(scan => new ScanAnswer(scan.Code, EventCodes.StatusOf(scan.Code, scan.ToSender ? "(Sender)" : "(Addressee)").ToString()!, scan.Office, scan.At, (int?)scan.Reason))]);
}

/// <summary>A post office.</summary>
internal sealed record OfficeAnswer(string Office, string Pincode);

/// <summary>One scan.</summary>
internal sealed record ScanAnswer(string Code, string Status, string Office, DateTimeOffset OccurredAt, int? ReasonCode);
