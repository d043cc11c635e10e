using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Gives back, at the start, the calls of a process that died, and removes, once an hour, the answers that nobody may ask for again.</summary>
internal sealed class ForgetAnswers(IDbContextFactory<PortalDbContext> factory, AnswerStore store, TimeProvider clock, ILogger<ForgetAnswers> log) : BackgroundService
{
    /// <summary>Runs before the portal serves.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.ReleaseAllAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Removes what is too old.</summary>
    public async Task ExecuteOnceAsync(CancellationToken token)
    {
        var end = clock.GetUtcNow() - IdempotentCall.Kept;
        await using var database = await factory.CreateDbContextAsync(token);
        await database.IdempotentCalls.Where(call => call.BegunAt < end).ExecuteDeleteAsync(token);
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
