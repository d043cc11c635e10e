using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>
/// Sends a message of the type <c>webhook.test</c> at once, also to an endpoint that is switched off, and says what the
/// receiver answered. It is tried once and stands in no log.
/// </summary>
public sealed class TestWebhook(IDbContextFactory<PortalDbContext> factory, WebhookSender sender, WebhookPaces paces, TimeProvider time)
{
    /// <summary>Sends it.</summary>
    /// <returns>The answer; null when the actor is no owner or the actor's seller has no such endpoint.</returns>
    public async Task<WebhookOutcome?> ExecuteAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (!actor.IsOwner) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var endpoint = await database.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(endpoint => endpoint.Id == id && endpoint.SellerId == actor.SellerId, token);
        if (endpoint is null) return null;
        var now = time.GetUtcNow();
        var outcome = await sender.SendAsync(endpoint, Guid.CreateVersion7(now), WebhookBodies.Test(id, now), token);
        if (outcome.IsSuccess) paces.Wake(id);
        return outcome;
    }
}
