namespace SellerPortal.Domain.Sellers;

/// <summary>Permanent Account Number of the income tax: five letters, four digits, one letter; the fourth says what the holder is.</summary>
public readonly record struct Pan
{
    /// <summary>Its length in characters.</summary>
    public const int Length = 10;

    /// <summary>The fourth letter: association, body of individuals, company, firm, government, Hindu undivided family and so on.</summary>
    private const string Holders = "ABCFGHJLPT";

    private readonly string? value;

    private Pan(string value) => this.value = value;

    /// <summary>The ten characters in capitals.</summary>
    public string Value => value ?? throw new InvalidOperationException("This PAN was never parsed.");

    /// <summary>Takes small letters and spaces as well.</summary>
    /// <returns>What is wrong, or <see cref="PanFault.None"/>.</returns>
    public static PanFault Parse(string? text, out Pan pan)
    {
        pan = default;
        var typed = Identifiers.Compact(text);
        if (typed.Length == 0) return PanFault.Empty;
        if (typed.Any(c => !char.IsAsciiLetterOrDigit(c))) return PanFault.OtherCharacters;
        if (typed.Length != Length) return PanFault.NotTen;
        if (!Identifiers.Fits(typed, "AAAAA9999A")) return PanFault.Form;
        if (!Holders.Contains(typed[3], StringComparison.Ordinal)) return PanFault.Holder;
        pan = new Pan(typed);
        return PanFault.None;
    }

    /// <summary>True when the text is a PAN.</summary>
    public static bool TryParse(string? text, out Pan pan) => Parse(text, out pan) == PanFault.None;

    public override string ToString() => Value;
}

/// <summary>Why a text is no PAN.</summary>
public enum PanFault
{
    /// <summary>The text is a PAN.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>There is something other than the letters A–Z and the digits 0–9.</summary>
    OtherCharacters,

    /// <summary>There are fewer or more than ten characters.</summary>
    NotTen,

    /// <summary>Letters and digits do not stand where they belong.</summary>
    Form,

    /// <summary>The fourth letter names no kind of holder.</summary>
    Holder,
}
