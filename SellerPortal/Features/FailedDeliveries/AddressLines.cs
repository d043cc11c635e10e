using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>An address as it is kept in a history: in lines, the number last.</summary>
internal static class AddressLines
{
    public static string Of(PostalAddress address) => string.Join('\n', new[]
    {
        address.Name, address.Company, address.Line1, address.Line2, address.Line3, $"{address.City}, {address.State} {address.Pincode}", address.Mobile,
    }.Where(line => !string.IsNullOrWhiteSpace(line)));
}
