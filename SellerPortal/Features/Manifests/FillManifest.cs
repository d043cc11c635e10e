using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Manifests;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Manifests;

/// <summary>Puts shipments on a manifest, on a new one or on one that is open.</summary>
public sealed class FillManifest(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>How often a number is tried that somebody else took at the same moment.</summary>
    private const int MostAttempts = 10;

    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>
    /// Adds what can be added: booked, not yet seen in the post, on no other manifest or left behind on one of an earlier
    /// day, whose lines stay as they are. The others are left out.
    /// </summary>
    /// <param name="actor">Who adds.</param>
    /// <param name="into">An open manifest, or null for a new one.</param>
    /// <param name="ids">The shipments, or null for all that are on none, the oldest first.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="asNew">The id of a new manifest, so that a repeated call finds it again.</param>
    /// <param name="seen">The version of the open manifest that was shown; null to fill whatever it is.</param>
    public async Task<FillResult> ExecuteAsync(
        Actor actor, ManifestId? into, IReadOnlyCollection<ShipmentId>? ids, CancellationToken token, ManifestId? asNew = null, Guid? seen = null)
    {
        if (!actor.MayWrite) return new FillResult.Refused(FillRefusal.NotAllowed);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, into, ids, asNew, seen, token);
            }
            catch (DbUpdateException fault) when (into is null && fault.InnerException is DbException && attempt < MostAttempts)
            {
                // Another window took the number of the day, and has committed it: the next one is free.
            }
            catch (Exception fault) when (fault.IsTransientOfDatabase() && attempt < MostAttempts)
            {
                // Two manifests asked for the same shipments crosswise; the database let the other one go first.
            }
        }
    }

    private async Task<FillResult> TryAsync(Actor actor, ManifestId? into, IReadOnlyCollection<ShipmentId>? ids, ManifestId? asNew, Guid? seen, CancellationToken token)
    {
        var seller = actor.SellerId!.Value;
        await using var database = await databases.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (into is { } open && await database.TakeOpenAsync(open, seller, seen, clock.GetUtcNow(), token) is var taken and not TakenManifest.Taken)
        {
            return taken == TakenManifest.ChangedMeanwhile ? new FillResult.ChangedMeanwhile() : new FillResult.Refused(taken == TakenManifest.Closed ? FillRefusal.Closed : FillRefusal.NoSuchManifest);
        }

        if (asNew is { } made && await database.Manifests.AnyAsync(manifest => manifest.Id == made && manifest.SellerId == seller, token))
        {
            return new FillResult.Filled(made, await database.Shipments.CountAsync(shipment => shipment.ManifestId == made, token))
            {
                LeftOut = ids is null ? [] : await database.LeftOutAsync(seller, ids, made, ManifestDay.Of(clock.GetUtcNow()), token),
            };
        }

        var id = into ?? await OpenAsync(database, seller, actor.UserId, asNew, token);
        var room = Manifest.MostParcels - await database.Shipments.CountAsync(shipment => shipment.ManifestId == id, token);
        var today = ManifestDay.Of(clock.GetUtcNow());
        var own = database.Shipments.Where(shipment => shipment.SellerId == seller);
        var wanted = ids is null
            ? await own.OnNoManifest().OrderBy(shipment => shipment.BookedAt).ThenBy(shipment => shipment.Id).Take(room).Select(shipment => shipment.Id).ToListAsync(token)
            : [.. ids.Distinct()];
        var free = own.ForAManifest(database, today);
        var added = 0;
        foreach (var portion in wanted.Chunk(Portion))
        {
            var fitting = room - added >= portion.Length
                ? portion
                : (await free.Where(shipment => portion.Contains(shipment.Id)).Select(shipment => shipment.Id).Take(room - added).ToListAsync(token)).ToArray();
            added += await free.Where(shipment => fitting.Contains(shipment.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.ManifestId, (ManifestId?)id), token);
        }

        var leftOut = ids is null ? [] : await database.LeftOutAsync(seller, wanted, id, today, token);
        if (added == 0 && leftOut.Count == wanted.Count) return new FillResult.Refused(room == 0 ? FillRefusal.Full : FillRefusal.NothingFree) { LeftOut = leftOut };
        // Where all were on it before, it stays as it is, its version too.
        if (added > 0) await transaction.CommitAsync(token);
        return new FillResult.Filled(id, added) { LeftOut = leftOut };
    }

    private async Task<ManifestId> OpenAsync(PortalDbContext database, SellerId seller, Guid by, ManifestId? asNew, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var day = ManifestDay.Of(now);
        var last = await database.Manifests.Where(manifest => manifest.SellerId == seller && manifest.Day == day).MaxAsync(manifest => (int?)manifest.Sequence, token);
        var manifest = Manifest.Open(seller, (last ?? 0) + 1, by, now, asNew);
        database.Manifests.Add(manifest);
        await database.SaveChangesAsync(token);
        return manifest.Id;
    }
}

/// <summary>What came of filling a manifest.</summary>
public abstract record FillResult
{
    /// <summary>The named shipments that did not come on the manifest.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];

    /// <summary>So many shipments were added; none where all were on it before.</summary>
    public sealed record Filled(ManifestId Id, int Added) : FillResult;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(FillRefusal Why) : FillResult;

    /// <summary>The manifest is no longer as it was shown, and nothing was added to it.</summary>
    public sealed record ChangedMeanwhile : FillResult;
}

/// <summary>Why nothing was added.</summary>
public enum FillRefusal
{
    /// <summary>The account may only look.</summary>
    NotAllowed,
    NoSuchManifest,
    Closed,

    /// <summary>It holds as many parcels as a manifest can.</summary>
    Full,

    /// <summary>None of the shipments can come on a manifest, or each is on one already.</summary>
    NothingFree,
}
