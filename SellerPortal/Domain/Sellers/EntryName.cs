using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Sellers;

/// <summary>The name under which a seller keeps an address or a box; unique among the seller's own, whatever its capitals.</summary>
public static class EntryName
{
    /// <summary>The longest name.</summary>
    public const int Longest = 60;

    /// <summary>Checks a name.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="name">With single spaces and none at its ends.</param>
    /// <returns>What is wrong, or null.</returns>
    public static EntryFault? Check(string? text, out string name)
    {
        name = PostalAddressRules.Tidy(text) ?? "";
        if (name.Length == 0) return EntryFault.NameMissing;
        return name.Length > Longest ? EntryFault.NameTooLong : null;
    }

    /// <summary>The form in which two names are compared.</summary>
    public static string KeyOf(string name) => name.ToUpperInvariant();
}
