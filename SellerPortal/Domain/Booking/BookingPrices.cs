using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Booking;

/// <summary>Where a booking gets its prices from; pure and quick enough to be asked at every keystroke.</summary>
public interface IBookingPrices
{
    /// <summary>Prices every product for one parcel, or says why it has no price.</summary>
    BookingPriceList Quote(BookingPriceRequest request);

    /// <summary>What an add-on costs on a day; null while its fee is not loaded, or depends on a value that is not given.</summary>
    Money? FeeOf(AddOn addOn, int? declaredValueRupees, DateOnly postedOn);
}

/// <summary>What is to be priced.</summary>
/// <param name="From">Where it is posted.</param>
/// <param name="To">Where it goes.</param>
/// <param name="WeightGrams">The weight on the scale.</param>
/// <param name="Size">The outer size, if given.</param>
/// <param name="AddOns">The services beside postage.</param>
/// <param name="DeclaredValueRupees">What the goods are worth.</param>
/// <param name="HasContract">True when contract products are open to the seller.</param>
/// <param name="Gstin">The seller's GSTIN; it decides how the tax is split.</param>
/// <param name="PostedOn">The day of posting, in India.</param>
public sealed record BookingPriceRequest(
    Pincode From,
    Pincode To,
    int WeightGrams,
    Dimensions? Size,
    IReadOnlyList<AddOn> AddOns,
    int? DeclaredValueRupees,
    bool HasContract,
    string? Gstin,
    DateOnly PostedOn);

/// <summary>Every product, with its price or the reason why it has none.</summary>
public sealed record BookingPriceList(IReadOnlyList<BookingOffer> Offers, IReadOnlyList<Unavailable> Unavailable);

/// <summary>What a product costs for one parcel.</summary>
public sealed record BookingOffer
{
    public required ProductCode Product { get; init; }

    /// <summary>The greater of actual and volumetric weight.</summary>
    public required int ChargeableGrams { get; init; }

    public required string Zone { get; init; }

    public required string Slab { get; init; }

    /// <summary>Postage before add-ons and tax.</summary>
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

    /// <summary>The quote behind the offer, which explains itself.</summary>
    public Quote? Quote { get; init; }
}
