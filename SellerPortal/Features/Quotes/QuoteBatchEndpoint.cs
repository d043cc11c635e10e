using System.ComponentModel.DataAnnotations;
using SellerPortal.Components.Quotes;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Quotes;

/// <summary>POST /api/v1/quotes/batch: many parcels priced in one call, each with its own result.</summary>
internal static class QuoteBatchEndpoint
{
    /// <summary>The most parcels of one call.</summary>
    public const int Most = 200;

    private const int Longest = 256 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("quotes", "Quotes")
        .MapPost("/batch", Quote)
        .WithName("GetQuotesForMany")
        .WithSummary("What every product costs for up to 200 parcels, each with its own result.")
        .WithExample("""
            { "quotes": [ { "fromPincode": "482001", "toPincode": "560001", "weightGrams": 1250 }, { "fromPincode": "482001", "toPincode": "744101", "weightGrams": 120, "kind": "Document" } ] }
            """)
        .ForEverybody()
        .TakesUpTo(Longest)
        .Produces<QuoteBatchAnswer>();

    private static IResult Quote(ApiBatch<QuoteBatchRequest, QuoteInput> body, GetQuotes quotes, QuotePresenter presenter, QuoteFaultProblems problems) =>
        Results.Json(new QuoteBatchAnswer([.. body.Items.Select((entry, i) => Price(i, entry, quotes, presenter, problems))]), ApiJson.Options);

    private static QuoteBatchItem Price(int index, BatchEntry<QuoteInput> entry, GetQuotes quotes, QuotePresenter presenter, QuoteFaultProblems problems)
    {
        if (entry.Value is not { } input) return new QuoteBatchItem(index, Quote: null, entry.Faults);
        return quotes.Execute(input, out var faults) is { } result
            ? new QuoteBatchItem(index, QuoteResponse.From(result, presenter), Errors: null)
            : new QuoteBatchItem(index, Quote: null, [.. faults.Select(problems.Of)]);
    }
}

/// <summary>Parcels to be priced.</summary>
public sealed record QuoteBatchRequest
{
    /// <summary>1 to 200 parcels.</summary>
    [MinLength(1)]
    [MaxLength(QuoteBatchEndpoint.Most)]
    [EachItsOwn]
    public required IReadOnlyList<QuoteInput> Quotes { get; init; }
}

/// <summary>One result for each parcel, in their order.</summary>
public sealed record QuoteBatchAnswer(IReadOnlyList<QuoteBatchItem> Results);

/// <summary>What one parcel costs.</summary>
/// <param name="Index">Its place in the call, from 0.</param>
/// <param name="Quote">Every product.</param>
/// <param name="Errors">What is wrong with it; pointers begin at the parcel.</param>
public sealed record QuoteBatchItem(int Index, QuoteResponse? Quote, IReadOnlyList<Problems.FieldFault>? Errors);
