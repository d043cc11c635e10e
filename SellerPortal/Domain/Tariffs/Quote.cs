using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>The price of one product for one article, with all that led to it. Amounts in paise.</summary>
public sealed class Quote
{
    internal Quote(QuoteRequest request, Route route, TariffTable table, TariffColumn column)
    {
        (Request, Route, Table, Column) = (request, route, table, column);
    }

    public QuoteRequest Request { get; }

    public Route Route { get; }

    /// <summary>The table that was in force on the day of posting.</summary>
    public TariffTable Table { get; }

    /// <summary>The zone or distance slab of the table.</summary>
    public TariffColumn Column { get; }

    public ProductCode Product => Table.Product;

    /// <summary>The greater of actual and volumetric weight; for a document the actual weight.</summary>
    public required Weight Chargeable { get; init; }

    /// <summary>The volumetric weight; null without a size, and for a document.</summary>
    public required Weight? Volumetric { get; init; }

    /// <summary>The weight slab and its price.</summary>
    public required TariffPrice Price { get; init; }

    /// <summary>The fees of the add-ons asked for, in the order of <see cref="AddOn"/>.</summary>
    public required IReadOnlyList<AddOnCharge> AddOns { get; init; }

    /// <summary>Postage before add-ons and tax.</summary>
    public required long BasePaise { get; init; }

    /// <summary>Postage and add-ons.</summary>
    public required long TaxablePaise { get; init; }

    public required Gst Gst { get; init; }

    /// <summary>The rate of <see cref="Gst"/> in percent.</summary>
    public required int GstPercent { get; init; }

    /// <summary>What is to be paid.</summary>
    public long TotalPaise => TaxablePaise + Gst.Paise;

    /// <summary>The expected delivery; null when no time norm is loaded.</summary>
    public required ExpectedDelivery? Delivery { get; init; }

    /// <summary>The kilometres of a price by distance, rounded up, because a part of a kilometre counts; null for a price by zone.</summary>
    public required int? Kilometres { get; init; }

    /// <summary>True when the product is for contract customers and the sender has no contract.</summary>
    public bool NeedsContract => Product.IsContractual() && !Request.HasContract;

    /// <summary>The weight slab as it is kept with a booking: <c>1001-1500 g</c>, with further steps <c>4001-5000 g + 3 x 1000 g</c>.</summary>
    public string SlabCode => Price.Steps == 0
        ? FormattableString.Invariant($"{Price.FromGrams}-{Price.UpToGrams} g")
        : FormattableString.Invariant($"{Price.FromGrams}-{Price.UpToGrams} g + {Price.Steps} x {Price.StepGrams} g");

    /// <summary>How the price came about, line by line; made when asked for.</summary>
    public IReadOnlyList<ExplanationLine> Explain() => QuoteExplanation.Of(this);
}

/// <summary>The fee of one add-on.</summary>
public readonly record struct AddOnCharge(AddOn AddOn, long Paise)
{
    public Money Fee => new(Paise);
}

/// <summary>When an article is expected to arrive.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="CountedFrom">The working day from which the days are counted.</param>
/// <param name="Norm">The norm that was applied, before the day for a branch office.</param>
public sealed record ExpectedDelivery(DateOnly From, DateOnly To, DateOnly CountedFrom, DeliveryNormRow Norm);

/// <summary>A product that cannot be quoted, and why.</summary>
/// <param name="Product">The product.</param>
/// <param name="Reason">Why.</param>
/// <param name="Arguments">The values that the reason names: <see cref="Weight"/>, <see cref="DateOnly"/>, <see cref="Money"/>, <see cref="Dimensions"/> or a text.</param>
public sealed record Unavailable(ProductCode Product, UnavailableReason Reason, params IReadOnlyList<object> Arguments);

/// <summary>Why a product cannot be quoted.</summary>
public enum UnavailableReason
{
    /// <summary>No table is in force on the day (0).</summary>
    NoTariff,

    /// <summary>The tariff of the product is not published.</summary>
    NotPublished,

    /// <summary>The tariff is not published from a day (0) to a day (1).</summary>
    NotPublishedBetween,

    /// <summary>Documents only: goods are parcels at every weight.</summary>
    GoodsAreParcels,

    /// <summary>No office of the addressee's pincode (0) delivers.</summary>
    NoDelivery,

    /// <summary>Heavier than the product takes (0).</summary>
    TooHeavy,

    /// <summary>Heavier than a branch office takes (0), and only branch offices deliver there.</summary>
    TooHeavyForBranchOffice,

    /// <summary>The table has no price for so much (0 the chargeable weight).</summary>
    NoPriceForWeight,

    /// <summary>Smaller than the smallest parcel (0).</summary>
    TooSmall,

    /// <summary>A side is longer than allowed (0, a number of centimetres).</summary>
    TooLong,

    /// <summary>Larger than the largest document (0).</summary>
    TooLargeForDocument,

    /// <summary>The fee of an add-on (0, its code) is not loaded for the day (1).</summary>
    NoAddOnFee,

    /// <summary>Insurance was asked for without a declared value.</summary>
    InsuranceNeedsValue,

    /// <summary>The declared value is above what can be insured (0).</summary>
    InsuranceCeiling,

    /// <summary>The product is for senders with a contract.</summary>
    NeedsContract,
}

/// <summary>Every product, either with its price or with the reason why it has none.</summary>
public sealed class QuoteResult
{
    internal QuoteResult(Route route, IReadOnlyList<Quote> quotes, IReadOnlyList<Unavailable> unavailable)
    {
        (Route, Quotes, Unavailable) = (route, quotes, unavailable);
    }

    public Route Route { get; }

    /// <summary>The products with a price, in the order of <see cref="ProductCode"/>.</summary>
    public IReadOnlyList<Quote> Quotes { get; }

    /// <summary>The products without.</summary>
    public IReadOnlyList<Unavailable> Unavailable { get; }

    /// <summary>The lowest price; null when there is nothing to choose from.</summary>
    public Quote? Cheapest => Quotes.Count < 2 ? null : Quotes.MinBy(quote => quote.TotalPaise);

    /// <summary>The earliest delivery, at the lowest price among equals; null when there is nothing to choose from.</summary>
    public Quote? Fastest => Quotes.Count < 2
        ? null
        : Quotes.Where(quote => quote.Delivery is not null).OrderBy(quote => quote.Delivery!.To).ThenBy(quote => quote.Delivery!.From).ThenBy(quote => quote.TotalPaise).FirstOrDefault();

    /// <summary>The quote of one product, or null.</summary>
    public Quote? Find(ProductCode product) => Quotes.FirstOrDefault(quote => quote.Product == product);
}
