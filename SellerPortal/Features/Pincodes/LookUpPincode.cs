using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.Pincodes;

/// <summary>What the portal knows about one pincode.</summary>
/// <param name="Entry">The pincode as a whole.</param>
/// <param name="Offices">Its offices, head before sub before branch.</param>
/// <param name="Districts">The districts of its offices, the main one first.</param>
/// <param name="Bookable">Those of its offices that book and pick up.</param>
/// <param name="BookingOffice">Where its articles are booked, which can be the nearest office of another pincode.</param>
/// <param name="Digipin">The DIGIPIN of the centre; null where DIGIPIN does not reach.</param>
public sealed record PincodeView(
    PincodeEntry Entry,
    IReadOnlyList<PostOffice> Offices,
    IReadOnlyList<string> Districts,
    IReadOnlyList<PostOffice> Bookable,
    BookingOffice? BookingOffice,
    Digipin? Digipin);

/// <summary>Gathers what is known about one pincode.</summary>
public sealed class LookUpPincode(Snapshot<PincodeDirectory> directory)
{
    /// <returns>What is wrong with the text, or <see cref="PincodeFault.None"/> and the view.</returns>
    public PincodeFault Execute(string? text, out PincodeView? view)
    {
        view = null;
        var all = directory.Value;
        var fault = all.Check(text, out var entry);
        if (entry is null) return fault;
        var offices = all.OfficesOf(entry.Pincode);
        view = new PincodeView(
            entry,
            offices,
            [.. offices.Select(office => office.District).Prepend(entry.District).Where(district => district.Length > 0).Distinct()],
            [.. offices.Where(office => office.IsBookable)],
            all.BookingOfficeFor(entry.Pincode),
            Digipin.Covers(entry.Centre) ? Digipin.Encode(entry.Centre) : null);
        return PincodeFault.None;
    }
}
