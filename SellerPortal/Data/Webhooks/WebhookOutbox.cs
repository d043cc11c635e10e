using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Data.Webhooks;

/// <summary>
/// Writes what sellers' systems are to be told of to the changes that the next save writes, so that a message stands
/// exactly where its cause does. For sellers without an endpoint nothing is written.
/// </summary>
public static class WebhookOutbox
{
    /// <summary>Tells of the steps that a pickup has taken since it was loaded.</summary>
    public static async Task AnnounceAsync(this PortalDbContext database, PickupRequest pickup, CancellationToken token)
    {
        if (pickup.Steps.Count == 0) return;
        var targets = await database.WebhookTargetsAsync([pickup.SellerId], token);
        foreach (var step in pickup.Steps)
        {
            var type = WebhookEventTypes.Of(step.Kind);
            targets.Write(pickup.SellerId, type, () => WebhookBodies.Pickup(type, pickup, step), step.At);
        }

        database.AddWritten(targets);
    }

    /// <summary>Tells that a seller was admitted.</summary>
    public static async Task AnnounceApprovalAsync(this PortalDbContext database, Seller seller, DateTimeOffset now, CancellationToken token)
    {
        var targets = await database.WebhookTargetsAsync([seller.Id], token);
        targets.Write(seller.Id, WebhookEventTypes.SellerApproved, () => WebhookBodies.Approved(seller, now), now);
        database.AddWritten(targets);
    }

    /// <summary>Who of some sellers is to be told at all: one query, whatever there is to tell.</summary>
    public static async Task<WebhookTargets> WebhookTargetsAsync(this PortalDbContext database, IReadOnlyCollection<SellerId> sellers, CancellationToken token)
    {
        var enabled = await database.WebhookEndpoints
            .Where(endpoint => sellers.Contains(endpoint.SellerId) && endpoint.State == WebhookEndpointState.Enabled)
            .Select(endpoint => new WebhookTarget(endpoint.Id, endpoint.SellerId, endpoint.Events))
            .ToListAsync(token);
        return new WebhookTargets(enabled.ToLookup(target => target.SellerId));
    }

    private static void AddWritten(this PortalDbContext database, WebhookTargets targets)
    {
        database.WebhookMessages.AddRange(targets.Messages);
        database.WebhookDeliveries.AddRange(targets.Deliveries);
    }
}

/// <summary>The endpoints of some sellers that are told, and what is to be told to them.</summary>
public sealed class WebhookTargets(ILookup<SellerId, WebhookTarget> targets)
{
    private readonly List<WebhookMessage> messages = [];
    private readonly List<WebhookDelivery> deliveries = [];

    /// <summary>What was written; the caller saves it, the messages first.</summary>
    public IReadOnlyList<WebhookMessage> Messages => messages;

    /// <summary>The ways of the messages to the endpoints.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries => deliveries;

    /// <summary>True when nobody is told of anything.</summary>
    public bool None => targets.Count == 0;

    /// <summary>True when an endpoint of the seller is told of something.</summary>
    public bool Has(SellerId seller) => targets.Contains(seller);

    /// <summary>Writes a message and its deliveries, if an endpoint of the seller wants the type.</summary>
    /// <param name="seller">Whose event it is.</param>
    /// <param name="type">One of <see cref="WebhookEventTypes"/>.</param>
    /// <param name="body">Writes the body; asked only when somebody wants it.</param>
    /// <param name="now">The present.</param>
    public void Write(SellerId seller, string type, Func<string> body, DateTimeOffset now)
    {
        WebhookMessage? message = null;
        foreach (var target in targets[seller].Where(target => WebhookEndpoint.Wants(target.Events, type)))
        {
            if (message is null) messages.Add(message = WebhookMessage.Of(seller, type, body(), now));
            deliveries.Add(WebhookDelivery.Of(target.Id, message.Id, now));
        }
    }
}

/// <summary>One endpoint that is told.</summary>
/// <param name="Id">The endpoint.</param>
/// <param name="SellerId">Whose it is.</param>
/// <param name="Events">The types it wants; see <see cref="WebhookEndpoint.Events"/>.</param>
public sealed record WebhookTarget(Guid Id, SellerId SellerId, string Events);
