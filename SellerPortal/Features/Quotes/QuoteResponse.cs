using System.Text.Json.Serialization;
using SellerPortal.Components.Quotes;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Features.Quotes;

/// <summary>Every product as the endpoint answers it.</summary>
public sealed record QuoteResponse(IReadOnlyList<ProductQuoteResponse> Quotes, IReadOnlyList<UnavailableResponse> Unavailable)
{
    public static QuoteResponse From(QuoteResult result, QuotePresenter words) => new(
        [.. result.Quotes.Select(quote => ProductQuoteResponse.From(quote, words))],
        [.. result.Unavailable.Select(unavailable => new UnavailableResponse(unavailable.Product.ToCode(), words.Reason(unavailable)))]);
}

/// <summary>A product with its price in paise; the zone is absent for a price by distance, the distance for one by zone.</summary>
public sealed record ProductQuoteResponse
{
    public required string ProductCode { get; init; }

    public required string ProductName { get; init; }

    public required int ChargeableWeightGrams { get; init; }

    /// <summary>local, within_state, zone_metro or other_states.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Zone { get; init; }

    /// <summary>Whole kilometres, rounded up; an estimate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required int? DistanceKm { get; init; }

    /// <summary>The weight slab, such as <c>1001-1500 g</c>.</summary>
    public required string Slab { get; init; }

    public required long BasePaise { get; init; }

    public required IReadOnlyList<AddOnResponse> AddOns { get; init; }

    public required long TaxablePaise { get; init; }

    public required long CgstPaise { get; init; }

    public required long SgstPaise { get; init; }

    public required long IgstPaise { get; init; }

    public required long TotalPaise { get; init; }

    public required DateOnly TariffEffectiveFrom { get; init; }

    /// <summary>Null when no time norm is loaded.</summary>
    public required DateOnly? ExpectedDeliveryFrom { get; init; }

    public required DateOnly? ExpectedDeliveryTo { get; init; }

    /// <summary>How the price came about, a sentence a line, in the caller's language.</summary>
    public required IReadOnlyList<string> Explanation { get; init; }

    public static ProductQuoteResponse From(Quote quote, QuotePresenter words) => new()
    {
        ProductCode = quote.Product.ToCode(),
        ProductName = words.Product(quote.Product),
        ChargeableWeightGrams = quote.Chargeable.Grams,
        Zone = quote.Column.Zone is null ? null : quote.Column.Code,
        DistanceKm = quote.Kilometres,
        Slab = quote.SlabCode,
        BasePaise = quote.BasePaise,
        AddOns = [.. quote.AddOns.Select(charge => new AddOnResponse(charge.AddOn.ToCode(), charge.Paise))],
        TaxablePaise = quote.TaxablePaise,
        CgstPaise = quote.Gst.CgstPaise,
        SgstPaise = quote.Gst.SgstPaise,
        IgstPaise = quote.Gst.IgstPaise,
        TotalPaise = quote.TotalPaise,
        TariffEffectiveFrom = quote.Table.EffectiveFrom,
        ExpectedDeliveryFrom = quote.Delivery?.From,
        ExpectedDeliveryTo = quote.Delivery?.To,
        Explanation = words.Explain(quote),
    };
}

/// <summary>The fee of one add-on.</summary>
public sealed record AddOnResponse(string Code, long Paise);

/// <summary>A product that cannot be had, and why, in the caller's language.</summary>
public sealed record UnavailableResponse(string ProductCode, string Reason);
