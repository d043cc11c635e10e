using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Manifests;

/// <summary>Takes one shipment off an open manifest.</summary>
public sealed class TakeOffManifest(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>Takes it off; it is on no manifest then.</summary>
    public async Task<TakeOffResult> ExecuteAsync(Actor actor, ManifestId id, ShipmentId shipmentId, CancellationToken token)
    {
        if (!actor.MayWrite) return TakeOffResult.NotAllowed;
        var seller = actor.SellerId!.Value;
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (!await database.TakeOpenAsync(id, seller, clock.GetUtcNow(), token))
        {
            return await database.Manifests.AnyAsync(manifest => manifest.Id == id && manifest.SellerId == seller, token) ? TakeOffResult.Closed : TakeOffResult.NoSuchManifest;
        }

        var taken = await database.Shipments
            .Where(shipment => shipment.Id == shipmentId && shipment.ManifestId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)null), token);
        if (taken == 0) return TakeOffResult.NotOnIt;
        await transaction.CommitAsync(token);
        return TakeOffResult.TakenOff;
    }
}

/// <summary>What came of taking a shipment off.</summary>
public enum TakeOffResult
{
    TakenOff,

    /// <summary>The manifest does not hold the shipment.</summary>
    NotOnIt,
    Closed,
    NoSuchManifest,

    /// <summary>The account may only look.</summary>
    NotAllowed,
}
