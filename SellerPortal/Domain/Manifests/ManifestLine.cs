using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Domain.Manifests;

/// <summary>One parcel as it stands on a manifest. Of a closed manifest it is kept, whatever becomes of the shipment.</summary>
public sealed class ManifestLine
{
    public required ManifestId ManifestId { get; init; }

    /// <summary>From 1, in the order of booking.</summary>
    public required int Position { get; init; }

    public required ShipmentId ShipmentId { get; init; }

    /// <summary>Thirteen characters without spaces.</summary>
    public required string Article { get; init; }

    public required ProductCode Product { get; init; }

    /// <summary>The addressee's name.</summary>
    public required string Receiver { get; init; }

    public required string City { get; init; }

    public required Pincode Pincode { get; init; }

    /// <summary>The weight on the scale, in grams.</summary>
    public required int Grams { get; init; }
}
