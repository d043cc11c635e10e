using System.Globalization;

namespace SellerPortal.Domain.Addresses;

/// <summary>
/// A Postal Index Number: six digits, the first 1–9. The first digit is the postal region, the second the
/// sub-region, the third the sorting district, the last three the delivery office.
/// </summary>
public readonly record struct Pincode : IComparable<Pincode>
{
    /// <summary>The lowest number that has the form of a pincode.</summary>
    public const int Lowest = 100_000;

    /// <summary>The highest number that has the form of a pincode.</summary>
    public const int Highest = 999_999;

    private Pincode(int value) => Value = value;

    /// <summary>The six digits as a number, 100000 to 999999.</summary>
    public int Value { get; }

    /// <summary>The first digit, 1 to 9.</summary>
    public int Region => Value / 100_000;

    /// <summary>The first three digits: the sorting district.</summary>
    public int SortingDistrict => Value / 1_000;

    /// <summary>Takes six ASCII digits of which the first is 1–9, and nothing else.</summary>
    /// <returns>What is wrong, or <see cref="PincodeFault.None"/>.</returns>
    public static PincodeFault Parse(ReadOnlySpan<char> text, out Pincode pincode)
    {
        pincode = default;
        if (text.IsEmpty) return PincodeFault.Empty;
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return char.IsDigit(c) ? PincodeFault.OtherDigits : PincodeFault.NotDigits;
            if (text.Length == 6) value = (value * 10) + (c - '0');
        }

        if (text.Length != 6) return PincodeFault.NotSixDigits;
        if (value < Lowest) return PincodeFault.StartsWithZero;
        pincode = new Pincode(value);
        return PincodeFault.None;
    }

    /// <summary>True when <paramref name="text"/> has the form of a pincode.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Pincode pincode) => Parse(text, out pincode) == PincodeFault.None;

    /// <summary>A pincode from a number that is known to have the form of one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 100000–999999.</exception>
    public static Pincode FromNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Lowest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Highest);
        return new Pincode(value);
    }

    /// <inheritdoc/>
    public int CompareTo(Pincode other) => Value.CompareTo(other.Value);

    /// <summary>The six digits.</summary>
    public override string ToString() => Value.ToString("D6", CultureInfo.InvariantCulture);
}

/// <summary>Why a text is not a pincode.</summary>
public enum PincodeFault
{
    /// <summary>The text is a pincode.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>There are characters other than digits.</summary>
    NotDigits,

    /// <summary>The digits are of another script than 0–9.</summary>
    OtherDigits,

    /// <summary>There are fewer or more than six digits.</summary>
    NotSixDigits,

    /// <summary>The first digit is 0; postal regions are 1 to 9.</summary>
    StartsWithZero,

    /// <summary>The form is right, but the directory holds no such pincode.</summary>
    NotInDirectory,
}
