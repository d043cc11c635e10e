using System.Net.Sockets;
using Npgsql;

namespace SellerPortal.Data.Start;

/// <summary>Guards the PostgreSQL database of <paramref name="connectionString"/>.</summary>
internal sealed class PostgresGuard(string connectionString) : IDatabaseGuard
{
    /// <summary>Names the advisory lock that nodes starting together take in turn.</summary>
    private const long StartLock = 0x53504F5254414C;

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken token)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 120 }.ConnectionString);
        try
        {
            await connection.OpenAsync(token);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = StartLock } } };
            await command.ExecuteNonQueryAsync(token);
            return connection;
        }
        catch (Exception error) when (Explain(error) is { } line)
        {
            await connection.DisposeAsync();
            throw new StartupException(line, error);
        }
    }

    public string? Explain(Exception error)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connectionString);
        var place = $"{parsed.Host}:{parsed.Port}, database '{parsed.Database}'";
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification }:
                    return $"PostgreSQL at {place} refuses the user '{parsed.Username}'; check user and password in ConnectionStrings:Portal.";
                case PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName }:
                    return $"PostgreSQL at {parsed.Host}:{parsed.Port} has no database '{parsed.Database}'; create it, or correct ConnectionStrings:Portal.";
                case PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege }:
                    return $"PostgreSQL at {place} does not let the user '{parsed.Username}' create tables; grant it CREATE on the schema.";
                case PostgresException postgres:
                    return $"PostgreSQL at {place} answers: {postgres.MessageText} ({postgres.SqlState}).";
                case SocketException or TimeoutException:
                    return $"PostgreSQL at {place} cannot be reached; check that it runs and that ConnectionStrings:Portal is right.";
            }
        }

        return error is NpgsqlException npgsql ? $"PostgreSQL at {place} cannot be used: {npgsql.Message}" : null;
    }
}
