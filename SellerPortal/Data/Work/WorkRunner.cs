using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Work;

namespace SellerPortal.Data.Work;

/// <summary>Does the queued work of this node: one loop for each place of each handler.</summary>
internal sealed partial class WorkRunner(
    IServiceScopeFactory scopes, IDbContextFactory<PortalDbContext> factory, WorkSignal signal, TimeProvider time, ILogger<WorkRunner> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ReleaseAllAsync(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        var kinds = scope.ServiceProvider.GetServices<IWorkHandler>().Select(handler => (handler.Kind, handler.AtOnce)).ToList();
        await Task.WhenAll(kinds.SelectMany(kind => Enumerable.Range(0, kind.AtOnce).Select(_ => WorkLoop.RunAsync(
            signal, token => DoNextAsync(kind.Kind, token), fault => Interrupted(log, kind.Kind, fault), stoppingToken))));
    }

    /// <summary>On SQLite there is one process: what was claimed before it started was claimed by one that is dead.</summary>
    private async Task ReleaseAllAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (database is not SqlitePortalDbContext) return;
        var now = time.GetUtcNow();
        await database.WorkItems.Where(item => item.ClaimedBy != null)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.DueAt, now).SetProperty(item => item.ClaimedBy, (Guid?)null), token);
    }

    private async Task<bool> DoNextAsync(string kind, CancellationToken stopping)
    {
        await using var database = await factory.CreateDbContextAsync(stopping);
        if (await database.ClaimAsync(kind, time.GetUtcNow(), stopping) is not { } item) return false;
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var renewal = RenewAsync(item, lost);
        string? fault = null;
        var refused = false;
        await using var scope = scopes.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetServices<IWorkHandler>().First(handler => handler.Kind == kind);
        try
        {
            await handler.ExecuteAsync(item, lost.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await lost.CancelAsync();
            await renewal;
            await database.ReleaseAsync(item, time.GetUtcNow(), CancellationToken.None);
            throw;
        }
#pragma warning disable CA1031 // A failed attempt is counted and tried again, whatever it failed of.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            fault = $"{thrown.GetType().Name}: {thrown.Message}";
            refused = thrown is WorkRefusedException;
            Failed(log, kind, item.Id, item.Attempts, thrown.GetType().Name);
        }

        await lost.CancelAsync();
        await renewal;
        if (fault is null) await database.CompleteAsync(item, stopping);
        else if (!refused && handler.RetryAfter(item.Attempts) is { } pause) await database.FailAsync(item, fault, pause, time.GetUtcNow(), stopping);
        else await GiveUpAsync(database, handler, item, fault, stopping);
        return true;
    }

    /// <summary>Leaves work as dead, and tells who waits for it, both or neither; when that fails, the work is tried once more after its claim.</summary>
    private async Task GiveUpAsync(PortalDbContext database, IWorkHandler handler, WorkItem item, string fault, CancellationToken stopping)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(stopping);
        if (!await database.FailAsync(item, fault, pause: null, time.GetUtcNow(), stopping)) return;
        await handler.GiveUpAsync(database, item, stopping);
        await transaction.CommitAsync(stopping);
    }

    /// <summary>Renews the claim until the work has ended; work whose claim is lost is stopped, because another does it.</summary>
    private async Task RenewAsync(WorkItem item, CancellationTokenSource work)
    {
        while (!work.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(WorkQueue.Lease / 3, work.Token);
                await using var database = await factory.CreateDbContextAsync(work.Token);
                if (!await database.RenewAsync(item, time.GetUtcNow(), work.Token)) await work.CancelAsync();
            }
            catch (OperationCanceledException)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a moment is asked again before the claim ends.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                Interrupted(log, item.Kind, fault);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Work of kind {Kind} is interrupted.")]
    private static partial void Interrupted(ILogger log, string kind, Exception fault);

    [LoggerMessage(LogLevel.Warning, "Work {Kind} {Id} failed at attempt {Attempt}: {Fault}.")]
    private static partial void Failed(ILogger log, string kind, Guid id, int attempt, string fault);
}
