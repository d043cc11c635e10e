using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SellerPortal.Data;

/// <summary>
/// Reading past the model, for the start: a reader's rows come five times faster than tracked ones, and the first query
/// through the model costs a quarter of a second of compilation.
/// </summary>
internal static class RawReading
{
    /// <summary>True when the table holds a row.</summary>
    public static async Task<bool> HasRowsAsync(this PortalDbContext database, string table, CancellationToken token)
    {
        await using var command = await CommandAsync(database, token);
        command.CommandText = $"SELECT CASE WHEN EXISTS (SELECT 1 FROM {Quoted(database, table)}) THEN 1 ELSE 0 END";
        return Convert.ToInt32(await command.ExecuteScalarAsync(token), CultureInfo.InvariantCulture) == 1;
    }

    /// <summary>The highest value of a column of numbers; 0 for an empty table.</summary>
    public static async Task<int> HighestAsync(this PortalDbContext database, string table, string column, CancellationToken token)
    {
        await using var command = await CommandAsync(database, token);
        command.CommandText = $"SELECT COALESCE(MAX({Quoted(database, column)}), 0) FROM {Quoted(database, table)}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(token), CultureInfo.InvariantCulture);
    }

    /// <summary>Reads a table in the order of its first column; with a range only the rows whose first column is in it.</summary>
    /// <param name="database">An open or closed context of its own.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns, in the order in which <paramref name="read"/> takes them.</param>
    /// <param name="range">Rows above the first and up to the second number; null for all.</param>
    /// <param name="read">Makes a row.</param>
    /// <param name="token">Cancels.</param>
    public static async Task<List<T>> ReadTableAsync<T>(
        this PortalDbContext database,
        string table,
        IReadOnlyList<string> columns,
        (int After, int UpTo)? range,
        Func<DbDataReader, T> read,
        CancellationToken token)
    {
        await using var command = await CommandAsync(database, token);
        var first = Quoted(database, columns[0]);
        var where = "";
        if (range is { } within)
        {
            where = $" WHERE {first} > @after AND {first} <= @upTo";
            AddNumber(command, "after", within.After);
            AddNumber(command, "upTo", within.UpTo);
        }

        command.CommandText = $"SELECT {string.Join(", ", columns.Select(column => Quoted(database, column)))} FROM {Quoted(database, table)}{where} ORDER BY {first}";
        await using var reader = await command.ExecuteReaderAsync(token);
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private static async Task<DbCommand> CommandAsync(PortalDbContext database, CancellationToken token)
    {
        await database.Database.OpenConnectionAsync(token);
        var command = database.Database.GetDbConnection().CreateCommand();
        command.Transaction = database.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Quoted(PortalDbContext database, string name) => database.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);

    private static void AddNumber(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
