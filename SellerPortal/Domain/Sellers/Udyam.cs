namespace SellerPortal.Domain.Sellers;

/// <summary>Registration number of a micro, small or medium enterprise: UDYAM, the state's two letters, the district's two digits, seven digits.</summary>
public readonly record struct Udyam
{
    private const string Rest = "-AA-99-9999999";
    private const string Start = "UDYAM";
    private readonly string? value;

    private Udyam(string value) => this.value = value;

    /// <summary>In capitals and with its hyphens.</summary>
    public string Value => value ?? throw new InvalidOperationException("This Udyam number was never parsed.");

    /// <summary>Takes small letters, spaces, and missing hyphens as well.</summary>
    /// <returns>What is wrong, or <see cref="UdyamFault.None"/>.</returns>
    public static UdyamFault Parse(string? text, out Udyam udyam)
    {
        udyam = default;
        var typed = Identifiers.Compact(text).Replace("-", "", StringComparison.Ordinal);
        if (typed.Length == 0) return UdyamFault.Empty;
        if (!typed.StartsWith(Start, StringComparison.Ordinal)) return UdyamFault.NotUdyam;
        if (typed.Length != 16) return UdyamFault.Length;
        var formed = $"{typed[..5]}-{typed[5..7]}-{typed[7..9]}-{typed[9..]}";
        if (!Identifiers.Fits(formed.AsSpan(5), Rest)) return UdyamFault.Form;
        udyam = new Udyam(formed);
        return UdyamFault.None;
    }

    /// <summary>True when the text is a Udyam number.</summary>
    public static bool TryParse(string? text, out Udyam udyam) => Parse(text, out udyam) == UdyamFault.None;

    public override string ToString() => Value;
}

/// <summary>Why a text is no Udyam number.</summary>
public enum UdyamFault
{
    /// <summary>The text is a Udyam number.</summary>
    None,

    /// <summary>Nothing was given.</summary>
    Empty,

    /// <summary>It does not begin with UDYAM.</summary>
    NotUdyam,

    /// <summary>There are too few or too many characters.</summary>
    Length,

    /// <summary>Letters and digits do not stand where they belong.</summary>
    Form,
}
