using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Webhooks;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Platform;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>Sends what is due for one endpoint: claims some, sends them at once, and notes how each went.</summary>
internal sealed partial class DeliverWebhooks(
    IDbContextFactory<PortalDbContext> factory, WebhookSender sender, TellGone tell, WorkSignal signal, MessageNews news, TimeProvider time, ILogger<DeliverWebhooks> log)
{
    /// <summary>Sends one round.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="most">How many at once.</param>
    /// <param name="pace">How soon the receiver answers, as far as is known.</param>
    /// <param name="stopping">Stops; what was not sent to its end is given back.</param>
    /// <returns>How each of them went; nothing when none was due.</returns>
    public async Task<IReadOnlyList<WebhookOutcome>> RoundAsync(Guid endpoint, int most, WebhookPace pace, CancellationToken stopping)
    {
        await using var database = await factory.CreateDbContextAsync(stopping);
        var target = await database.WebhookEndpoints.AsNoTracking().SingleOrDefaultAsync(one => one.Id == endpoint && one.State == WebhookEndpointState.Enabled, stopping);
        if (target is null) return [];
        var claimed = await database.ClaimDeliveriesAsync(endpoint, most, time.GetUtcNow(), stopping);
        return await Task.WhenAll(claimed.Select(delivery => SendAsync(target, delivery, pace, stopping)));
    }

    private async Task<WebhookOutcome> SendAsync(WebhookEndpoint target, ClaimedDelivery delivery, WebhookPace pace, CancellationToken stopping)
    {
        WebhookOutcome attempt;
        try
        {
            attempt = await sender.SendAsync(target, delivery.MessageId, delivery.Body, stopping, pace);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            await using var released = await factory.CreateDbContextAsync(CancellationToken.None);
            await released.ReleaseAsync(delivery, time.GetUtcNow(), CancellationToken.None);
            throw;
        }

        // It has been sent: how it went is noted also while the portal stops.
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(CancellationToken.None);
        if (attempt.IsGone) await NoteGoneAsync(database, target, delivery, attempt, now);
        else await database.NoteAsync(delivery, attempt, NextAfter(delivery, attempt, now), now, CancellationToken.None);
        return attempt;
    }

    /// <summary>All or nothing: a portal that dies here asks the receiver once more, and never sends on after a 410 that it noted.</summary>
    private async Task NoteGoneAsync(PortalDbContext database, WebhookEndpoint target, ClaimedDelivery delivery, WebhookOutcome attempt, DateTimeOffset now)
    {
        await using (var transaction = await database.Database.BeginTransactionAsync())
        {
            await database.NoteAsync(delivery, attempt, next: null, now, CancellationToken.None);
            if (!await database.GoneAsync(target.Id, now, CancellationToken.None))
            {
                await transaction.CommitAsync();
                return;
            }

            await tell.WriteAsync(database, target, now, CancellationToken.None);
            await transaction.CommitAsync();
        }

        signal.Pulse();
        news.Publish([target.SellerId]);
        Gone(log, target.Id);
    }

    private static DateTimeOffset? NextAfter(ClaimedDelivery delivery, WebhookOutcome attempt, DateTimeOffset now)
    {
        if (attempt.IsSuccess) return null;
        return now + WebhookSchedule.After(delivery.Attempts, Random.Shared.NextDouble(), attempt.RetryAfter);
    }

    [LoggerMessage(LogLevel.Information, "The receiver of endpoint {Endpoint} wants no more messages; it is switched off.")]
    private static partial void Gone(ILogger log, Guid endpoint);
}
