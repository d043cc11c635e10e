using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Data.Webhooks;

/// <summary>Deletes what is no longer looked at, a portion at a time so that nobody waits for it.</summary>
internal static class WebhookCleaning
{
    /// <summary>How long what was delivered is kept.</summary>
    public static readonly TimeSpan DeliveredFor = TimeSpan.FromDays(30);

    /// <summary>How long dead letters, and what waits for an endpoint that is switched off, are kept.</summary>
    public static readonly TimeSpan OthersFor = TimeSpan.FromDays(90);

    private const int Portion = 1_000;

    /// <summary>Deletes one portion of each.</summary>
    /// <returns>True while there may be more.</returns>
    public static async Task<bool> CleanWebhooksAsync(this PortalDbContext database, DateTimeOffset now, CancellationToken token)
    {
        DateTimeOffset? delivered = now - DeliveredFor;
        var old = now - OthersFor;
        var gone = await database.WebhookDeliveries
            .Where(delivery => delivery.State == WebhookDeliveryState.Delivered && delivery.EndedAt < delivered)
            .OrderBy(delivery => delivery.EndedAt).Take(Portion).ExecuteDeleteAsync(token);
        var bare = await database.WebhookMessages
            .Where(message => message.CreatedAt < delivered && !database.WebhookDeliveries.Any(delivery => delivery.MessageId == message.Id))
            .OrderBy(message => message.CreatedAt).Take(Portion).ExecuteDeleteAsync(token);
        var late = await database.WebhookMessages.Where(message => message.CreatedAt < old)
            .OrderBy(message => message.CreatedAt).Take(Portion).ExecuteDeleteAsync(token);
        return gone == Portion || bare == Portion || late == Portion;
    }
}
