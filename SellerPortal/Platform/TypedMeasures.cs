using System.Globalization;
using System.Text.RegularExpressions;
using SellerPortal.Domain.Values;

namespace SellerPortal.Platform;

/// <summary>Reads numbers as people type them into forms.</summary>
public static partial class TypedMeasures
{
    private const decimal LongestAmount = 1_000_000_000_000m;

    /// <summary>
    /// A weight in grams: "1250", "1,250 g", "1.25 kg", also with the Hindi units. A fraction without a unit is not
    /// read, because it could be either. A comma groups digits; "1,5 kg" is not read, because one and a
    /// half kilograms must not become fifteen.
    /// </summary>
    /// <returns>Whole grams, rounded up; null when the text is no weight.</returns>
    public static int? Grams(string? text)
    {
        var match = WeightForm().Match(text ?? "");
        if (!match.Success || Decimal(match.Groups["number"].Value) is not { } number) return null;
        var unit = match.Groups["unit"].Value;
        if (unit.Length == 0 && number != decimal.Truncate(number)) return null;
        var grams = unit.StartsWith('k') || unit.StartsWith('K') || unit.StartsWith("कि", StringComparison.Ordinal) ? number * 1000 : number;
        return grams <= int.MaxValue ? (int)decimal.Ceiling(grams) : null;
    }

    /// <summary>A measure in centimetres; null for an empty text, 0 for one that is no number.</summary>
    public static decimal? Centimetres(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Decimal(text.Replace("cm", "", StringComparison.OrdinalIgnoreCase)) ?? 0;
    }

    /// <summary>An amount in whole rupees; null for an empty text, 0 for one that is no such amount.</summary>
    public static int? Rupees(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var amount = Decimal(text.Replace("₹", "", StringComparison.Ordinal));
        return amount is { } rupees && rupees == decimal.Truncate(rupees) && rupees <= int.MaxValue ? (int)rupees : 0;
    }

    /// <summary>An amount in rupees with at most two decimals and perhaps a sign: "50,000", "₹94.50", "-250"; null when the text is no amount.</summary>
    public static Money? Amount(string? text)
    {
        text = (text ?? "").Replace("₹", "", StringComparison.Ordinal).Trim();
        var isNegative = text.StartsWith('-') || text.StartsWith('−');
        if (Decimal(isNegative ? text[1..] : text) is not { } rupees || rupees > LongestAmount || rupees * 100 != decimal.Truncate(rupees * 100)) return null;
        return Money.FromRupees(isNegative ? -rupees : rupees);
    }

    /// <summary>A number whose commas stand where Indian or international grouping puts them: 1,200; 1,18,420; 118,420.</summary>
    private static decimal? Decimal(string text)
    {
        text = text.Trim();
        if (text.Contains(',', StringComparison.Ordinal) && !GroupedForm().IsMatch(text)) return null;
        return decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }

    [GeneratedRegex(@"^[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}(\.[0-9]*)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex GroupedForm();

    [GeneratedRegex(
        @"^\s*(?<number>[0-9][0-9,]*(\.[0-9]{1,3})?|\.[0-9]{1,3})\s*(?<unit>kilograms?|kilos?|kgs?|grams?|gms?|g|किलोग्राम|किलो|किग्रा|ग्राम|ग्रा)?\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100)]
    private static partial Regex WeightForm();
}
