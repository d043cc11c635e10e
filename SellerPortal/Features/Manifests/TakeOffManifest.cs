using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Manifests;

/// <summary>Takes one shipment off an open manifest.</summary>
public sealed class TakeOffManifest(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>Takes it off; it is on no manifest then.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="id">The manifest.</param>
    /// <param name="shipmentId">The parcel.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that was shown; null to take it off whatever it is.</param>
    public async Task<TakeOffResult> ExecuteAsync(Actor actor, ManifestId id, ShipmentId shipmentId, CancellationToken token, Guid? seen = null)
    {
        if (!actor.MayWrite) return TakeOffResult.NotAllowed;
        var seller = actor.SellerId!.Value;
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        switch (await database.TakeOpenAsync(id, seller, seen, clock.GetUtcNow(), token))
        {
            case TakenManifest.ChangedMeanwhile:
                return TakeOffResult.ChangedMeanwhile;
            case TakenManifest.Closed:
                return TakeOffResult.Closed;
            case TakenManifest.NoSuchManifest:
                return TakeOffResult.NoSuchManifest;
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

    /// <summary>The manifest is no longer as it was shown.</summary>
    ChangedMeanwhile,
    NoSuchManifest,

    /// <summary>The account may only look.</summary>
    NotAllowed,
}
