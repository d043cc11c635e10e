using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Manifests;

/// <summary>Closes manifests: their lines and their sender are written down and never change again.</summary>
public sealed class CloseManifest(IDbContextFactory<PortalDbContext> databases, IBulkWriter writer, TimeProvider clock)
{
    /// <summary>Closes a manifest by hand.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="id">The manifest.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="seen">The version that was shown; null to close whatever it is.</param>
    public async Task<CloseResult> ExecuteAsync(Actor actor, ManifestId id, CancellationToken token, Guid? seen = null)
    {
        if (!actor.MayWrite) return CloseResult.NotAllowed;
        await using var database = await databases.CreateDbContextAsync(token);
        var own = await database.Manifests.Where(manifest => manifest.Id == id && manifest.SellerId == actor.SellerId)
            .Select(manifest => new { manifest.ClosedAt, manifest.Version }).SingleOrDefaultAsync(token);
        if (own is null) return CloseResult.NoSuchManifest;
        if (seen is not null && seen != own.Version) return CloseResult.ChangedMeanwhile;
        if (!await database.Shipments.AnyAsync(shipment => shipment.ManifestId == id && shipment.Status != ShipmentStatus.Cancelled, token) && own.ClosedAt is null) return CloseResult.Empty;
        if (await CloseAsync(database, id, actor.UserId, seen, token)) return CloseResult.Closed;
        return seen is not null && own.ClosedAt is null ? CloseResult.ChangedMeanwhile : CloseResult.WasClosed;
    }

    /// <summary>Closes every manifest whose day has ended, however long ago. May run twice, and on several nodes at once.</summary>
    /// <returns>How many were closed by this call.</returns>
    public async Task<int> CloseEndedDaysAsync(CancellationToken token)
    {
        var today = ManifestDay.Of(clock.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(token);
        var due = await database.Manifests.Where(manifest => manifest.ClosedAt == null && manifest.Day < today)
            .OrderBy(manifest => manifest.Day).Select(manifest => manifest.Id).ToListAsync(token);
        var closed = 0;
        foreach (var id in due)
        {
            if (await CloseAsync(database, id, by: null, seen: null, token)) closed++;
        }

        return closed;
    }

    private async Task<bool> CloseAsync(PortalDbContext database, ManifestId id, Guid? by, Guid? seen, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var mine = database.Manifests.Where(manifest => manifest.Id == id);
        var taken = await mine.Where(manifest => manifest.ClosedAt == null && (seen == null || manifest.Version == seen)).ExecuteUpdateAsync(
            set => set.SetProperty(manifest => manifest.ClosedAt, now).SetProperty(manifest => manifest.ClosedBy, by).SetProperty(manifest => manifest.Version, Guid.CreateVersion7(now)),
            token);
        if (taken == 0) return false;
        await database.Shipments.Where(shipment => shipment.ManifestId == id && shipment.Status == ShipmentStatus.Cancelled)
            .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)null), token);
        var lines = await database.OpenLinesAsync(id, token);
        await writer.InsertAsync(database, lines, token);
        var seller = await mine.Select(manifest => manifest.SellerId).SingleAsync(token);
        database.ManifestSenders.Add(await database.OpenSenderAsync(id, seller, token));
        await database.SaveChangesAsync(token);
        var grams = lines.Sum(line => (long)line.Grams);
        await mine.ExecuteUpdateAsync(set => set.SetProperty(manifest => manifest.Parcels, lines.Count).SetProperty(manifest => manifest.Grams, grams), token);
        await transaction.CommitAsync(token);
        return true;
    }
}

/// <summary>What came of closing a manifest.</summary>
public enum CloseResult
{
    Closed,

    /// <summary>Somebody else, or the end of the day, was quicker.</summary>
    WasClosed,

    /// <summary>It is no longer as it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>There is nothing on it.</summary>
    Empty,
    NoSuchManifest,

    /// <summary>The account may only look.</summary>
    NotAllowed,
}
