using System.Text.Json;
using SellerPortal.Domain.Booking;
using SellerPortal.Platform.Errors;
using SellerPortal.Resources;

namespace SellerPortal.Platform.Api;

/// <summary>What is wrong with a booking, at the member of the body that it stands in.</summary>
public static class BookingProblems
{
    /// <summary>400 with every fault.</summary>
    public static IResult Invalid(IEnumerable<BookingFault> faults) => Problems.Invalid([.. faults.Select(Of)]);

    /// <summary>One fault.</summary>
    public static Problems.FieldFault Of(BookingFault fault)
    {
        // The sentences say what is wrong, then what to do.
        var sentence = BookingFaultWords.Of(fault);
        var end = sentence.IndexOf(". ", StringComparison.Ordinal);
        return new Problems.FieldFault(
            PointerTo(fault.Field()),
            JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ToString()),
            end < 0 ? sentence : sentence[..(end + 1)],
            end < 0 ? sentence : sentence[(end + 2)..]);
    }

    private static string PointerTo(BookingField field) => field switch
    {
        BookingField.Key => "",
        BookingField.Location => "/pickupLocationId",
        BookingField.FromPincode => "/fromPincode",
        BookingField.ToPincode => "/consignee/pincode",
        BookingField.Weight => "/weightGrams",
        BookingField.Size => "/lengthCm",
        BookingField.Product => "/productCode",
        BookingField.Name => "/consignee/name",
        BookingField.Company => "/consignee/company",
        BookingField.Mobile => "/consignee/mobile",
        BookingField.Email => "/consignee/email",
        BookingField.Address => "/consignee/line1",
        BookingField.City => "/consignee/city",
        BookingField.State => "/consignee/state",
        BookingField.GemContract => "/gemContract",
        BookingField.Contents => "/contents",
        BookingField.DeclaredValue => "/declaredValueRupees",
        BookingField.Invoice => "/invoice",
        BookingField.Order => "/order",
        BookingField.EwayBill => "/ewayBill",
        BookingField.AddOns => "/addOns",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "There is no such field."),
    };
}
