using SellerPortal.Components.Quotes;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Quotes;

/// <summary>POST /api/v1/quotes: every product side by side, without a sign-in.</summary>
internal static class QuoteEndpoint
{
    private const int Longest = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("quotes", "Quotes")
        .MapPost("/", Quote)
        .WithName("GetQuotes")
        .WithSummary("What every product costs between two pincodes, with the expected delivery, or why it cannot be had.")
        .WithExample("""
            { "fromPincode": "482001", "toPincode": "560001", "weightGrams": 1250, "lengthCm": 30, "breadthCm": 20, "heightCm": 12, "addOns": [ "REG", "INS" ], "declaredValueRupees": 52000 }
            """)
        .ForEverybody()
        .TakesUpTo(Longest)
        .Produces<QuoteResponse>();

    private static IResult Quote(ApiBody<QuoteInput> body, GetQuotes quotes, QuotePresenter words, QuoteFaultProblems problems) => quotes.Execute(body.Value, out var faults) is { } result
        ? Results.Json(QuoteResponse.From(result, words), ApiJson.Options)
        : Problems.Invalid([.. faults.Select(problems.Of)]);
}
