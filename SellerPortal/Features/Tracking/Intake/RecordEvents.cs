using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.Tracking.Intake;

/// <summary>
/// Takes a portion of the event feed: keeps what is new, moves the shipments, and says of every other event why not.
/// What is bad about one event does not stop the rest; when it returns, everything it accepted is on disk.
/// </summary>
public sealed class RecordEvents(IDbContextFactory<PortalDbContext> factory, ShipmentChanges changes, TimeProvider clock, ILogger<RecordEvents> log)
{
    /// <summary>The most events of one portion.</summary>
    public const int MostEvents = 10_000;

    /// <summary>Records the events; sending the same portion again is safe and changes nothing.</summary>
    public async Task<RecordedEvents> ExecuteAsync(IReadOnlyList<FeedElement> feed, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        var rejected = new List<RejectedEvent>();
        var scans = new List<TrackingEvent>(feed.Count);
        var elements = new List<FeedElement>(feed.Count);
        foreach (var element in feed)
        {
            if (FeedRules.TryRead(element, now, out var scan) is { } fault)
            {
                rejected.Add(new RejectedEvent(element.Index, element.Article, element.Code, fault, element.Misfit));
                continue;
            }

            scans.Add(scan!);
            elements.Add(element);
        }

        if (scans.Count == 0) return new RecordedEvents { Rejected = rejected };
        var stored = await StoreAsync(scans, token);
        changes.Publish(stored.Changed);
        return Answer(stored, scans, elements, rejected);
    }

    private async Task<StoredEvents> StoreAsync(List<TrackingEvent> scans, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await EventStore.SaveAsync(database, scans, token);
    }

    private RecordedEvents Answer(StoredEvents stored, List<TrackingEvent> scans, List<FeedElement> elements, List<RejectedEvent> rejected)
    {
        var known = 0;
        var unknownCodes = new Dictionary<string, int>(StringComparer.Ordinal);
        var cancelled = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scans.Count; i++)
        {
            var scan = scans[i];
            if (!stored.Known.TryGetValue(scan.Article, out var status))
            {
                rejected.Add(new RejectedEvent(elements[i].Index, elements[i].Article, elements[i].Code, FeedFault.UnknownArticle));
                continue;
            }

            known++;
            if (status == ShipmentStatus.Cancelled) cancelled.Add(scan.Article);
            if (!EventCodes.IsKnown(scan.Code)) unknownCodes[scan.Code] = unknownCodes.GetValueOrDefault(scan.Code) + 1;
        }

        foreach (var (code, count) in unknownCodes) log.LogWarning("The event feed holds {Count} events with the unknown code {Code}.", count, code);
        rejected.Sort((one, other) => one.Index.CompareTo(other.Index));
        return new RecordedEvents
        {
            Accepted = stored.Added,
            Duplicates = known - stored.Added,
            UnknownCodes = unknownCodes.Values.Sum(),
            CancelledArticles = [.. cancelled],
            Rejected = rejected,
        };
    }
}

/// <summary>What became of a portion of the feed.</summary>
public sealed record RecordedEvents
{
    /// <summary>New events that were kept.</summary>
    public int Accepted { get; init; }

    /// <summary>Events that were known before, or stood in the portion twice.</summary>
    public int Duplicates { get; init; }

    /// <summary>Events with a code the portal does not know; they are kept and change nothing.</summary>
    public int UnknownCodes { get; init; }

    /// <summary>Articles with events although their booking was cancelled; the events are kept, the status stays.</summary>
    public IReadOnlyList<string> CancelledArticles { get; init; } = [];

    public IReadOnlyList<RejectedEvent> Rejected { get; init; } = [];
}
