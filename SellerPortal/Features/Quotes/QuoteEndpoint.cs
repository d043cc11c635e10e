using Microsoft.Extensions.Localization;
using SellerPortal.Components.Quotes;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Quotes;

/// <summary>POST /api/v1/quotes: every product side by side, without a sign-in.</summary>
internal static class QuoteEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapApi("quotes", "Quotes")
        .MapPost("/", QuoteAsync)
        .WithName("GetQuotes")
        .WithSummary("What every product costs between two pincodes, with the expected delivery, or why it cannot be had.")
        .WithExample("""
            { "fromPincode": "482001", "toPincode": "560001", "weightGrams": 1250, "lengthCm": 30, "breadthCm": 20, "heightCm": 12, "addOns": [ "REG", "INS" ], "declaredValueRupees": 52000 }
            """)
        .ForEverybody()
        .Accepts<QuoteInput>("application/json", "*/*")
        .Produces<QuoteResponse>()
        .Refuses(StatusCodes.Status413PayloadTooLarge);

    private static async Task<IResult> QuoteAsync(
        HttpRequest request, GetQuotes quotes, QuotePresenter words, QuoteFaultProblems problems, IStringLocalizer<QuotesTexts> texts, CancellationToken token)
    {
        var (input, refused) = await QuoteBody.ReadAsync(request, texts, token);
        if (refused is not null) return refused;
        return quotes.Execute(input!, out var faults) is { } result
            ? Results.Json(QuoteResponse.From(result, words), ApiJson.Options)
            : Problems.Invalid([.. faults.Select(problems.Of)]);
    }
}
