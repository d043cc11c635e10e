using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Manifests;

/// <summary>Takes one shipment off an open manifest.</summary>
public sealed class TakeOffManifest(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <returns>False when the manifest is closed, is not the actor's, or does not hold the shipment.</returns>
    public async Task<bool> ExecuteAsync(Actor actor, ManifestId id, ShipmentId shipmentId, CancellationToken token)
    {
        if (!actor.MayWrite) return false;
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (!await database.TakeOpenAsync(id, actor.SellerId!.Value, clock.GetUtcNow(), token)) return false;
        var taken = await database.Shipments
            .Where(shipment => shipment.Id == shipmentId && shipment.ManifestId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)null), token);
        await transaction.CommitAsync(token);
        return taken == 1;
    }
}
