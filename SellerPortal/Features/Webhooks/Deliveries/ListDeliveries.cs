using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;

namespace SellerPortal.Features.Webhooks.Deliveries;

/// <summary>Reads what was sent to an endpoint and how it went, the newest first.</summary>
public sealed class ListDeliveries(IDbContextFactory<PortalDbContext> factory, ReadWebhooks endpoints)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 30;

    /// <summary>More attempts than a page of deliveries has unless one was replayed for weeks; the oldest beyond are left out.</summary>
    private const int MostAttempts = 1_000;

    /// <summary>One page; null when the actor's seller has no such endpoint.</summary>
    public async Task<DeliveryPage?> ExecuteAsync(Actor actor, Guid endpoint, DeliveryFilter filter, CancellationToken token)
    {
        if (await endpoints.OneAsync(actor, endpoint, token) is not { } webhook) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var deliveries = database.WebhookDeliveries.Where(delivery => delivery.EndpointId == endpoint);
        if (filter.State is { } state) deliveries = deliveries.Where(delivery => delivery.State == state);
        if (filter.Before is { } before) deliveries = deliveries.Where(delivery => delivery.Id < before);
        var rows = await deliveries.OrderByDescending(delivery => delivery.Id).Take(PageSize + 1)
            .Join(database.WebhookMessages, delivery => delivery.MessageId, message => message.Id, (delivery, message) => new { delivery, message })
            .OrderByDescending(pair => pair.delivery.Id)
            .Select(pair => new DeliveryRow
            {
                Id = pair.delivery.Id,
                MessageId = pair.message.Id,
                Type = pair.message.Type,
                Body = pair.message.Body,
                CreatedAt = pair.message.CreatedAt,
                State = pair.delivery.State,
                Attempts = pair.delivery.Attempts,
                NextAt = pair.delivery.ClaimedBy == null ? pair.delivery.DueAt : null,
                TriedAt = pair.delivery.TriedAt,
                AnswerStatus = pair.delivery.AnswerStatus,
                Trouble = pair.delivery.Trouble,
                Answer = pair.delivery.Answer,
                DurationMs = pair.delivery.DurationMs,
            })
            .ToListAsync(token);
        var shown = rows.Take(PageSize).ToList();
        var log = await LogAsync(database, shown.ConvertAll(row => row.Id), token);
        return new DeliveryPage(webhook, shown.ConvertAll(row => row with { Log = [.. log[row.Id]] }), rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }

    private static async Task<ILookup<long, WebhookAttempt>> LogAsync(PortalDbContext database, List<long> deliveries, CancellationToken token)
    {
        var attempts = await database.WebhookAttempts.AsNoTracking().Where(attempt => deliveries.Contains(attempt.DeliveryId)).OrderByDescending(attempt => attempt.Id).Take(MostAttempts).ToListAsync(token);
        attempts.Reverse();
        return attempts.ToLookup(attempt => attempt.DeliveryId);
    }
}

/// <summary>Which deliveries are shown; it travels in the query string.</summary>
/// <param name="State">Only those that stand so; null for all.</param>
/// <param name="Before">Only those older than this one; null for the newest.</param>
public sealed record DeliveryFilter(WebhookDeliveryState? State, long? Before);

/// <summary>One page of the log.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Rows">The newest first.</param>
/// <param name="Older">Where the next page begins; null on the last one.</param>
public sealed record DeliveryPage(WebhookRow Endpoint, IReadOnlyList<DeliveryRow> Rows, long? Older);

/// <summary>One message on its way to the endpoint; see <see cref="WebhookDelivery"/>.</summary>
public sealed record DeliveryRow
{
    public required long Id { get; init; }

    public required Guid MessageId { get; init; }

    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required WebhookDeliveryState State { get; init; }

    public required int Attempts { get; init; }

    /// <summary>When it is tried next; null when it has ended or is being sent.</summary>
    public required DateTimeOffset? NextAt { get; init; }

    public required DateTimeOffset? TriedAt { get; init; }

    public required int? AnswerStatus { get; init; }

    public required WebhookTrouble? Trouble { get; init; }

    public required string? Answer { get; init; }

    public required int? DurationMs { get; init; }

    /// <summary>Every attempt that has ended, the first one first, those before a replay included.</summary>
    public IReadOnlyList<WebhookAttempt> Log { get; init; } = [];
}
