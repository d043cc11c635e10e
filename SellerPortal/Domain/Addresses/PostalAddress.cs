namespace SellerPortal.Domain.Addresses;

/// <summary>
/// Where an article comes from or goes to, within the limits of India Post's booking interface: name, company, city
/// 3–80 characters, at most three lines of at least 3 characters and 240 in all. Any Indian script is allowed.
/// </summary>
public sealed record PostalAddress
{
    /// <summary>The longest name, company or city.</summary>
    public const int LongestName = 80;

    /// <summary>The most characters the three lines may have together.</summary>
    public const int LongestLines = 240;

    /// <summary>The shortest name, city or line that is printed; a shorter line is left out.</summary>
    public const int Shortest = 3;

    /// <summary>The person or the designation.</summary>
    public required string Name { get; init; }

    /// <summary>The organisation, if any.</summary>
    public string? Company { get; init; }

    public required string Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Line3 { get; init; }

    public required string City { get; init; }

    public required string State { get; init; }

    public required Pincode Pincode { get; init; }

    /// <summary>Ten digits, the first 6–9.</summary>
    public required string Mobile { get; init; }
}
