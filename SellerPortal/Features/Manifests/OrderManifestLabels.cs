using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>Orders the labels of a manifest's parcels, in the order of its lines.</summary>
public sealed class OrderManifestLabels(IDbContextFactory<PortalDbContext> databases, WorkSignal signal, TimeProvider clock)
{
    /// <returns>The id of the file of labels; null when the manifest is another seller's, or empty.</returns>
    public async Task<Guid?> ExecuteAsync(Actor actor, ManifestId id, CancellationToken token)
    {
        if (!actor.MayWrite) return null;
        await using var database = await databases.CreateDbContextAsync(token);
        var own = await database.Manifests.Where(manifest => manifest.Id == id && manifest.SellerId == actor.SellerId)
            .Select(manifest => new { manifest.ClosedAt }).SingleOrDefaultAsync(token);
        if (own is null) return null;
        var lines = await database.LinesAsync(id, own.ClosedAt is not null, 0, Manifest.MostParcels, token);
        if (lines.Count == 0) return null;
        var file = await database.OrderLabelsAsync(actor, lines.ConvertAll(line => line.ShipmentId), paper: null, clock.GetUtcNow(), token);
        signal.Pulse();
        return file;
    }
}
