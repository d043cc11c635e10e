using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Manifests;

namespace SellerPortal.Features.Manifests;

/// <summary>What adding, taking off and closing have in common.</summary>
internal static class OpenManifests
{
    /// <summary>
    /// Takes hold of an open manifest until the transaction ends. Who fills and who closes it change its row first, so
    /// the second waits, and then finds it closed, or another version than it has seen.
    /// </summary>
    /// <param name="database">A context within a transaction.</param>
    /// <param name="id">The manifest.</param>
    /// <param name="seller">Whose it must be.</param>
    /// <param name="seen">The version that was shown; null to take whatever it is.</param>
    /// <param name="now">The present.</param>
    /// <param name="token">Stops the work.</param>
    public static async Task<TakenManifest> TakeOpenAsync(
        this PortalDbContext database, ManifestId id, SellerId seller, Guid? seen, DateTimeOffset now, CancellationToken token)
    {
        var today = ManifestDay.Of(now);
        var version = Guid.CreateVersion7(now);
        var own = database.Manifests.Where(manifest => manifest.Id == id && manifest.SellerId == seller);
        var taken = await own
            .Where(manifest => manifest.ClosedAt == null && manifest.Day >= today && (seen == null || manifest.Version == seen))
            .ExecuteUpdateAsync(set => set.SetProperty(manifest => manifest.Version, version), token);
        if (taken == 1) return TakenManifest.Taken;
        return await own.Select(manifest => (Guid?)manifest.Version).SingleOrDefaultAsync(token) switch
        {
            null => TakenManifest.NoSuchManifest,
            { } present when seen is not null && seen != present => TakenManifest.ChangedMeanwhile,
            _ => TakenManifest.Closed,
        };
    }
}

/// <summary>What came of taking hold of an open manifest.</summary>
internal enum TakenManifest
{
    Taken,

    /// <summary>It is no longer as it was shown.</summary>
    ChangedMeanwhile,

    /// <summary>It is closed, or its day has ended.</summary>
    Closed,

    /// <summary>There is no such one for the seller.</summary>
    NoSuchManifest,
}
