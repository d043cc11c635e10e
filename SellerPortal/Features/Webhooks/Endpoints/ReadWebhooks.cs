using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>Reads the endpoints of the actor's seller. Secrets are not read: they are shown when they are made.</summary>
public sealed class ReadWebhooks(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>All, the oldest first; none for an account that belongs to no seller.</summary>
    public async Task<IReadOnlyList<WebhookRow>> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.WebhookEndpoints.Where(endpoint => endpoint.SellerId == seller).OrderBy(endpoint => endpoint.CreatedAt).ThenBy(endpoint => endpoint.Id)
            .Select(Row(database)).ToListAsync(token);
    }

    /// <summary>One; null when the actor's seller has none of that id.</summary>
    public async Task<WebhookRow?> OneAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.WebhookEndpoints.Where(endpoint => endpoint.Id == id && endpoint.SellerId == seller).Select(Row(database)).SingleOrDefaultAsync(token);
    }

    private static Expression<Func<WebhookEndpoint, WebhookRow>> Row(PortalDbContext database) => endpoint => new WebhookRow
    {
        Id = endpoint.Id,
        Url = endpoint.Url,
        Events = endpoint.Events,
        State = endpoint.State,
        StateAt = endpoint.StateAt,
        CreatedAt = endpoint.CreatedAt,
        OldSecretUntil = endpoint.OldSecretUntil,
        Version = endpoint.Version,
        Waiting = database.WebhookDeliveries.Count(delivery => delivery.EndpointId == endpoint.Id && delivery.State == WebhookDeliveryState.Pending),
        Dead = database.WebhookDeliveries.Count(delivery => delivery.EndpointId == endpoint.Id && delivery.State == WebhookDeliveryState.Dead),
    };
}

/// <summary>One endpoint as it is shown.</summary>
public sealed record WebhookRow
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    /// <summary>See <see cref="WebhookEndpoint.Events"/>.</summary>
    public required string Events { get; init; }

    public required WebhookEndpointState State { get; init; }

    public required DateTimeOffset StateAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when the secret before the last rotation signs along; null when there was none.</summary>
    public required DateTimeOffset? OldSecretUntil { get; init; }

    /// <summary>To be handed back when changing.</summary>
    public required Guid Version { get; init; }

    /// <summary>Messages that wait for their first or next attempt.</summary>
    public required int Waiting { get; init; }

    /// <summary>Dead letters.</summary>
    public required int Dead { get; init; }

    /// <summary>The chosen types; null for all.</summary>
    public IReadOnlyList<string>? Chosen => WebhookEndpoint.Chosen(Events);
}
