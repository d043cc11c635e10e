using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Outbox;

/// <summary>Tells the handlers of changes of shipments, a portion at a time in the order in which they were written.</summary>
internal sealed partial class ShipmentChangeRelay(
    IServiceScopeFactory scopes, IDbContextFactory<PortalDbContext> factory, WorkSignal signal, ILogger<ShipmentChangeRelay> log) : BackgroundService
{
    private const int Portion = 500;

    /// <summary>Tells of one portion.</summary>
    /// <returns>How many changes it held; 0 when there was none, or another node is at it.</returns>
    internal async Task<int> RelayAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (!await database.ShipmentChanges.AnyAsync(token)) return 0;
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var changes = await LockAsync(database, token);
        if (changes.Count == 0) return 0;
        await using var scope = scopes.CreateAsyncScope();
        var handlers = scope.ServiceProvider.GetServices<IShipmentChangeHandler>().ToList();
        foreach (var handler in handlers) await handler.HandleAsync(database, changes, token);
        await database.SaveChangesAsync(token);
        var ids = changes.Select(change => change.Id).ToList();
        await database.ShipmentChanges.Where(change => ids.Contains(change.Id)).ExecuteDeleteAsync(token);
        await transaction.CommitAsync(token);
        signal.Pulse();
        foreach (var handler in handlers) handler.Committed(changes);
        return changes.Count;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        WorkLoop.RunAsync(signal, async token => await RelayAsync(token) > 0, fault => Interrupted(log, fault), stoppingToken);

    /// <summary>On PostgreSQL rows that another node holds are passed over; on SQLite one writer holds the whole file.</summary>
    private static Task<List<ShipmentChange>> LockAsync(PortalDbContext database, CancellationToken token) => database is PostgresPortalDbContext
        ? database.ShipmentChanges
            .FromSqlRaw("SELECT * FROM \"ShipmentChanges\" ORDER BY \"Id\" LIMIT {0} FOR UPDATE SKIP LOCKED", Portion)
            .AsNoTracking().ToListAsync(token)
        : database.ShipmentChanges.AsNoTracking().OrderBy(change => change.Id).Take(Portion).ToListAsync(token);

    [LoggerMessage(LogLevel.Warning, "Changes of shipments could not be told; they will be told again.")]
    private static partial void Interrupted(ILogger log, Exception fault);
}
