using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Removes, once an hour, the answers of calls that nobody may ask for again.</summary>
internal sealed class ForgetAnswers(IDbContextFactory<PortalDbContext> factory, TimeProvider clock, ILogger<ForgetAnswers> log) : BackgroundService
{
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
            catch (Exception fault) when (fault is DbException or DbUpdateException)
            {
                log.LogWarning(fault, "Old answers of the API could not be removed; they are in the next hour.");
            }
        }
    }
}
