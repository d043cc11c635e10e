using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SellerPortal.Data;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data;

public sealed class MigrationTests
{
    [Theory, EachDatabase]
    public async Task Model_AgainstTheMigrations_HasNoPendingChange(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        Assert.False(database.Database.HasPendingModelChanges());
    }

    /// <summary>When it fails, generate it anew: see decision 8.</summary>
    [Theory, EachDatabase]
    public async Task CompiledModel_AgainstTheConfiguration_IsTheSame(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var compiled = database.Model;
        var configured = database.GetService<IDesignTimeModel>().Model;
        Assert.NotSame(configured.GetType(), compiled.GetType());
        Assert.Equal(Describe(configured), Describe(compiled));
    }

    [Theory, EachDatabase]
    public async Task Migrations_OnAnEmptyDatabase_AllApply(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        Assert.NotEmpty(await database.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await database.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What runs outside of its migration's transaction stays behind when the process is killed, and the next start stumbles over it.</summary>
    [Theory, EachDatabase]
    public async Task Migrations_AllTheirCommands_StandInATransaction(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var assembly = database.GetService<IMigrationsAssembly>();
        var generator = database.GetService<IMigrationsSqlGenerator>();
        var outside = assembly.Migrations
            .Select(named => (named.Key, Migration: assembly.CreateMigration(named.Value, database.Database.ProviderName!)))
            .SelectMany(named => generator.Generate(named.Migration.UpOperations, named.Migration.TargetModel).Select(command => (named.Key, command)))
            .Where(named => named.command.TransactionSuppressed)
            .Select(named => $"{named.Key}: {named.command.CommandText}");
        Assert.Empty(outside);
    }

    [Fact]
    public async Task Start_AfterAKillInTheMiddleOfAMigration_ClearsTheLockAndServes()
    {
        var file = TestDatabase.NewSqliteFile();
        await using (var left = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await left.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = left.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23 06:00:00');
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var portal = PortalProcess.Start(("ConnectionStrings__Portal", $"Data Source={file}"));
        using var client = new HttpClient { BaseAddress = await portal.ReadyAsync() };
        Assert.Equal("Healthy", await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Theory, EachDatabase]
    public async Task Start_TwoNodesAtOnce_BothServe(DatabaseKind kind)
    {
        var connection = kind == DatabaseKind.Sqlite ? $"Data Source={TestDatabase.NewSqliteFile()}" : await TestDatabase.NewPostgresAsync();
        var settings = new[] { ("Database__Provider", kind.ToString()), ("ConnectionStrings__Portal", connection) };
        await using var first = PortalProcess.Start(settings);
        await using var second = PortalProcess.Start(settings);
        await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync());
    }

    /// <summary>Everything of a model that queries and saves go by, one line for each fact.</summary>
    private static List<string> Describe(IModel model)
    {
        var lines = new List<string>();
        foreach (var entity in model.GetEntityTypes())
        {
            lines.Add($"{entity.Name} {entity.GetTableName()}");
            lines.AddRange(Properties(entity).Select(property => $"{entity.Name} {property}"));
            lines.AddRange(entity.GetKeys().Select(key => $"{entity.Name} key {key.ToDebugString()}"));
            lines.AddRange(entity.GetForeignKeys().Select(key => $"{entity.Name} {key.ToDebugString()} {key.DeleteBehavior}"));
            lines.AddRange(entity.GetIndexes().Select(index => $"{entity.Name} {index.ToDebugString()} {index.IsUnique}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static IEnumerable<string> Properties(ITypeBase type) => type.GetProperties()
        .Select(property => string.Join(
            ' ',
            property.Name,
            property.GetColumnName(),
            property.GetRelationalTypeMapping().StoreType,
            property.GetRelationalTypeMapping().Converter?.GetType().Name,
            property.IsNullable,
            property.IsConcurrencyToken,
            property.ValueGenerated))
        .Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType).Select(line => $"{complex.Name}.{line}")));
}
