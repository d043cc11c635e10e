using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>Makes an endpoint and its secret. What happened before is not told to it.</summary>
public sealed class CreateWebhook(IDbContextFactory<PortalDbContext> factory, WebhookWishCheck check, WebhookSecrets secrets, TimeProvider time)
{
    /// <summary>Makes it, or says why not. An address that the seller has already is no fault: two endpoints can choose different events.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="wish">Where and what.</param>
    /// <param name="token">Stops the work.</param>
    /// <param name="asNew">The id of the endpoint, so that a repeated call finds it again, without its secret.</param>
    public async Task<WebhookResult> ExecuteAsync(Actor actor, WebhookWish wish, CancellationToken token, Guid? asNew = null)
    {
        if (actor is not { IsOwner: true, SellerId: { } seller }) return new WebhookResult.NotAllowed();
        if (check.WhyNot(wish) is { } reason) return new WebhookResult.Refused(reason);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await IsMadeAsync(database, seller, asNew, token)) return new WebhookResult.Done(asNew!.Value);
        if (await database.WebhookEndpoints.CountAsync(endpoint => endpoint.SellerId == seller, token) >= WebhookEndpoint.MostOfSeller)
        {
            return new WebhookResult.Refused(WebhookRefusal.TooMany);
        }

        var secret = WebhookSignature.NewSecret();
        var endpoint = WebhookEndpoint.Create(seller, wish, secrets.Protect(secret), actor.UserId, time.GetUtcNow(), asNew);
        database.WebhookEndpoints.Add(endpoint);
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException) when (asNew is not null)
        {
            // The same call was run twice at once, and the other one came first.
            database.ChangeTracker.Clear();
            if (!await IsMadeAsync(database, seller, asNew, token)) throw;
            return new WebhookResult.Done(endpoint.Id);
        }

        return new WebhookResult.Done(endpoint.Id, secret);
    }

    private static async Task<bool> IsMadeAsync(PortalDbContext database, SellerId seller, Guid? id, CancellationToken token) =>
        id is not null && await database.WebhookEndpoints.AnyAsync(endpoint => endpoint.Id == id && endpoint.SellerId == seller, token);
}
