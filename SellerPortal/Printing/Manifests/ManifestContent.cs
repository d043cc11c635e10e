using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Manifests;

namespace SellerPortal.Printing.Manifests;

/// <summary>Everything that stands on a printed manifest.</summary>
public sealed record ManifestContent
{
    /// <summary>See <see cref="ManifestNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>The name the seller is registered under.</summary>
    public required string Seller { get; init; }

    /// <summary>Where most of the parcels were sent from.</summary>
    public required PostalAddress Address { get; init; }

    /// <summary>From how many places they were sent; the paper says so when there are several.</summary>
    public int Places { get; init; } = 1;

    /// <summary>The ten-digit DoP customer id.</summary>
    public string? CustomerId { get; init; }

    public string? ContractNumber { get; init; }

    /// <summary>Printed in Indian time, whatever its offset.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null while the manifest is open; the paper then says so.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>True for a manifest of the test mode; the paper says so.</summary>
    public bool IsTest { get; init; }

    public required IReadOnlyList<ManifestLine> Lines { get; init; }
}
