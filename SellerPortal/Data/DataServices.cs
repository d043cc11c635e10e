using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Bulk;
using SellerPortal.Data.Start;

namespace SellerPortal.Data;

/// <summary>Puts the database into the services: the provider of the configuration, a pooled factory, a scoped context.</summary>
public static class DataServices
{
    /// <summary>The name of the connection string, for both providers.</summary>
    public const string ConnectionName = "Portal";

    private static readonly KeptPlans.Interceptor KeepingPlans = new();

    /// <summary>Registers the database named by the configuration.</summary>
    /// <exception cref="StartupException">The provider's name or the connection string is wrong.</exception>
    public static IServiceCollection AddPortalData(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var provider = configuration["Database:Provider"] ?? "Sqlite";
        var connection = configuration.GetConnectionString(ConnectionName);
        if (provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase)) AddSqlite(services, connection, contentRoot);
        else if (provider.Equals("Postgres", StringComparison.OrdinalIgnoreCase)) AddPostgres(services, connection);
        else throw new StartupException($"Database:Provider is '{provider}'; it must be Sqlite or Postgres.");

        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddSingleton<DatabaseStart>();
        services.AddSingleton<BookingWriter>();
        services.AddSingleton<BookingLane>();
        return services;
    }

    /// <summary>The options every SQLite context of the portal has.</summary>
    public static void UsePortalSqlite(this DbContextOptionsBuilder options, string connection) => options
        .UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(DataServices).Assembly.GetName().Name))
        .AddInterceptors(SqlitePragmas.Instance)
        .ConfigureWarnings(LetCountsBeUnordered);

    /// <summary>The options every PostgreSQL context of the portal has.</summary>
    public static void UsePortalPostgres(this DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection, postgres => postgres.MigrationsAssembly(typeof(DataServices).Assembly.GetName().Name))
        .AddInterceptors(KeepingPlans)
        .ConfigureWarnings(LetCountsBeUnordered);

    /// <summary>Counting up to a limit needs no order, and is slower with one.</summary>
    private static void LetCountsBeUnordered(WarningsConfigurationBuilder warnings) => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    private static void AddSqlite(IServiceCollection services, string? connection, string contentRoot)
    {
        SqliteConnectionStringBuilder parsed;
        try
        {
            parsed = new SqliteConnectionStringBuilder(connection ?? "Data Source=App_Data/portal.db");
        }
        catch (ArgumentException fault)
        {
            throw new StartupException($"ConnectionStrings:{ConnectionName} is no SQLite connection string: {fault.Message}", fault);
        }

        if (string.IsNullOrWhiteSpace(parsed.DataSource))
        {
            throw new StartupException($"ConnectionStrings:{ConnectionName} names no file; write 'Data Source=…/portal.db'.");
        }

        parsed.DataSource = Path.GetFullPath(parsed.DataSource, contentRoot);
        parsed.ForeignKeys = true;
        services.AddPooledDbContextFactory<SqlitePortalDbContext>(options => options.UsePortalSqlite(parsed.ConnectionString));
        services.AddSingleton<IDbContextFactory<PortalDbContext>, FactoryOf<SqlitePortalDbContext>>();
        services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(parsed.ConnectionString));
        services.AddSingleton<IDatabaseGuard>(new SqliteGuard(parsed.ConnectionString));
        services.AddSingleton<IBulkWriter, SqliteBulkWriter>();
    }

    private static void AddPostgres(IServiceCollection services, string? connection)
    {
        NpgsqlConnectionStringBuilder parsed;
        try
        {
            parsed = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException fault)
        {
            throw new StartupException($"ConnectionStrings:{ConnectionName} is no PostgreSQL connection string: {fault.Message}", fault);
        }

        if (string.IsNullOrWhiteSpace(parsed.Host))
        {
            throw new StartupException($"ConnectionStrings:{ConnectionName} names no PostgreSQL host; write 'Host=…;Database=…;Username=…;Password=…'.");
        }

        services.AddPooledDbContextFactory<PostgresPortalDbContext>(options => options.UsePortalPostgres(parsed.ConnectionString));
        services.AddSingleton<IDbContextFactory<PortalDbContext>, FactoryOf<PostgresPortalDbContext>>();
        services.AddSingleton<IBulkWriter, PostgresBulkWriter>();
        services.AddSingleton<DbDataSource>(_ => NpgsqlDataSource.Create(parsed.ConnectionString));
        services.AddSingleton<IDatabaseGuard>(new PostgresGuard(parsed.ConnectionString));
    }

    private sealed class FactoryOf<TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<PortalDbContext>
        where TContext : PortalDbContext
    {
        public PortalDbContext CreateDbContext() => factory.CreateDbContext();

        public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>Durable write-ahead log, and ten seconds of patience with another writer.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();

        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
