using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>Makes an endpoint and its secret. What happened before is not told to it.</summary>
public sealed class CreateWebhook(IDbContextFactory<PortalDbContext> factory, WebhookWishCheck check, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>Makes it, or says why not. An address that the seller has already is no fault: two endpoints can choose different events.</summary>
    public async Task<WebhookResult> ExecuteAsync(Actor actor, WebhookWish wish, CancellationToken token)
    {
        if (actor is not { IsOwner: true, SellerId: { } seller }) return new WebhookResult.NotAllowed();
        if (check.WhyNot(wish) is { } reason) return new WebhookResult.Refused(reason);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.WebhookEndpoints.CountAsync(endpoint => endpoint.SellerId == seller, token) >= WebhookEndpoint.MostOfSeller)
        {
            return new WebhookResult.Refused(WebhookRefusal.TooMany);
        }

        var secret = WebhookSignature.NewSecret();
        var endpoint = WebhookEndpoint.Create(seller, wish, secrets.Protect(secret), actor.UserId, time.GetUtcNow());
        database.WebhookEndpoints.Add(endpoint);
        await database.SaveChangesAsync(token);
        return new WebhookResult.Done(endpoint.Id, secret);
    }
}
