namespace SellerPortal.Domain.Sellers;

/// <summary>The contract between buyer and seller on GeM: GEMC, a hyphen, fifteen digits.</summary>
public readonly record struct GemContractNumber
{
    private const string Start = "GEMC";
    private const int Digits = 15;
    private readonly string? value;

    private GemContractNumber(string value) => this.value = value;

    /// <summary>In capitals and with its hyphen.</summary>
    public string Value => value ?? throw new InvalidOperationException("This GeM contract number was never parsed.");

    /// <summary>Takes small letters, spaces and a missing hyphen as well.</summary>
    /// <returns>What is wrong, or <see cref="GemContractFault.None"/>.</returns>
    public static GemContractFault Parse(string? text, out GemContractNumber number)
    {
        number = default;
        var typed = Identifiers.Compact(text);
        if (typed.Length == 0) return GemContractFault.Empty;
        if (!typed.StartsWith(Start, StringComparison.Ordinal)) return GemContractFault.NotGemc;
        var digits = typed.AsSpan(Start.Length);
        if (digits is ['-', ..]) digits = digits[1..];
        if (digits.ContainsAnyExceptInRange('0', '9')) return GemContractFault.NotDigits;
        if (digits.Length != Digits) return GemContractFault.NotFifteenDigits;
        number = new GemContractNumber($"{Start}-{digits}");
        return GemContractFault.None;
    }

    /// <summary>True when the text is a GeM contract number.</summary>
    public static bool TryParse(string? text, out GemContractNumber number) => Parse(text, out number) == GemContractFault.None;

    public override string ToString() => Value;
}

/// <summary>Why a text is no GeM contract number.</summary>
public enum GemContractFault
{
    /// <summary>The text is a GeM contract number.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>It does not begin with GEMC.</summary>
    NotGemc,

    /// <summary>After GEMC there are characters other than the digits 0–9.</summary>
    NotDigits,

    /// <summary>There are fewer or more than fifteen digits.</summary>
    NotFifteenDigits,
}
