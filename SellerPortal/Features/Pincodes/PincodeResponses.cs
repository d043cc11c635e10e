using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.Pincodes;

/// <summary>One pincode as the endpoint answers it; distances are estimates from the centre of the pincode.</summary>
public sealed record PincodeResponse(
    string Pincode,
    string District,
    IReadOnlyList<string> Districts,
    string State,
    bool Delivers,
    string MainOffice,
    CentreResponse Centre,
    string? Digipin,
    BookingOfficeResponse? BookingOffice,
    IReadOnlyList<string> BookableOffices,
    IReadOnlyList<OfficeResponse> Offices)
{
    public static PincodeResponse From(PincodeView view) => new(
        view.Entry.Pincode.ToString(),
        view.Entry.District,
        view.Districts,
        view.Entry.State,
        view.Entry.Delivers,
        view.Entry.MainOffice,
        new CentreResponse(view.Entry.Centre.Latitude, view.Entry.Centre.Longitude, view.Entry.Confidence.ToString()),
        view.Digipin?.ToString(),
        view.BookingOffice is { } booking ? BookingOfficeResponse.From(booking) : null,
        [.. view.Bookable.Select(office => office.Name)],
        [.. view.Offices.Select(OfficeResponse.From)]);
}

/// <summary>The centre of a pincode in degrees, and how far it can be trusted: High, Medium or Low.</summary>
public sealed record CentreResponse(double Latitude, double Longitude, string Confidence);

/// <summary>Where articles of the pincode are booked; the distance is null for an office of its own.</summary>
public sealed record BookingOfficeResponse(string Name, string Type, string Pincode, double? Kilometres)
{
    public static BookingOfficeResponse From(BookingOffice booking) => new(
        booking.Office.Name,
        booking.Office.Type.ToCode(),
        booking.Office.Pincode.ToString(),
        booking.IsOfAnotherPincode ? Math.Round(booking.Kilometres, 1) : null);
}

/// <summary>A post office; the type is HO, SO or BO, the point is null where the directory knows none.</summary>
public sealed record OfficeResponse(
    string Name, string Type, string Pincode, bool Delivers, bool Bookable, string Taluk, string District, string State,
    string Division, string Circle, double? Latitude, double? Longitude)
{
    public static OfficeResponse From(PostOffice office) => new(
        office.Name, office.Type.ToCode(), office.Pincode.ToString(), office.Delivers, office.IsBookable, office.Taluk, office.District, office.State,
        office.Division, office.Circle, office.Latitude, office.Longitude);
}

/// <summary>What a search found, best first; the reason is a sentence when it found nothing.</summary>
public sealed record SearchResponse(IReadOnlyList<OfficeResponse> Offices, string? Reason);
