using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SellerPortal.Data.Start;

/// <summary>Guards the SQLite file that <paramref name="connectionString"/> names by its full path.</summary>
internal sealed class SqliteGuard(string connectionString) : IDatabaseGuard
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _file = new SqliteConnectionStringBuilder(connectionString).DataSource;

    public async Task<IAsyncDisposable> EnterAsync(CancellationToken token)
    {
        var folder = Path.GetDirectoryName(_file)!;
        try
        {
            Directory.CreateDirectory(folder);
            if (Directory.Exists(_file)) throw new StartupException($"The database file {_file} is a folder; name a file in ConnectionStrings:Portal.");
            var turn = await TakeTurnAsync(token);
            try
            {
                await ProbeAsync(token);
                return turn;
            }
            catch
            {
                await turn.DisposeAsync();
                throw;
            }
        }
        catch (UnauthorizedAccessException error)
        {
            throw new StartupException($"The folder {folder} cannot be written; give this account the right to write there, or name another file in ConnectionStrings:Portal.", error);
        }
        catch (SqliteException error)
        {
            throw new StartupException(Explain(error) ?? error.Message, error);
        }
        catch (IOException error)
        {
            throw new StartupException($"The database file {_file} cannot be reached: {error.Message}", error);
        }
    }

    public string? Explain(Exception error)
    {
        if (error.GetBaseException() is not SqliteException sqlite) return null;
        return sqlite.SqliteErrorCode switch
        {
            Busy or Locked => $"The database file {_file} is locked by another program; close it and start again.",
            ReadOnly => $"The database file {_file} is read-only; make it and its folder writable.",
            CannotOpen => $"The database file {_file} cannot be opened; check that its folder exists and can be written.",
            Corrupt or NotADatabase => $"The file {_file} is no SQLite database or is damaged; put a backup in its place, or move it away to begin anew.",
            Full => $"The disk that holds {_file} is full; make room and start again.",
            InputOutput => $"The database file {_file} cannot be read or written (I/O error {sqlite.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture)}); check the disk.",
            _ => $"The database file {_file} cannot be used: {sqlite.Message}",
        };
    }

    /// <summary>
    /// A lock file that the operating system gives up when a process dies. Whoever holds it knows that a migration
    /// lock left in the database belongs to a process that was killed.
    /// </summary>
    private async Task<IAsyncDisposable> TakeTurnAsync(CancellationToken token)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(_file + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(100, token);
            }
        }
    }

    private async Task ProbeAsync(CancellationToken token)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 5, Pooling = false }.ConnectionString);
        await using (connection)
        {
            await connection.OpenAsync(token);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS \"StartProbe\" (\"Id\" INTEGER); DROP TABLE \"StartProbe\"; COMMIT;";
            await command.ExecuteNonQueryAsync(token);
            command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
            if ((long)(await command.ExecuteScalarAsync(token))! == 0) return;
            command.CommandText = "DELETE FROM \"__EFMigrationsLock\"";
            await command.ExecuteNonQueryAsync(token);
        }
    }
}
