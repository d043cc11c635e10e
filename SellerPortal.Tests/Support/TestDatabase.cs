using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SellerPortal.Data;

namespace SellerPortal.Tests.Support;

/// <summary>
/// A database of its own for one test: a copy of a template that is made once in a run. Empty tables, full schema.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<PortalDbContext>, IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplateAsync);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplateAsync);
    private static readonly SemaphoreSlim PostgresCopies = new(1);
    private static int _count;

    private readonly Func<PortalDbContext> _create;

    private TestDatabase(DatabaseKind kind, string connectionString, Func<PortalDbContext> create)
    {
        Source = kind == DatabaseKind.Sqlite ? SqliteFactory.Instance.CreateDataSource(connectionString) : NpgsqlDataSource.Create(connectionString);
        Kind = kind;
        ConnectionString = connectionString;
        _create = create;
    }

    public DatabaseKind Kind { get; }

    public string ConnectionString { get; }

    /// <summary>Connections past the model.</summary>
    public DbDataSource Source { get; }

    /// <summary>A server's connection string with the right to create databases, or null.</summary>
    public static string? PostgresServer => Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES");

    /// <summary>Why tests on PostgreSQL are skipped, or null when they run.</summary>
    public static string? WhyNoPostgres => string.IsNullOrEmpty(PostgresServer) ? "PORTAL_TEST_POSTGRES is not set" : null;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            var file = NewSqliteFile();
            File.Copy(await SqliteTemplate.Value, file);
            var connection = $"Data Source={file};Foreign Keys=True";
            return new TestDatabase(kind, connection, () => Sqlite(connection));
        }
        else
        {
            var connection = await CopyPostgresAsync(await PostgresTemplate.Value);
            return new TestDatabase(kind, connection, () => Postgres(connection));
        }
    }

    /// <summary>A name in the temporary folder that no other test uses.</summary>
    public static string NewSqliteFile() => Path.Combine(Directory.CreateTempSubdirectory("portal-test-").FullName, "portal.db");

    /// <summary>A connection string to a new, empty PostgreSQL database.</summary>
    public static async Task<string> NewPostgresAsync() => await CopyPostgresAsync("template1");

    public PortalDbContext CreateDbContext() => _create();

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (Kind == DatabaseKind.Sqlite)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            Directory.Delete(Path.GetDirectoryName(connection.DataSource)!, recursive: true);
        }
        else
        {
            await using var own = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(own);
            await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS \"{own.Database}\" WITH (FORCE)");
        }
    }

    private static SqlitePortalDbContext Sqlite(string connection)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        options.UsePortalSqlite(connection);
        return new SqlitePortalDbContext(options.Options);
    }

    private static PostgresPortalDbContext Postgres(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresPortalDbContext>();
        options.UsePortalPostgres(connection);
        return new PostgresPortalDbContext(options.Options);
    }

    private static async Task<string> MakeSqliteTemplateAsync()
    {
        var file = NewSqliteFile();
        await using (var database = Sqlite($"Data Source={file};Pooling=False"))
        {
            await database.Database.MigrateAsync();
        }

        return file;
    }

    private static async Task<string> MakePostgresTemplateAsync()
    {
        var connection = await NewPostgresAsync() + ";Pooling=False";
        await using (var database = Postgres(connection))
        {
            await database.Database.MigrateAsync();
        }

        return new NpgsqlConnectionStringBuilder(connection).Database!;
    }

    private static async Task<string> CopyPostgresAsync(string template)
    {
        var name = $"portal_test_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        await PostgresCopies.WaitAsync();
        try
        {
            await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
            // Its files are copied; written through the log, as is usual, hundreds of databases take minutes.
            await ExecuteOnServerAsync($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY");
        }
        finally
        {
            PostgresCopies.Release();
        }

        return new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 8 }.ConnectionString;
    }

    private static async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
