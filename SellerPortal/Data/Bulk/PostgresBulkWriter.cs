using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SellerPortal.Data.Bulk;

/// <summary>One binary COPY.</summary>
internal sealed class PostgresBulkWriter : IBulkWriter
{
    public async Task<int> InsertAsync<T>(PortalDbContext database, IEnumerable<T> rows, CancellationToken token)
        where T : class
    {
        var table = BulkTable.Of<T>(database);
        await using var own = database.Database.CurrentTransaction is null ? await database.Database.BeginTransactionAsync(token) : null;
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var count = 0;
        await using (var import = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)", token))
        {
            foreach (var row in rows)
            {
                await import.StartRowAsync(token);
                foreach (var column in table.Columns)
                {
                    if (column.ValueOf(row) is { } value) await import.WriteAsync(value, column.StoreType, token);
                    else await import.WriteNullAsync(token);
                }

                count++;
            }

            await import.CompleteAsync(token);
        }

        if (own is not null) await own.CommitAsync(token);
        return count;
    }
}
