using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Sending;

namespace SellerPortal.Features.Webhooks.Endpoints;

/// <summary>Changes an endpoint of the actor's seller: address and types, on or off, its secret, or deletes it.</summary>
public sealed class ChangeWebhook(IDbContextFactory<PortalDbContext> factory, WebhookWishCheck check, WebhookSecrets secrets, WorkSignal signal, TimeProvider time)
{
    /// <summary>Takes another address or other types.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="id">The endpoint.</param>
    /// <param name="wish">What it is to be.</param>
    /// <param name="seen">The version that was shown; null to change whatever it is.</param>
    /// <param name="token">Cancels.</param>
    public async Task<WebhookResult> ExecuteAsync(Actor actor, Guid id, WebhookWish wish, Guid? seen, CancellationToken token) => check.WhyNot(wish) is { } reason && actor.IsOwner
        ? new WebhookResult.Refused(reason)
        : await ChangeAsync(actor, id, seen, endpoint => endpoint.Change(wish), token);

    /// <summary>Switches it on or off; doing so twice changes nothing.</summary>
    public async Task<WebhookResult> SwitchAsync(Actor actor, Guid id, bool on, CancellationToken token)
    {
        var result = await ChangeAsync(actor, id, seen: null, endpoint => endpoint.Switch(on, time.GetUtcNow()), token);
        signal.Pulse();
        return result;
    }

    /// <summary>Gives it a new secret; the present one signs along for a day.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="id">The endpoint.</param>
    /// <param name="seen">The version that was shown, so that a button pressed twice rotates once; null to rotate whatever it is.</param>
    /// <param name="token">Cancels.</param>
    public async Task<WebhookResult> RotateAsync(Actor actor, Guid id, Guid? seen, CancellationToken token)
    {
        var secret = WebhookSignature.NewSecret();
        var kept = secrets.Protect(secret);
        var result = await ChangeAsync(actor, id, seen, endpoint => endpoint.Rotate(kept, time.GetUtcNow()), token);
        return result is WebhookResult.Done ? new WebhookResult.Done(id, secret) : result;
    }

    /// <summary>Deletes it with its log; messages that wait for it are not sent any more.</summary>
    public async Task<WebhookResult> DeleteAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (!actor.IsOwner) return new WebhookResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.WebhookEndpoints.Where(endpoint => endpoint.Id == id && endpoint.SellerId == actor.SellerId).ExecuteDeleteAsync(token) == 1
            ? new WebhookResult.Done(id)
            : new WebhookResult.NotFound();
    }

    private async Task<WebhookResult> ChangeAsync(Actor actor, Guid id, Guid? seen, Action<WebhookEndpoint> change, CancellationToken token)
    {
        if (!actor.IsOwner) return new WebhookResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        var endpoint = await database.WebhookEndpoints.SingleOrDefaultAsync(endpoint => endpoint.Id == id && endpoint.SellerId == actor.SellerId, token);
        if (endpoint is null) return new WebhookResult.NotFound();
        if (seen is not null && seen != endpoint.Version) return new WebhookResult.ChangedMeanwhile();
        change(endpoint);
        try
        {
            await database.SaveChangesAsync(token);
            return new WebhookResult.Done(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new WebhookResult.ChangedMeanwhile();
        }
    }
}
