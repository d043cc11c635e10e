using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SellerPortal.Data.Bulk;

/// <summary>One prepared INSERT, run for each row inside one transaction.</summary>
internal sealed class SqliteBulkWriter : IBulkWriter
{
    public async Task<int> InsertAsync<T>(PortalDbContext database, IEnumerable<T> rows, CancellationToken token)
        where T : class
    {
        var table = BulkTable.Of<T>(database);
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(token) : null;
        await using var command = (SqliteCommand)database.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)database.Database.CurrentTransaction!.GetDbTransaction();
        var parameters = table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@{i}" })).ToArray();
        command.CommandText =
            $"INSERT INTO {table.Name} ({table.ColumnNames}) VALUES ({string.Join(", ", parameters.Select(parameter => parameter.ParameterName))})";
        var count = 0;
        foreach (var row in rows)
        {
            token.ThrowIfCancellationRequested();
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = table.Columns[i].ValueOf(row) ?? DBNull.Value;
            if (count == 0) command.Prepare();
            // SQLite has no asynchronous calls; awaiting would only add work to every row.
            command.ExecuteNonQuery();
            count++;
        }

        if (own is not null) await own.CommitAsync(token);
        return count;
    }
}
