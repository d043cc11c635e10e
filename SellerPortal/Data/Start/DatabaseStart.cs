using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SellerPortal.Data.Start;

/// <summary>Brings the database up to date and loads what is kept in memory, before the first request is served.</summary>
internal sealed class DatabaseStart(
    IDbContextFactory<PortalDbContext> factory,
    DbDataSource source,
    IDatabaseGuard guard,
    IEnumerable<IDataSeed> seeds,
    IEnumerable<IWarmUp> warmUps)
{
    /// <summary>Migrates, seeds and loads; safe to run by several nodes at once and after a crash.</summary>
    /// <exception cref="StartupException">The portal cannot start; the message says why.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        try
        {
            await using (await guard.EnterAsync(token))
            {
                await using var database = await factory.CreateDbContextAsync(token);
                await MigrateAsync(database, token);
                await SeedAndLoadAsync(database, token);
            }
        }
        catch (Exception error) when (error is not StartupException && guard.Explain(error) is { } line)
        {
            throw new StartupException(line, error);
        }
    }

    /// <summary>
    /// Seeds one after the other; what is kept in memory is loaded beside the later seeds. The first seeds look past the
    /// model whether there is something to do, so that the directory, most of a second, is read while the later ones
    /// compile their first queries: there are two cores.
    /// </summary>
    private async Task SeedAndLoadAsync(PortalDbContext database, CancellationToken token)
    {
        var waiting = warmUps.ToList();
        var loads = new List<Task>();
        foreach (var seed in seeds.OrderBy(seed => seed.Order))
        {
            await seed.SeedAsync(database, token);
            loads.AddRange(waiting.Where(warmUp => warmUp.After <= seed.Order).Select(warmUp => Task.Run(() => warmUp.LoadAsync(token), token)));
            waiting.RemoveAll(warmUp => warmUp.After <= seed.Order);
        }

        await Task.WhenAll(loads.Concat(waiting.Select(warmUp => warmUp.LoadAsync(token))));
    }

    /// <summary>
    /// Asks first, past the model, whether a migration is missing: migrating compares the whole model with its snapshot
    /// even when there is nothing to do, half a second of every start.
    /// </summary>
    private async Task MigrateAsync(PortalDbContext database, CancellationToken token)
    {
        var applied = await source.AppliedMigrationsAsync(token);
        if (!MigrationsOf(database.GetType()).All(applied.Contains)) await database.Database.MigrateAsync(token);
    }

    /// <summary>The names of the migrations that belong to a kind of context.</summary>
    private static IEnumerable<string> MigrationsOf(Type context) =>
        from type in context.Assembly.GetTypes()
        where type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;
}
