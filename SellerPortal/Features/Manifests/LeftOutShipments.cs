using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>Tells why shipments do not come on a manifest.</summary>
internal static class LeftOutShipments
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>The named shipments that cannot come on a manifest, in their order.</summary>
    /// <param name="database">Where they stand.</param>
    /// <param name="seller">Whose they must be.</param>
    /// <param name="ids">The shipments.</param>
    /// <param name="filled">The manifest after it was filled: what is on it is not left out, and what could be found no room; null before.</param>
    /// <param name="today">See <see cref="ManifestDay"/>.</param>
    /// <param name="token">Stops the reading.</param>
    public static async Task<List<LeftOut>> LeftOutAsync(
        this PortalDbContext database, SellerId seller, IEnumerable<ShipmentId> ids, ManifestId? filled, DateOnly today, CancellationToken token)
    {
        var leftOut = new List<LeftOut>();
        foreach (var portion in ids.Distinct().Chunk(Portion))
        {
            var found = await database.Shipments.Where(shipment => shipment.SellerId == seller && portion.Contains(shipment.Id))
                .Select(shipment => new
                {
                    shipment.Id,
                    shipment.Status,
                    shipment.ManifestId,
                    TakenOver = shipment.LastScanAt != null || shipment.FetchedAt != null,
                    IsReturn = shipment.ReturnOf != null,
                    WasLeftBehind = database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt != null && manifest.Day < today),
                })
                .ToDictionaryAsync(shipment => shipment.Id, token);
            foreach (var id in portion)
            {
                ManifestLeftOutReason? why = found.GetValueOrDefault(id) switch
                {
                    null => ManifestLeftOutReason.Unknown,
                    { Status: ShipmentStatus.Cancelled } => ManifestLeftOutReason.Cancelled,
                    { ManifestId: { } on } when on == filled => null,
                    { ManifestId: not null, WasLeftBehind: false } => ManifestLeftOutReason.Listed,
                    { IsReturn: true } => ManifestLeftOutReason.Return,
                    { Status: not ShipmentStatus.Booked } or { TakenOver: true } => ManifestLeftOutReason.WithThePost,
                    _ => filled is null ? null : ManifestLeftOutReason.Full,
                };
                if (why is { } reason) leftOut.Add(new LeftOut(id, reason));
            }
        }

        return leftOut;
    }
}

/// <summary>A shipment that does not come on a manifest.</summary>
public sealed record LeftOut(ShipmentId Id, ManifestLeftOutReason Why);

/// <summary>Why a shipment does not come on a manifest.</summary>
public enum ManifestLeftOutReason
{
    /// <summary>The seller has no such shipment.</summary>
    Unknown,

    /// <summary>It stands on another manifest that is open, or of today.</summary>
    Listed,
    Cancelled,

    /// <summary>The post has it already.</summary>
    WithThePost,

    /// <summary>It comes back to the seller; the consignee hands it over.</summary>
    Return,

    /// <summary>The manifest holds as many parcels as it can.</summary>
    Full,
}
