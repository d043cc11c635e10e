namespace SellerPortal.Domain.Addresses;

/// <summary>An Indian mobile number: ten digits, the first 6–9, as the booking interface of India Post wants it.</summary>
public readonly record struct MobileNumber
{
    /// <summary>Its length in digits.</summary>
    public const int Length = 10;

    private readonly string? value;

    private MobileNumber(string value) => this.value = value;

    /// <summary>The ten digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("This mobile number was never parsed.");

    /// <summary>Takes spaces, hyphens, the country code (+91, 0091, 91) and a leading 0 as well.</summary>
    /// <returns>What is wrong, or <see cref="MobileFault.None"/>.</returns>
    public static MobileFault Parse(string? text, out MobileNumber number)
    {
        number = default;
        var typed = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.'))]);
        if (typed.Length == 0) return MobileFault.Empty;
        var plus = typed[0] == '+';
        var digits = plus ? typed[1..] : typed;
        if (digits.Any(c => !char.IsAsciiDigit(c))) return digits.All(char.IsDigit) ? MobileFault.OtherDigits : MobileFault.NotDigits;
        if (plus && digits.Length > 2 && !digits.StartsWith("91", StringComparison.Ordinal)) return MobileFault.OtherCountry;
        digits = digits.Length switch
        {
            14 when digits.StartsWith("0091", StringComparison.Ordinal) => digits[4..],
            12 when digits.StartsWith("91", StringComparison.Ordinal) => digits[2..],
            11 when digits[0] == '0' => digits[1..],
            _ => digits,
        };
        if (digits.Length != Length || (plus && typed.Length != 13)) return MobileFault.NotTenDigits;
        if (digits[0] < '6') return MobileFault.NotMobile;
        number = new MobileNumber(digits);
        return MobileFault.None;
    }

    /// <summary>True when the text is a mobile number.</summary>
    public static bool TryParse(string? text, out MobileNumber number) => Parse(text, out number) == MobileFault.None;

    public override string ToString() => Value;
}

/// <summary>Why a text is no mobile number.</summary>
public enum MobileFault
{
    /// <summary>The text is a mobile number.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>There are characters other than digits.</summary>
    NotDigits,

    /// <summary>The digits are of another script than 0–9.</summary>
    OtherDigits,

    /// <summary>The country code is not India's, +91.</summary>
    OtherCountry,

    /// <summary>Without the country code there are fewer or more than ten digits.</summary>
    NotTenDigits,

    /// <summary>The first digit is 0–5; mobile numbers begin with 6–9.</summary>
    NotMobile,
}
