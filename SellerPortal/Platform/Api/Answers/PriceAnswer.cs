using SellerPortal.Domain.Shipments;

namespace SellerPortal.Platform.Api.Answers;

/// <summary>What a parcel costs, in paise.</summary>
/// <param name="BasePaise">Postage before add-ons and tax.</param>
/// <param name="AddOns">Fees of the add-ons.</param>
/// <param name="TaxablePaise">Postage and fees.</param>
/// <param name="CgstPaise">Central tax.</param>
/// <param name="SgstPaise">State tax.</param>
/// <param name="IgstPaise">Integrated tax, in place of the other two.</param>
/// <param name="TotalPaise">What is paid.</param>
/// <param name="Zone">The zone of the tariff.</param>
/// <param name="Slab">The slab of weight.</param>
/// <param name="TariffEffectiveFrom">Since when the tariff is in force.</param>
public sealed record PriceAnswer(
    long BasePaise,
    IReadOnlyList<FeeAnswer> AddOns,
    long TaxablePaise,
    long CgstPaise,
    long SgstPaise,
    long IgstPaise,
    long TotalPaise,
    string Zone,
    string Slab,
    DateOnly TariffEffectiveFrom)
{
    /// <summary>The price as it was booked.</summary>
    public static PriceAnswer Of(BookedPrice price) => new(
        price.Base.Paise,
        [.. price.Fees().Select(line => new FeeAnswer(line.Code, line.Fee.Paise))],
        price.Taxable.Paise,
        price.Cgst.Paise,
        price.Sgst.Paise,
        price.Igst.Paise,
        price.Total.Paise,
        price.Zone,
        price.Slab,
        price.TariffEffectiveFrom);
}

/// <summary>The fee of one add-on, in paise.</summary>
public sealed record FeeAnswer(string Code, long Paise);
