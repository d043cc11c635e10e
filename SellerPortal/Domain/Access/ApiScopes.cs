namespace SellerPortal.Domain.Access;

/// <summary>What a key may be allowed to do. Pincodes, prices, tariffs and public tracking need no key.</summary>
public static class ApiScopes
{
    /// <summary>Register sellers and read how far they are; for partners.</summary>
    public const string Sellers = "sellers";

    /// <summary>Read shipments with their consignees.</summary>
    public const string ShipmentsRead = "shipments:read";

    /// <summary>Book, change, cancel and recall shipments.</summary>
    public const string ShipmentsWrite = "shipments:write";

    /// <summary>Take out labels.</summary>
    public const string Labels = "labels";

    /// <summary>Ask for pickups, move and cancel them.</summary>
    public const string Pickups = "pickups";

    /// <summary>Fill and close manifests.</summary>
    public const string Manifests = "manifests";

    /// <summary>Keep the addresses that are told of what happens.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Send scan events; for systems of the Department.</summary>
    public const string TrackingWrite = "tracking:write";

    /// <summary>What a seller's own system may be given.</summary>
    public static IReadOnlyList<string> OfSellers { get; } = [ShipmentsRead, ShipmentsWrite, Labels, Pickups, Manifests, Webhooks];

    /// <summary>What a partner that acts for the sellers it registered may be given.</summary>
    public static IReadOnlyList<string> OfPartners { get; } = [Sellers, .. OfSellers];

    /// <summary>What a system of the Department may be given.</summary>
    public static IReadOnlyList<string> OfDepartment { get; } = [TrackingWrite];

    /// <summary>All scopes there are.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfPartners, .. OfDepartment];
}
