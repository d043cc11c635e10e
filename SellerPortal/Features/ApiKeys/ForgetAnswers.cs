using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.ApiKeys;

/// <summary>
/// Gives back, at the start, the calls of a process that died, and removes, once an hour, the answers that are not given again.
/// Their keys stay, with what was asked for.
/// </summary>
internal sealed class ForgetAnswers(IDbContextFactory<PortalDbContext> factory, AnswerStore store, TimeProvider clock, ILogger<ForgetAnswers> log) : BackgroundService
{
    // What ended before this is without its answer already, and need not be looked at again.
    private DateTimeOffset _done = DateTimeOffset.UnixEpoch;

    /// <summary>Runs before the portal serves.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.ReleaseAllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Removes the answers that are too old. A call that was never answered can still be gone on with.</summary>
    public async Task ExecuteOnceAsync(CancellationToken token)
    {
        var end = clock.GetUtcNow().ToMicroseconds() - IdempotentCall.Kept;
        await using var database = await factory.CreateDbContextAsync(token);
        await database.IdempotentCalls.Where(call => call.BegunAt >= _done && call.BegunAt < end && call.Status != null)
            .ExecuteUpdateAsync(set => set.SetProperty(call => call.Body, (byte[]?)null).SetProperty(call => call.Location, (string?)null).SetProperty(call => call.ETag, (string?)null), token);
        _done = end;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExecuteOnceAsync(stoppingToken);
            }
            catch (Exception fault) when (fault.IsOfDatabase())
            {
                log.LogWarning(fault, "Old answers of the API could not be removed; they are in the next hour.");
            }
        }
    }
}
