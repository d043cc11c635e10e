using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SellerPortal.Components;
using SellerPortal.Components.Quotes;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Resources;

namespace SellerPortal.Features.Quotes;

/// <summary>POST /api/v1/quotes: every product side by side, without a sign-in.</summary>
internal static class QuoteEndpoint
{
    public static void MapQuoteEndpoint(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/v1/quotes", QuoteAsync)
        .WithName("GetQuotes")
        .WithTags("Quotes")
        .WithSummary("What every product costs between two pincodes, with the expected delivery, or why it cannot be had.")
        .Accepts<QuoteInput>("application/json", "*/*")
        .Produces<QuoteResponse>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .AllowAnonymous()
        .RequireRateLimiting(RateLimits.Public);

    private static async Task<IResult> QuoteAsync(
        HttpRequest request, GetQuotes quotes, QuotePresenter words, IStringLocalizer<QuotesTexts> texts, IStringLocalizer<PincodeTexts> pincodes, CancellationToken token)
    {
        var (input, refused) = await QuoteBody.ReadAsync(request, texts, token);
        if (refused is not null) return refused;
        return quotes.Execute(input!, out var faults) is { } result
            ? Results.Json(QuoteResponse.From(result, words), JsonSerializerOptions.Web)
            : Problems.Invalid([.. faults.Select(fault => Described(fault, texts, pincodes))]);
    }

    private static Problems.FieldFault Described(QuoteFieldFault fault, IStringLocalizer<QuotesTexts> texts, IStringLocalizer<PincodeTexts> pincodes)
    {
        var pointer = $"/{JsonNamingPolicy.CamelCase.ConvertName(fault.Field.ToString())}";
        if (fault.Index is { } index) pointer += string.Create(CultureInfo.InvariantCulture, $"/{index}");
        return fault.Fault == QuoteFault.Pincode
            ? new(pointer, $"pincode_{CodeOf(fault.Pincode.ToString())}", pincodes.Fault(fault.Pincode), texts["RemedyPincode"])
            : new(pointer, CodeOf(fault.Fault.ToString()), texts.Sentence(fault), texts[$"Remedy{fault.Field}"]);
    }

    private static string CodeOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
