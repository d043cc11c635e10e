using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Booking;

public interface IBookingPrices
{
    BookingPriceList Quote(BookingPriceRequest request);
}

public sealed record BookingPriceRequest(
    Pincode From, Pincode To, int WeightGrams, Dimensions? Size, IReadOnlyList<AddOn> AddOns, int? DeclaredValueRupees,
    bool HasContract, string? Gstin, DateOnly PostedOn);

public sealed record BookingPriceList(IReadOnlyList<BookingOffer> Offers, IReadOnlyList<UnavailableProduct> Unavailable);

public sealed record UnavailableProduct(ProductCode Product, string Reason);

public sealed record BookingOffer
{
    public required ProductCode Product { get; init; }
    public required int ChargeableGrams { get; init; }
    public required string Zone { get; init; }
    public required string Slab { get; init; }
    public required Money Base { get; init; }
    public required IReadOnlyList<(AddOn AddOn, Money Fee)> AddOns { get; init; }
    public required Money Taxable { get; init; }
    public required Money Cgst { get; init; }
    public required Money Sgst { get; init; }
    public required Money Igst { get; init; }
    public required Money Total { get; init; }
    public required DateOnly TariffEffectiveFrom { get; init; }
    public DateOnly? ExpectedFrom { get; init; }
    public DateOnly? ExpectedTo { get; init; }
}

internal static class BookingProducts
{
    public static bool NeedsContract(this ProductCode product) => product is ProductCode.BusinessParcel or ProductCode.SpeedPostParcelContract;
}
