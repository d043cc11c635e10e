using SellerPortal.Domain.Addresses;

namespace SellerPortal.Features.Quotes;

/// <summary>What is to be priced, as it was given; <see cref="GetQuotes"/> checks it.</summary>
public sealed record QuoteInput
{
    public string? FromPincode { get; init; }

    public string? ToPincode { get; init; }

    /// <summary>The weight on the scale, in grams.</summary>
    public long? WeightGrams { get; init; }

    /// <summary>The sides in centimetres, with at most one decimal; all three or none.</summary>
    public decimal? LengthCm { get; init; }

    public decimal? BreadthCm { get; init; }

    public decimal? HeightCm { get; init; }

    /// <summary>The day of posting as yyyy-MM-dd; today in India when it is empty.</summary>
    public string? Date { get; init; }

    /// <summary>The codes of the add-ons.</summary>
    public IReadOnlyList<string?>? AddOns { get; init; }

    /// <summary>What the goods are worth, in rupees.</summary>
    public long? DeclaredValueRupees { get; init; }

    /// <summary>Parcel or Document; a parcel when it is empty.</summary>
    public string? Kind { get; init; }
}

/// <summary>A field of <see cref="QuoteInput"/>.</summary>
public enum QuoteField
{
    FromPincode,
    ToPincode,
    WeightGrams,
    LengthCm,
    BreadthCm,
    HeightCm,
    Date,
    AddOns,
    DeclaredValueRupees,
    Kind,
}

/// <summary>What is wrong with a field.</summary>
public enum QuoteFault
{
    /// <summary>It is no pincode of the directory; the <see cref="PincodeFault"/> says why.</summary>
    Pincode,

    WeightMissing,

    /// <summary>The text is no weight.</summary>
    WeightNotNumber,

    WeightNotPositive,

    /// <summary>Above <see cref="GetQuotes.MostGrams"/>.</summary>
    WeightTooLarge,

    /// <summary>The side is missing while another is given.</summary>
    SizeIncomplete,

    /// <summary>The side is not positive, longer than <see cref="GetQuotes.LongestSideCm"/> or finer than a millimetre.</summary>
    SizeInvalid,

    /// <summary>Not yyyy-MM-dd, or outside the years 2000 to 2100.</summary>
    DateInvalid,

    AddOnUnknown,

    /// <summary>The text is no amount of whole rupees.</summary>
    ValueNotNumber,

    ValueNegative,

    /// <summary>Above <see cref="GetQuotes.MostRupees"/>.</summary>
    ValueTooLarge,

    KindUnknown,
}

/// <summary>One thing wrong with one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Pincode">Why it is no pincode.</param>
/// <param name="Index">The place in a list, from 0; null for a field that is no list.</param>
public readonly record struct QuoteFieldFault(QuoteField Field, QuoteFault Fault, PincodeFault Pincode = PincodeFault.None, int? Index = null);
