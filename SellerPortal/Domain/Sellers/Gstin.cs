using System.Globalization;

namespace SellerPortal.Domain.Sellers;

/// <summary>
/// Goods and Services Tax Identification Number: two digits for the state, the PAN, an entity code, a Z and a check
/// character that finds every single wrong character.
/// </summary>
public readonly record struct Gstin
{
    /// <summary>Its length in characters.</summary>
    public const int Length = 15;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private readonly string? value;

    private Gstin(string value) => this.value = value;

    /// <summary>The fifteen characters in capitals.</summary>
    public string Value => value ?? throw new InvalidOperationException("This GSTIN was never parsed.");

    /// <summary>The state's number in the tax system.</summary>
    public int StateCode => int.Parse(Value.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The Permanent Account Number inside.</summary>
    public string Pan => Value[2..12];

    /// <summary>Takes small letters and spaces as well.</summary>
    /// <returns>What is wrong, or <see cref="GstinFault.None"/>.</returns>
    public static GstinFault Parse(string? text, out Gstin gstin)
    {
        gstin = default;
        var typed = Identifiers.Compact(text);
        if (typed.Length == 0) return GstinFault.Empty;
        if (typed.Any(c => !char.IsAsciiLetterOrDigit(c))) return GstinFault.OtherCharacters;
        if (typed.Length != Length) return GstinFault.NotFifteen;
        if (!Identifiers.Fits(typed.AsSpan(0, 2), "99")) return GstinFault.StateCode;
        if (!Identifiers.Fits(typed.AsSpan(2, 10), "AAAAA9999A")) return GstinFault.PanPart;
        if (typed[12] == '0') return GstinFault.EntityCode;
        if (typed[13] != 'Z') return GstinFault.NoZ;
        if (typed[14] != CheckCharacter(typed[..14])) return GstinFault.CheckCharacter;
        gstin = new Gstin(typed);
        return GstinFault.None;
    }

    /// <summary>True when the text is a GSTIN.</summary>
    public static bool TryParse(string? text, out Gstin gstin) => Parse(text, out gstin) == GstinFault.None;

    /// <summary>The last character that belongs to the first fourteen.</summary>
    public static char CheckCharacter(string fourteen)
    {
        var sum = 0;
        for (var i = 0; i < fourteen.Length; i++)
        {
            var product = Alphabet.IndexOf(fourteen[i], StringComparison.Ordinal) * (1 + (i % 2));
            sum += (product / 36) + (product % 36);
        }

        return Alphabet[(36 - (sum % 36)) % 36];
    }

    public override string ToString() => Value;
}

/// <summary>Why a text is no GSTIN.</summary>
public enum GstinFault
{
    /// <summary>The text is a GSTIN.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>There is something other than the letters A–Z and the digits 0–9.</summary>
    OtherCharacters,

    /// <summary>There are fewer or more than fifteen characters.</summary>
    NotFifteen,

    /// <summary>The first two characters are not digits.</summary>
    StateCode,

    /// <summary>Characters 3 to 12 have not the form of a PAN.</summary>
    PanPart,

    /// <summary>Character 13 is 0.</summary>
    EntityCode,

    /// <summary>Character 14 is not Z.</summary>
    NoZ,

    /// <summary>The last character does not fit the others: one of them is mistyped.</summary>
    CheckCharacter,
}
