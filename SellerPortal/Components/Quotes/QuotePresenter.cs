using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Components.Quotes;

/// <summary>Puts prices into the reader's language: names, zones, slabs, how a price came about, and why there is none.</summary>
public sealed partial class QuotePresenter(IStringLocalizer<QuoteTexts> texts)
{
    /// <summary>The name of a product.</summary>
    public string Product(ProductCode product) => PostWords.Product(product);

    /// <summary>By air or by surface.</summary>
    public string Mode(ProductCode product) => texts[$"Mode{product.Mode()}"];

    /// <summary>The name of an add-on.</summary>
    public string AddOn(AddOn addOn) => texts[$"AddOn{addOn}"];

    /// <summary>The zone or distance slab that was applied.</summary>
    public string Zone(Quote quote) => Zone(quote.Column.Code);

    /// <summary>The zone or distance slab kept with a booking, by the code of its column.</summary>
    public string Zone(string columnCode)
    {
        TariffColumn column;
        try
        {
            column = TariffColumn.Parse(columnCode);
        }
        catch (TariffFaultException)
        {
            return columnCode;
        }

        if (column.Zone is { } zone) return texts[$"Zone{zone}"];
        if (column.UpToKm == int.MaxValue) return texts["DistanceAbove", IndianFormat.Number(column.FromKm - 1)];
        return column.FromKm == 0
            ? texts["DistanceUpTo", IndianFormat.Number(column.UpToKm)]
            : texts["DistanceBetween", IndianFormat.Number(column.FromKm), IndianFormat.Number(column.UpToKm)];
    }

    /// <summary>The weight slab that was applied.</summary>
    public string Slab(Quote quote) => Slab(quote.SlabCode);

    /// <summary>The weight slab kept with a booking, such as <c>4001-5000 g + 3 x 1000 g</c>, for people: 4,001–5,000 g + 3 × 1,000 g.</summary>
    public string Slab(string slabCode) => WholeNumber()
        .Replace(slabCode, match => IndianFormat.Number(long.Parse(match.ValueSpan, CultureInfo.InvariantCulture)))
        .Replace("-", "–", StringComparison.Ordinal)
        .Replace(" x ", " × ", StringComparison.Ordinal);

    /// <summary>Why a product has no price.</summary>
    public string Reason(Unavailable unavailable) => texts[$"Why{unavailable.Reason}", Words(unavailable.Arguments)];

    /// <summary>How a price came about, a sentence a line.</summary>
    public IReadOnlyList<string> Explain(Quote quote) =>
        [.. quote.Explain().Select(line => texts[$"Line{line.Code}", Words(line.Arguments)].Value)];

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex WholeNumber();

    private object[] Words(IReadOnlyList<object> values) => [.. values.Select(Word)];

    private string Word(object value) => value switch
    {
        Weight weight => IndianFormat.Grams(weight),
        Money money => IndianFormat.Money(money),
        DateOnly day => IndianFormat.DateWithYear(day),
        Dimensions size => texts["Size", Centimetres(size.LengthMm), Centimetres(size.BreadthMm), Centimetres(size.HeightMm)],
        TariffColumn column => Zone(column.Code),
        AddOn addOn => AddOn(addOn),
        DeliveryRoute route => texts[$"Route{route}"],
        Pincode pincode => pincode.ToString(),
        int number => IndianFormat.Number(number),
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Centimetres(int millimetres) => (millimetres / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
