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
        BookingResult.RangeExhausted => Problems.Unavailable(CodeOf(result), SentenceOf(result), RemedyOf(result)),
        BookingResult.NotApproved or BookingResult.NotASeller => Problems.Forbidden(CodeOf(result), SentenceOf(result), RemedyOf(result)),
        _ => Problems.Conflict(CodeOf(result), SentenceOf(result), RemedyOf(result)),
    };

    /// <summary>The problem of one booking among many.</summary>
    public static ItemProblem OfItem(BookingResult result) => result is BookingResult.Refused refused
        ? OfItem([.. refused.Faults.Select(BookingProblems.Of)])
        : new ItemProblem(CodeOf(result), SentenceOf(result), RemedyOf(result), Errors: null);

    /// <summary>The problem of one booking among many whose members are wrong.</summary>
    public static ItemProblem OfItem(IReadOnlyList<Problems.FieldFault> faults) => new("invalid", "Members of the booking are wrong; see errors.", "Correct what errors names, and send it again.", faults);

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
        BookingResult.KeyUsed => "The key has booked another parcel.",
        BookingResult.KeyUsedElsewhere => "The key has asked for something else.",
        BookingResult.ProductUnavailable no => $"{no.Product.ToCode()} cannot be had for this parcel.",
        BookingResult.PriceChanged changed => $"The price is {changed.Offer.Total.Paise} paise now.",
        BookingResult.NotApproved => "The seller is not approved.",
        BookingResult.NotASeller => "The key may not book for this seller.",
        BookingResult.RangeExhausted no => $"No article number is left for {no.Product.ToCode()}.",
        BookingResult.ReturnRefused => "The way back of this shipment cannot be booked: it is not delivered, not yours, or booked already.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A booking has no problem."),
    };

    private static string RemedyOf(BookingResult result) => result switch
    {
        BookingResult.Refused => "Correct what errors names, and send it again.",
        BookingResult.KeyUsed or BookingResult.KeyUsedElsewhere => "Use a new key for each parcel.",
        BookingResult.ProductUnavailable => "Ask for a quote: it names the products that can be had, and why the others cannot.",
        BookingResult.PriceChanged => "Send it as expectedTotalPaise if you agree.",
        BookingResult.NotApproved => "Wait for the Department's decision.",
        BookingResult.NotASeller => "Use a key with the scope of this endpoint that an owner of the seller made.",
        BookingResult.RangeExhausted => "Ask again when the Department has added numbers.",
        BookingResult.ReturnRefused => "Name in returnOf a shipment of yours that is delivered and has no way back yet.",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "A booking has no problem."),
    };
}

/// <summary>Why one item of many was not taken.</summary>
/// <param name="Code">A stable code.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Errors">The members that are wrong; pointers begin at the item.</param>
public sealed record ItemProblem(string Code, string Detail, string Remedy, IReadOnlyList<Problems.FieldFault>? Errors);
