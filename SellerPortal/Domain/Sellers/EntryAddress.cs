using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.Sellers;

/// <summary>
/// Checks an address that a seller keeps: by the rules of a booking, so that what is kept can be booked, and against the
/// directory. City and state come from the pincode where they are left empty.
/// </summary>
public static class EntryAddress
{
    /// <summary>Checks an address that parcels go to; an office must deliver there.</summary>
    public static IReadOnlyList<BookingFault> CheckConsignee(ConsigneeInput input, PincodeDirectory directory, out PostalAddress? address)
    {
        var faults = Check(input, directory, BookingFault.ToPincodeUnknown, out address, out var place);
        if (place is not { Delivers: false }) return faults;
        address = null;
        return [BookingFault.ToPincodeNoDelivery, .. faults];
    }

    /// <summary>Checks an address that parcels are fetched from; an office must take bookings for it.</summary>
    public static IReadOnlyList<BookingFault> CheckPickup(ConsigneeInput input, PincodeDirectory directory, out PostalAddress? address)
    {
        var faults = Check(input, directory, BookingFault.FromPincodeUnknown, out address, out var place);
        if (place is null || directory.BookingOfficeFor(place.Pincode) is not null) return faults;
        address = null;
        return [BookingFault.FromPincodeNoOffice, .. faults];
    }

    private static List<BookingFault> Check(
        ConsigneeInput input, PincodeDirectory directory, BookingFault unknown, out PostalAddress? address, out PincodeEntry? place)
    {
        var isUnknown = directory.Check(input.Pincode, out place) == PincodeFault.NotInDirectory;
        var filled = input with
        {
            Pincode = place?.Pincode.ToString() ?? input.Pincode,
            City = PostalAddressRules.Tidy(input.City) ?? CityOf(place),
            State = PostalAddressRules.Tidy(input.State) ?? place?.State,
        };
        List<BookingFault> faults = [.. BookingRules.CheckConsignee(filled, out address)];
        if (place is null) faults.RemoveAll(fault => fault == BookingFault.CityMissing);
        if (!isUnknown) return faults;
        faults.Insert(0, unknown);
        address = null;
        return faults;
    }

    private static string? CityOf(PincodeEntry? place) => place is null ? null : place.District.Length > 0 ? place.District : place.MainOffice;
}
