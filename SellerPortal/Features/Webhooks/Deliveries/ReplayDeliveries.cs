using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Deliveries;

/// <summary>Sends dead letters again, with the same id and body and all attempts before them.</summary>
public sealed class ReplayDeliveries(IDbContextFactory<PortalDbContext> factory, WebhookPaces paces, WorkSignal signal, TimeProvider time)
{
    /// <summary>Sends one again; one that is no longer dead is not found.</summary>
    public async Task<WebhookResult> ExecuteAsync(Actor actor, Guid endpoint, long delivery, CancellationToken token)
    {
        var (result, count) = await ReplayAsync(actor, endpoint, dead => dead.Where(one => one.Id == delivery), token);
        return result is WebhookResult.Done && count == 0 ? new WebhookResult.NotFound() : result;
    }

    /// <summary>Sends all dead letters of an endpoint again.</summary>
    /// <returns>The result, and how many there were.</returns>
    public Task<(WebhookResult Result, int Count)> AllAsync(Actor actor, Guid endpoint, CancellationToken token) => ReplayAsync(actor, endpoint, dead => dead, token);

    private async Task<(WebhookResult Result, int Count)> ReplayAsync(
        Actor actor, Guid endpoint, Func<IQueryable<WebhookDelivery>, IQueryable<WebhookDelivery>> which, CancellationToken token)
    {
        if (!actor.IsOwner) return (new WebhookResult.NotAllowed(), 0);
        await using var database = await factory.CreateDbContextAsync(token);
        if (!await database.WebhookEndpoints.AnyAsync(one => one.Id == endpoint && one.SellerId == actor.SellerId, token)) return (new WebhookResult.NotFound(), 0);
        DateTimeOffset? now = time.GetUtcNow();
        var count = await which(database.WebhookDeliveries.Where(delivery => delivery.EndpointId == endpoint && delivery.State == WebhookDeliveryState.Dead))
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, WebhookDeliveryState.Pending)
                    .SetProperty(d => d.Attempts, 0)
                    .SetProperty(d => d.DueAt, now)
                    .SetProperty(d => d.EndedAt, (DateTimeOffset?)null),
                token);

        // Whoever sends again has seen to the receiver.
        paces.Wake(endpoint);
        signal.Pulse();
        return (new WebhookResult.Done(endpoint), count);
    }
}
