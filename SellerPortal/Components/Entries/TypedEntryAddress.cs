using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Components.Entries;

/// <summary>An address in a form, as typed.</summary>
public sealed class TypedEntryAddress
{
    public string Name { get; set; } = "";

    public string Company { get; set; } = "";

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string Line3 { get; set; } = "";

    public string City { get; set; } = "";

    public string State { get; set; } = "";

    public string Pincode { get; set; } = "";

    public string Mobile { get; set; } = "";

    /// <summary>The fields of an address that is changed.</summary>
    public static TypedEntryAddress Of(PostalAddress address) => new()
    {
        Name = address.Name,
        Company = address.Company ?? "",
        Line1 = address.Line1,
        Line2 = address.Line2 ?? "",
        Line3 = address.Line3 ?? "",
        City = address.City,
        State = address.State,
        Pincode = address.Pincode.ToString(),
        Mobile = address.Mobile,
    };

    /// <summary>What the rules of a booking check.</summary>
    public ConsigneeInput ToInput() => new()
    {
        Name = Name,
        Company = Company,
        Line1 = Line1,
        Line2 = Line2,
        Line3 = Line3,
        City = City,
        State = State,
        Pincode = Pincode,
        Mobile = Mobile,
    };
}
