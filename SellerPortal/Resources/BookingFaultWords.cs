using System.Globalization;
using System.Resources;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Resources;

/// <summary>What is wrong with a booking and what to do about it, in the reader's language.</summary>
public static class BookingFaultWords
{
    private static readonly ResourceManager Words = new(typeof(BookingFaultTexts));

    /// <summary>One sentence for a fault.</summary>
    public static string Of(BookingFault fault) => Words.GetString(fault.ToString(), CultureInfo.CurrentUICulture)!;
}
