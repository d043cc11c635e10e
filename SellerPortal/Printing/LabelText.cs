using System.Globalization;
using SellerPortal.Domain.Values;

namespace SellerPortal.Printing;

/// <summary>Facts as they are written on a label, in English and in Indian units.</summary>
internal static class LabelText
{
    /// <summary>Digits are grouped 1,18,420.</summary>
    private static readonly NumberFormatInfo Indian = new() { NumberGroupSizes = [3, 2] };

    /// <summary>Grams below ten kilograms, which is how a scale reads; from there kilograms.</summary>
    public static string Of(Weight weight) => weight.Grams < 10_000
        ? $"{weight.Grams.ToString("N0", Indian)} g"
        : $"{(weight.Grams / 1000m).ToString("0.###", CultureInfo.InvariantCulture)} kg";

    /// <summary>Centimetres, with a decimal only where there is one.</summary>
    public static string Of(Dimensions size) => $"{Centimetres(size.LengthMm)}×{Centimetres(size.BreadthMm)}×{Centimetres(size.HeightMm)} cm";

    /// <summary>Rupees; paise only where there are some.</summary>
    public static string Of(Money amount) => "₹" + amount.Rupees.ToString(amount.Paise % 100 == 0 ? "N0" : "N2", Indian);

    /// <summary>Day and minute in Indian time.</summary>
    public static string Of(DateTimeOffset time) => time.ToOffset(IndianTime.Offset).ToString("dd MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A mobile number in two halves, as it is read aloud.</summary>
    public static string Mobile(string digits) => digits.Length == 10 ? $"{digits[..5]} {digits[5..]}" : digits;

    private static string Centimetres(int millimetres) => (millimetres / 10m).ToString("0.#", CultureInfo.InvariantCulture);
}
