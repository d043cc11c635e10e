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
    /// the second waits, and then finds it closed.
    /// </summary>
    /// <returns>False when it does not exist for the seller, or is closed, or its day has ended.</returns>
    public static async Task<bool> TakeOpenAsync(this PortalDbContext database, ManifestId id, SellerId seller, DateTimeOffset now, CancellationToken token)
    {
        var today = ManifestDay.Of(now);
        var version = Guid.CreateVersion7(now);
        return await database.Manifests
            .Where(manifest => manifest.Id == id && manifest.SellerId == seller && manifest.ClosedAt == null && manifest.Day >= today)
            .ExecuteUpdateAsync(set => set.SetProperty(manifest => manifest.Version, version), token) == 1;
    }
}
