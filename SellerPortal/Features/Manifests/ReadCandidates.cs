using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>Tells before a manifest is made what can come on it, and why the rest cannot.</summary>
public sealed class ReadCandidates(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <param name="actor">Whose shipments.</param>
    /// <param name="ids">The shipments, or null for all that are on no manifest.</param>
    /// <param name="token">Stops the reading.</param>
    public async Task<Candidates> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId>? ids, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var own = database.Shipments.AsNoTracking().Where(shipment => shipment.SellerId == actor.SellerId);
        var today = ManifestDay.Of(clock.GetUtcNow());
        var open = await database.Manifests.Where(manifest => manifest.SellerId == actor.SellerId && manifest.ClosedAt == null && manifest.Day >= today)
            .OrderByDescending(manifest => manifest.OpenedAt).Select(manifest => new OpenManifest(manifest.Id, manifest.Number)).ToListAsync(token);
        if (ids is null) return new Candidates(await own.OnNoManifest().CountAsync(token), 0, 0, 0, open);
        int free = 0, listed = 0, cancelled = 0, gone = 0;
        foreach (var portion in ids.Distinct().Chunk(Portion))
        {
            var found = await own.Where(shipment => portion.Contains(shipment.Id))
                .Select(shipment => new { shipment.Status, Scanned = shipment.LastScanAt != null, Listed = shipment.ManifestId != null }).ToListAsync(token);
            foreach (var shipment in found)
            {
                if (shipment.Status == ShipmentStatus.Cancelled) cancelled++;
                else if (shipment.Listed) listed++;
                else if (shipment.Status != ShipmentStatus.Booked || shipment.Scanned) gone++;
                else free++;
            }
        }

        return new Candidates(free, listed, cancelled, gone, open);
    }
}

/// <summary>What can come on a manifest.</summary>
/// <param name="Free">Shipments that can.</param>
/// <param name="Listed">Those that are on a manifest already.</param>
/// <param name="Cancelled">Those that are cancelled.</param>
/// <param name="Gone">Those that the post has already.</param>
/// <param name="Open">The seller's open manifests, the newest first.</param>
public sealed record Candidates(int Free, int Listed, int Cancelled, int Gone, IReadOnlyList<OpenManifest> Open);

/// <summary>A manifest that takes more.</summary>
public sealed record OpenManifest(ManifestId Id, string Number);
