using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Tracking;

/// <summary>
/// Writes a portion of the event feed: the events that are new, what they make of their shipments, and the
/// news of it, in one transaction. The shipments are locked before they are read, so that two portions at once cannot lose a status.
/// </summary>
internal abstract class EventStore
{
    private static readonly SqliteEventStore Sqlite = new();
    private static readonly PostgresEventStore Postgres = new();

    /// <summary>Writes the events of articles that the portal knows, and leaves the others alone.</summary>
    /// <returns>What was new, which articles are known, and which shipments changed.</returns>
    public static async Task<StoredEvents> SaveAsync(PortalDbContext database, IReadOnlyList<TrackingEvent> events, CancellationToken token)
    {
        EventStore store = database switch
        {
            SqlitePortalDbContext => Sqlite,
            PostgresPortalDbContext => Postgres,
            _ => throw new NotSupportedException($"There is no event store for {database.GetType().Name}."),
        };
        await database.Database.OpenConnectionAsync(token);
        try
        {
            return await store.SaveAsync(database.Database.GetDbConnection(), events, token);
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Reads where the shipments of the articles stand, and keeps others from changing it until the transaction ends.</summary>
    protected abstract Task<Dictionary<string, Standing>> LockAsync(DbTransaction transaction, IReadOnlyCollection<string> articles, CancellationToken token);

    /// <summary>Writes the events that are not there yet.</summary>
    /// <returns>How many were new.</returns>
    protected abstract Task<int> InsertAsync(DbTransaction transaction, IReadOnlyList<TrackingEvent> events, CancellationToken token);

    /// <summary>Writes the states of shipments, each with a new version.</summary>
    protected abstract Task UpdateAsync(DbTransaction transaction, IReadOnlyList<Standing> shipments, CancellationToken token);

    /// <summary>Writes the news of shipments: a <see cref="ShipmentChange"/> for each.</summary>
    protected abstract Task AnnounceAsync(DbTransaction transaction, IReadOnlyList<StatusNews> news, CancellationToken token);

    private async Task<StoredEvents> SaveAsync(DbConnection connection, IReadOnlyList<TrackingEvent> events, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        var known = await LockAsync(transaction, events.Select(scan => scan.Article).ToHashSet(), token);
        var changed = Fold(events, known);
        var added = await InsertAsync(transaction, [.. events.Where(scan => known.ContainsKey(scan.Article))], token);
        if (changed.Count > 0) await UpdateAsync(transaction, changed, token);
        var scans = events.ToLookup(scan => scan.Article);
        var news = changed.SelectMany(standing => News([.. scans[standing.Article]], known[standing.Article].State, standing)).ToList();
        if (news.Count > 0) await AnnounceAsync(transaction, news, token);
        await transaction.CommitAsync(token);
        return new StoredEvents
        {
            Added = added,
            Known = known.ToDictionary(pair => pair.Key, pair => pair.Value.State.Status),
            Changed = [.. changed.Select(standing => standing.Id)],
        };
    }

    /// <summary>The first scan, by which the post has taken a parcel over; another status; and one more failed attempt: a seller has to hear of each.</summary>
    private static IEnumerable<StatusNews> News(IReadOnlyList<TrackingEvent> scans, ScanState before, Standing standing)
    {
        var (now, recorded) = (standing.State, scans[0].RecordedAt);
        if (before is { Status: ShipmentStatus.Booked, LastScanCode: null } && now.LastScanCode is not null)
        {
            var first = scans.Where(scan => EventCodes.IsKnown(scan.Code)).Min(scan => scan.OccurredAt);
            yield return new StatusNews(standing, ShipmentStatus.Booked, ShipmentStatus.Booked, first, recorded);
        }

        if (now.Status != before.Status || (now.Status == ShipmentStatus.AttemptFailed && now.StatusAt > before.StatusAt))
        {
            yield return new StatusNews(standing, before.Status, now.Status, now.StatusAt, recorded);
        }
    }

    private static List<Standing> Fold(IReadOnlyList<TrackingEvent> events, Dictionary<string, Standing> known)
    {
        var after = new Dictionary<string, ScanState>(known.Count);
        foreach (var scan in events)
        {
            if (!known.TryGetValue(scan.Article, out var standing)) continue;
            after[scan.Article] = after.GetValueOrDefault(scan.Article, standing.State).With(scan);
        }

        return [.. after.Where(pair => pair.Value != known[pair.Key].State).Select(pair => known[pair.Key] with { State = pair.Value })];
    }

    /// <summary>Where one shipment stands.</summary>
    protected internal sealed record Standing(string Article, ShipmentId Id, SellerId Seller, ScanState State);

    /// <summary>A shipment of which there is news.</summary>
    protected internal sealed record StatusNews(Standing Of, ShipmentStatus Before, ShipmentStatus Status, DateTimeOffset At, DateTimeOffset RecordedAt);
}

/// <summary>What became of a portion of the feed.</summary>
internal sealed record StoredEvents
{
    /// <summary>How many events were new; the others of known articles were there before.</summary>
    public required int Added { get; init; }

    /// <summary>The articles of the portion that the portal knows, with their status before it.</summary>
    public required IReadOnlyDictionary<string, ShipmentStatus> Known { get; init; }

    /// <summary>The shipments whose state is another than before.</summary>
    public required IReadOnlyList<ShipmentId> Changed { get; init; }
}
