using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Shipments;

/// <summary>The order and papers behind a parcel.</summary>
public sealed record OrderReferences
{
    /// <summary>GEMC- and fifteen digits.</summary>
    public string? GemContract { get; init; }

    /// <summary>The seller's own order number, at most 50 characters.</summary>
    public string? Order { get; init; }

    public string? Invoice { get; init; }

    /// <summary>Twelve digits.</summary>
    public string? EwayBill { get; init; }

    /// <summary>An order number as it is compared with others: in capitals and without spaces to spare; null for none.</summary>
    public static string? KeyOf(string? order) => PostalAddressRules.Tidy(order)?.ToUpperInvariant();
}
