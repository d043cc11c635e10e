using System.Data.Common;
using System.Globalization;

namespace SellerPortal.Data;

/// <summary>
/// Reading past the model, for the start: a reader's rows come five times faster than tracked ones, and nothing waits
/// for the first query through the model, which takes a quarter of a second to compile.
/// </summary>
internal static class RawReading
{
    /// <summary>True when the table holds a row.</summary>
    public static async Task<bool> HasRowsAsync(this DbDataSource source, string table, CancellationToken token)
    {
        await using var command = source.CreateCommand($"SELECT CASE WHEN EXISTS (SELECT 1 FROM \"{table}\") THEN 1 ELSE 0 END");
        return Convert.ToInt32(await command.ExecuteScalarAsync(token), CultureInfo.InvariantCulture) == 1;
    }

    /// <summary>The highest value of a column of numbers; 0 for an empty table.</summary>
    public static async Task<int> HighestAsync(this DbDataSource source, string table, string column, CancellationToken token)
    {
        await using var command = source.CreateCommand($"SELECT COALESCE(MAX(\"{column}\"), 0) FROM \"{table}\"");
        return Convert.ToInt32(await command.ExecuteScalarAsync(token), CultureInfo.InvariantCulture);
    }

    /// <summary>The names of the migrations the database has had; empty when it never had one.</summary>
    public static async Task<IReadOnlySet<string>> AppliedMigrationsAsync(this DbDataSource source, CancellationToken token)
    {
        try
        {
            return (await source.ReadTableAsync("__EFMigrationsHistory", ["MigrationId"], range: null, reader => reader.GetString(0), token)).ToHashSet();
        }
        catch (DbException)
        {
            // No such table. Whatever else ails the database, migrating meets it next and says so.
            return new HashSet<string>();
        }
    }

    /// <summary>Reads a table in the order of its first column; with a range only the rows whose first column is in it.</summary>
    /// <param name="source">Where connections come from.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns, in the order in which <paramref name="read"/> takes them.</param>
    /// <param name="range">Rows above the first and up to the second number; null for all.</param>
    /// <param name="read">Makes a row.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<List<T>> ReadTableAsync<T>(
        this DbDataSource source,
        string table,
        IReadOnlyList<string> columns,
        (int After, int UpTo)? range,
        Func<DbDataReader, T> read,
        CancellationToken token)
    {
        await using var command = source.CreateCommand();
        var first = $"\"{columns[0]}\"";
        var where = "";
        if (range is { } within)
        {
            where = $" WHERE {first} > @after AND {first} <= @upTo";
            AddNumber(command, "after", within.After);
            AddNumber(command, "upTo", within.UpTo);
        }

        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => $"\"{column}\""))} FROM \"{table}\"{where} ORDER BY {first}";
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static void AddNumber(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
