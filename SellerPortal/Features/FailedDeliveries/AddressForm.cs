using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>An address as it is typed.</summary>
public sealed class AddressForm
{
    public string Name { get; set; } = "";

    public string Company { get; set; } = "";

    public string Line1 { get; set; } = "";

    public string Line2 { get; set; } = "";

    public string Line3 { get; set; } = "";

    public string City { get; set; } = "";

    public string Pincode { get; set; } = "";

    public string Mobile { get; set; } = "";

    /// <summary>The words without pincode and mobile number.</summary>
    public TypedAddress Typed => new(Name, Company, Line1, Line2, Line3, City, State: null);

    public static AddressForm Of(PostalAddress address) => new()
    {
        Name = address.Name,
        Company = address.Company ?? "",
        Line1 = address.Line1,
        Line2 = address.Line2 ?? "",
        Line3 = address.Line3 ?? "",
        City = address.City,
        Pincode = address.Pincode.ToString(),
        Mobile = address.Mobile,
    };
}
