using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Pickups;

/// <summary>A pickup location to choose.</summary>
public sealed record PickupLocationChoice(Guid Id, string Name, Pincode Pincode)
{
    internal static IReadOnlyList<PickupLocationChoice> Of(IReadOnlyList<PickupLocation> locations, Seller seller) =>
        [.. locations.Select(location => new PickupLocationChoice(location.Id, location.Name, location.AddressFor(seller).Pincode))];
}
