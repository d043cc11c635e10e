using System.Text.Json;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Booking;

/// <summary>Why a booking was not made, in the words of the API.</summary>
internal static class BookingProblem
{
    /// <summary>The problem of a single call.</summary>
    public static IResult Of(BookingResult result) => result switch
    {
        BookingResult.Refused refused => BookingProblems.Invalid(refused.Faults),
        BookingResult.KeyUsed or BookingResult.KeyUsedElsewhere => Problems.KeyUsed(),
        BookingResult.RangeExhausted => Problems.Unavailable(CodeOf(result), SentenceOf(result)),
        BookingResult.NotApproved or BookingResult.NotASeller => Problems.Forbidden(CodeOf(result), SentenceOf(result)),
        _ => Problems.Conflict(CodeOf(result), SentenceOf(result)),
    };

    /// <summary>The problem of one booking among many.</summary>
    public static ItemProblem OfItem(BookingResult result) => result is BookingResult.Refused refused
        ? OfItem([.. refused.Faults.Select(BookingProblems.Of)])
        : new ItemProblem(CodeOf(result), SentenceOf(result), Errors: null);

    /// <summary>The problem of one booking among many whose members are wrong.</summary>
    public static ItemProblem OfItem(IReadOnlyList<Problems.FieldFault> faults) => new("invalid", "Members of the booking are wrong; see errors.", faults);

    private static string CodeOf(BookingResult result) => result switch
    {
        BookingResult.Refused => "invalid",
        BookingResult.KeyUsed or BookingResult.KeyUsedElsewhere => "idempotency_key_used",
        BookingResult.NotASeller => "not_allowed",
        BookingResult.NotApproved => "seller_not_approved",
        BookingResult.ReturnRefused refused => $"return_{JsonNamingPolicy.SnakeCaseLower.ConvertName(refused.Reason.ToString())}",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(result.GetType().Name),
    };

    private static string SentenceOf(BookingResult result) => result switch
    {
        BookingResult.Refused => "Members of the booking are wrong; see errors.",
        BookingResult.KeyUsed => "The key has booked another parcel. Use a new key for each parcel.",
        BookingResult.KeyUsedElsewhere => "The key has asked for something else. Use a new key for each parcel.",
        BookingResult.ProductUnavailable no => $"{no.Product.ToCode()} cannot be had for this parcel. Ask for a quote: it names the products that can, and why the others cannot.",
        BookingResult.PriceChanged changed => $"The price is {changed.Offer.Total.Paise} paise now. Send it as expectedTotalPaise if you agree.",
        BookingResult.NotApproved => "The seller is not approved. Wait for the Department's decision.",
        BookingResult.NotASeller => "The key may not book for this seller.",
        BookingResult.RangeExhausted no => $"No article number is left for {no.Product.ToCode()}. Ask again when the Department has added numbers.",
        BookingResult.ReturnRefused => "The way back of this shipment cannot be booked: it is not delivered, not yours, or booked already.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A booking has no problem."),
    };
}

/// <summary>Why one item of many was not taken.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Detail">What is wrong, and what to do.</param>
/// <param name="Errors">The members that are wrong; pointers begin at the item.</param>
public sealed record ItemProblem(string Code, string Detail, IReadOnlyList<Problems.FieldFault>? Errors);
