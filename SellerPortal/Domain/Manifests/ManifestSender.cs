using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Manifests;

/// <summary>Who hands a manifest over, as its paper says. Of a closed manifest it is kept, whatever becomes of the seller's name, contract and locations.</summary>
public sealed class ManifestSender
{
    public required ManifestId ManifestId { get; init; }

    /// <summary>The name the seller is registered under.</summary>
    public required string Name { get; init; }

    /// <summary>Where most of the parcels were sent from.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>From how many places the parcels were sent; 1 at least.</summary>
    public required int Places { get; init; }

    /// <summary>The ten-digit DoP customer id.</summary>
    public string? CustomerId { get; init; }

    public string? ContractNumber { get; init; }
}
