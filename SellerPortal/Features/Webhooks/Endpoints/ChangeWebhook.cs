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
    public Task<WebhookResult> ExecuteAsync(Actor actor, Guid id, WebhookWish wish, Guid? seen, CancellationToken token) =>
        ChangeAsync(actor, id, seen, endpoint => Take(endpoint, wish), token);

    /// <summary>Changes some of it, in one save; what the patch leaves out stays.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="id">The endpoint.</param>
    /// <param name="patch">What becomes something else.</param>
    /// <param name="seen">The version that was shown; null to change whatever it is.</param>
    /// <param name="token">Cancels.</param>
    public async Task<WebhookResult> PatchAsync(Actor actor, Guid id, WebhookPatch patch, Guid? seen, CancellationToken token)
    {
        var result = await ChangeAsync(actor, id, seen, Patch, token);
        signal.Pulse();
        return result;

        WebhookRefusal? Patch(WebhookEndpoint endpoint)
        {
            if (patch.On is { } on) endpoint.Switch(on, time.GetUtcNow());
            return patch is { Url: null, Events: null } ? null : Take(endpoint, new WebhookWish(patch.Url ?? endpoint.Url, patch.Events ?? WebhookEndpoint.Chosen(endpoint.Events)));
        }
    }

    /// <summary>Switches it on or off; doing so twice changes nothing.</summary>
    public Task<WebhookResult> SwitchAsync(Actor actor, Guid id, bool on, CancellationToken token) => PatchAsync(actor, id, new WebhookPatch(Url: null, Events: null, on), seen: null, token);

    /// <summary>Gives it a new secret; the present one signs along for a day.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="id">The endpoint.</param>
    /// <param name="seen">The version that was shown, so that a button pressed twice rotates once; null to rotate whatever it is.</param>
    /// <param name="token">Cancels.</param>
    public async Task<WebhookResult> RotateAsync(Actor actor, Guid id, Guid? seen, CancellationToken token)
    {
        var secret = WebhookSignature.NewSecret();
        var kept = secrets.Protect(secret);
        var result = await ChangeAsync(actor, id, seen, Rotate, token);
        return result is WebhookResult.Done ? new WebhookResult.Done(id, secret) : result;

        WebhookRefusal? Rotate(WebhookEndpoint endpoint)
        {
            endpoint.Rotate(kept, time.GetUtcNow());
            return null;
        }
    }

    /// <summary>Deletes it with its log; messages that wait for it are not sent any more.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="id">The endpoint.</param>
    /// <param name="token">Cancels.</param>
    /// <param name="seen">The version that was shown; null to delete whatever it is.</param>
    public async Task<WebhookResult> DeleteAsync(Actor actor, Guid id, CancellationToken token, Guid? seen = null)
    {
        if (!actor.IsOwner) return new WebhookResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        var own = database.WebhookEndpoints.Where(endpoint => endpoint.Id == id && endpoint.SellerId == actor.SellerId);
        if (await own.Where(endpoint => seen == null || endpoint.Version == seen).ExecuteDeleteAsync(token) == 1) return new WebhookResult.Done(id);
        return await own.AnyAsync(token) ? new WebhookResult.ChangedMeanwhile() : new WebhookResult.NotFound();
    }

    private WebhookRefusal? Take(WebhookEndpoint endpoint, WebhookWish wish)
    {
        if (check.WhyNot(wish) is { } reason) return reason;
        endpoint.Change(wish);
        return null;
    }

    /// <summary>Lets a change be made in one save, or hear why it is not made. It may run more than once.</summary>
    private Task<WebhookResult> ChangeAsync(Actor actor, Guid id, Guid? seen, Func<WebhookEndpoint, WebhookRefusal?> change, CancellationToken token) =>
        OptimisticConcurrency.RetryAsync<WebhookResult>(async () =>
        {
            if (!actor.IsOwner) return new WebhookResult.NotAllowed();
            await using var database = await factory.CreateDbContextAsync(token);
            var endpoint = await database.WebhookEndpoints.SingleOrDefaultAsync(endpoint => endpoint.Id == id && endpoint.SellerId == actor.SellerId, token);
            if (endpoint is null) return new WebhookResult.NotFound();
            if (seen is not null && seen != endpoint.Version) return new WebhookResult.ChangedMeanwhile();
            if (change(endpoint) is { } reason) return new WebhookResult.Refused(reason);
            await database.SaveChangesAsync(token);
            return new WebhookResult.Done(id);
        }, token);
}

/// <summary>What of an endpoint becomes something else.</summary>
/// <param name="Url">The address; null to leave it.</param>
/// <param name="Events">The types; null to leave them.</param>
/// <param name="On">True to switch it on, false to switch it off; null to leave it.</param>
public sealed record WebhookPatch(string? Url, IReadOnlyCollection<string>? Events, bool? On);
