using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Data.Webhooks;

/// <summary>
/// Takes deliveries out for a while and notes how they went. A claim is one conditional update: of many nodes that ask at
/// once, each delivery goes to one; a node that dies gives it up when the claim ends.
/// </summary>
internal static class WebhookQueue
{
    /// <summary>How long a claim lasts; an attempt is over long before.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The enabled endpoints for which something is due. A seek for each endpoint, however much waits for it.</summary>
    public static Task<List<DueEndpoint>> DueEndpointsAsync(this PortalDbContext database, DateTimeOffset now, CancellationToken token) => database.WebhookEndpoints
        .Where(endpoint => endpoint.State == WebhookEndpointState.Enabled && database.WebhookDeliveries.Any(delivery =>
            delivery.EndpointId == endpoint.Id && delivery.State == WebhookDeliveryState.Pending && delivery.DueAt <= now))
        .Select(endpoint => new DueEndpoint(endpoint.Id, endpoint.Version))
        .ToListAsync(token);

    /// <summary>
    /// How often the message of each endpoint that is to be tried last was tried, where its receiver took long or did not
    /// answer in time; 0 for other endpoints. A seek for each endpoint, like what is due.
    /// </summary>
    public static Task<Dictionary<Guid, int>> SlowAttemptsAsync(this PortalDbContext database, IReadOnlyCollection<Guid> endpoints, TimeSpan slow, CancellationToken token)
    {
        var slowMs = (int)slow.TotalMilliseconds;
        return database.WebhookEndpoints.Where(endpoint => endpoints.Contains(endpoint.Id))
            .Select(endpoint => new
            {
                endpoint.Id,
                Attempts = database.WebhookDeliveries
                    .Where(delivery => delivery.EndpointId == endpoint.Id && delivery.State == WebhookDeliveryState.Pending && delivery.TriedAt != null)
                    .OrderByDescending(delivery => delivery.DueAt)
                    .Select(delivery => (int?)(delivery.Trouble == WebhookTrouble.Timeout || delivery.DurationMs >= slowMs ? delivery.Attempts : 0))
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(found => found.Id, found => found.Attempts ?? 0, token);
    }

    /// <summary>Claims what has been due longest for an endpoint.</summary>
    /// <returns>What is to be sent; nothing when nothing is due or others were quicker.</returns>
    public static async Task<IReadOnlyList<ClaimedDelivery>> ClaimDeliveriesAsync(
        this PortalDbContext database, Guid endpoint, int most, DateTimeOffset now, CancellationToken token)
    {
        var due = await database.WebhookDeliveries
            .Where(delivery => delivery.EndpointId == endpoint && delivery.State == WebhookDeliveryState.Pending && delivery.DueAt <= now)
            .OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id)
            .Select(delivery => delivery.Id).Take(most).ToListAsync(token);
        if (due.Count == 0) return [];
        var claim = Guid.CreateVersion7(now);
        DateTimeOffset? end = now + Lease;
        var taken = await database.WebhookDeliveries
            .Where(delivery => due.Contains(delivery.Id) && delivery.State == WebhookDeliveryState.Pending && delivery.DueAt <= now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.ClaimedBy, claim).SetProperty(d => d.DueAt, end).SetProperty(d => d.Attempts, d => d.Attempts + 1), token);
        if (taken == 0) return [];
        return await database.WebhookDeliveries.Where(delivery => due.Contains(delivery.Id) && delivery.ClaimedBy == claim)
            .Join(database.WebhookMessages, delivery => delivery.MessageId, message => message.Id, (delivery, message) => new { delivery, message })
            .OrderBy(pair => pair.delivery.Id)
            .Select(pair => new ClaimedDelivery(pair.delivery.Id, claim, pair.delivery.Attempts, pair.message.Id, pair.message.Body))
            .ToListAsync(token);
    }

    /// <summary>Notes how an attempt went, in the transaction of the context or in one of its own. Nothing is noted when the claim has ended meanwhile and another node has it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="delivery">What was sent.</param>
    /// <param name="attempt">How it went.</param>
    /// <param name="next">When it is tried again; null for never.</param>
    /// <param name="now">The present.</param>
    /// <param name="token">Stops the work.</param>
    public static async Task NoteAsync(
        this PortalDbContext database, ClaimedDelivery delivery, WebhookOutcome attempt, DateTimeOffset? next, DateTimeOffset now, CancellationToken token)
    {
        var state = attempt.IsSuccess ? WebhookDeliveryState.Delivered : next is null ? WebhookDeliveryState.Dead : WebhookDeliveryState.Pending;
        DateTimeOffset? ended = state == WebhookDeliveryState.Pending ? null : now;
        DateTimeOffset? due = state == WebhookDeliveryState.Pending ? next : null;
        DateTimeOffset? tried = now;
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(token) : null;
        var noted = await database.Claimed(delivery).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.State, state)
                .SetProperty(d => d.DueAt, due)
                .SetProperty(d => d.ClaimedBy, (Guid?)null)
                .SetProperty(d => d.TriedAt, tried)
                .SetProperty(d => d.AnswerStatus, attempt.Status)
                .SetProperty(d => d.Trouble, attempt.Trouble)
                .SetProperty(d => d.Answer, attempt.Answer)
                .SetProperty(d => d.DurationMs, attempt.DurationMs)
                .SetProperty(d => d.EndedAt, ended),
            token);
        if (noted == 1)
        {
            database.WebhookAttempts.Add(WebhookAttempt.Of(delivery.Id, attempt.Status, attempt.Trouble, attempt.Answer, attempt.DurationMs, now));
            await database.SaveChangesAsync(token);
        }

        if (own is not null) await own.CommitAsync(token);
    }

    /// <summary>Gives back what was not sent to its end because the portal stops; the attempt does not count.</summary>
    public static Task ReleaseAsync(this PortalDbContext database, ClaimedDelivery delivery, DateTimeOffset now, CancellationToken token)
    {
        DateTimeOffset? due = now;
        return database.Claimed(delivery).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DueAt, due).SetProperty(d => d.ClaimedBy, (Guid?)null).SetProperty(d => d.Attempts, d => d.Attempts - 1), token);
    }

    /// <summary>On SQLite there is one process: what was claimed before it started was claimed by one that is dead.</summary>
    public static async Task ReleaseDeadClaimsAsync(this PortalDbContext database, DateTimeOffset now, CancellationToken token)
    {
        if (database is not SqlitePortalDbContext) return;
        DateTimeOffset? due = now;
        await database.WebhookDeliveries.Where(delivery => delivery.ClaimedBy != null)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, due).SetProperty(d => d.ClaimedBy, (Guid?)null), token);
    }

    /// <summary>The receiver wants no more: nothing is written or sent any more until an owner switches the endpoint on.</summary>
    /// <returns>False when it was switched off before.</returns>
    public static async Task<bool> GoneAsync(this PortalDbContext database, Guid endpoint, DateTimeOffset now, CancellationToken token)
    {
        var version = Guid.CreateVersion7(now);
        return await database.WebhookEndpoints.Where(one => one.Id == endpoint && one.State == WebhookEndpointState.Enabled)
            .ExecuteUpdateAsync(
                set => set.SetProperty(one => one.State, WebhookEndpointState.Gone).SetProperty(one => one.StateAt, now).SetProperty(one => one.Version, version), token) == 1;
    }

    private static IQueryable<WebhookDelivery> Claimed(this PortalDbContext database, ClaimedDelivery delivery) =>
        database.WebhookDeliveries.Where(other => other.Id == delivery.Id && other.ClaimedBy == delivery.Claim);
}

/// <summary>An endpoint for which something is due.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="Version">Which of its versions it is.</param>
internal sealed record DueEndpoint(Guid Id, Guid Version);

/// <summary>A delivery that this node sends.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Claim">The name of the claim.</param>
/// <param name="Attempts">How often it was begun, this time included.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Body">The message's body.</param>
internal sealed record ClaimedDelivery(long Id, Guid Claim, int Attempts, Guid MessageId, string Body);

/// <summary>How an attempt went.</summary>
/// <param name="Status">The HTTP status; null when there was no answer.</param>
/// <param name="Trouble">Why there was none.</param>
/// <param name="Answer">The beginning of the answer's text.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record WebhookOutcome(int? Status, WebhookTrouble? Trouble, string? Answer, int DurationMs)
{
    /// <summary>What the receiver asked for with Retry-After.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>True when the receiver wants no more messages at all.</summary>
    public bool IsGone => Status == 410;
}
