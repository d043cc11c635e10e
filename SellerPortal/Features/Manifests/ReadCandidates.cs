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
    /// <param name="actor">Whose shipments.</param>
    /// <param name="ids">The shipments, or null for all that are on no manifest.</param>
    /// <param name="token">Stops the reading.</param>
    public async Task<Candidates> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId>? ids, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var open = await OpenAsync(database, actor, token);
        if (ids is null) return new Candidates(await Own(database, actor).OnNoManifest().CountAsync(token), open);
        var named = ids.Distinct().ToList();
        var leftOut = actor.SellerId is { } seller
            ? await database.LeftOutAsync(seller, named, filled: null, ManifestDay.Of(clock.GetUtcNow()), token)
            : named.ConvertAll(id => new LeftOut(id, ManifestLeftOutReason.Unknown));
        return new Candidates(named.Count - leftOut.Count, open) { LeftOut = leftOut };
    }

    /// <summary>The shipments that were left behind on manifests of earlier days, the oldest first and no more than a manifest holds.</summary>
    public async Task<Candidates> LeftBehindAsync(Actor actor, CancellationToken token)
    {
        await using var database = await databases.CreateDbContextAsync(token);
        var parcels =
            from shipment in Own(database, actor).LeftBehind(database, ManifestDay.Of(clock.GetUtcNow()))
            join manifest in database.Manifests on shipment.ManifestId equals manifest.Id
            orderby shipment.BookedAt, shipment.Id
            select new LeftBehindParcel(shipment.Id, shipment.Article, shipment.Consignee.Name, shipment.Consignee.City, manifest.Id, manifest.Number, manifest.Day);
        var left = await parcels.Take(Manifest.MostParcels).ToListAsync(token);
        return new Candidates(left.Count, await OpenAsync(database, actor, token)) { LeftBehind = left };
    }

    private static IQueryable<Shipment> Own(PortalDbContext database, Actor actor) => database.Shipments.AsNoTracking().Where(shipment => shipment.SellerId == actor.SellerId);

    private Task<List<OpenManifest>> OpenAsync(PortalDbContext database, Actor actor, CancellationToken token)
    {
        var today = ManifestDay.Of(clock.GetUtcNow());
        return database.Manifests.Where(manifest => manifest.SellerId == actor.SellerId && manifest.ClosedAt == null && manifest.Day >= today)
            .OrderByDescending(manifest => manifest.OpenedAt).Select(manifest => new OpenManifest(manifest.Id, manifest.Number)).ToListAsync(token);
    }
}

/// <summary>What can come on a manifest.</summary>
/// <param name="Free">How many shipments can.</param>
/// <param name="Open">The seller's open manifests, the newest first.</param>
public sealed record Candidates(int Free, IReadOnlyList<OpenManifest> Open)
{
    /// <summary>Of those that were named, the ones that cannot.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The ones that can, where those left behind were asked for.</summary>
    public IReadOnlyList<LeftBehindParcel> LeftBehind { get; init; } = [];
}

/// <summary>A shipment that stands on a manifest of an earlier day, and that the post has not scanned.</summary>
public sealed record LeftBehindParcel(ShipmentId Id, string Article, string Receiver, string City, ManifestId ManifestId, string Manifest, DateOnly Day);

/// <summary>A manifest that takes more.</summary>
public sealed record OpenManifest(ManifestId Id, string Number);
