using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using static SellerPortal.Data.Converters.UnixMicroseconds;

namespace SellerPortal.Data.Tracking;

/// <summary>SQLite: one writer at a time holds the file from the start of the transaction; prepared statements do the rest.</summary>
internal sealed class SqliteEventStore : EventStore
{
    private const string Select = """
        SELECT "Id", "Article", "Status", "StatusAt", "LastScan", "LastScanCode", "LastScanOffice", "LastScanAt", "LastScanReason", "TurnedBackAt", "HandedOverAt", "SellerId"
        FROM "Shipments" WHERE "Article" IN (SELECT value FROM json_each($articles))
        """;

    private const string Insert = """
        INSERT OR IGNORE INTO "TrackingEvents"
        ("Article", "OccurredAt", "Code", "Office", "OfficePincode", "Description", "Reason", "Remark", "RecordedAt")
        VALUES ($a, $b, $c, $d, $e, $f, $g, $h, $i)
        """;

    private const string Update = """
        UPDATE "Shipments" SET "Status" = $a, "StatusAt" = $b, "LastScan" = $c, "LastScanCode" = $d, "LastScanOffice" = $e, "LastScanAt" = $f,
        "LastScanReason" = $g, "TurnedBackAt" = $h, "HandedOverAt" = $i, "Version" = $j WHERE "Id" = $k
        """;

    private const string Announce = """
        INSERT INTO "ShipmentChanges" ("ShipmentId", "SellerId", "Before", "Status", "At", "RecordedAt") VALUES ($a, $b, $c, $d, $e, $f)
        """;

    protected override async Task<Dictionary<string, Standing>> LockAsync(DbTransaction transaction, IReadOnlyCollection<string> articles, CancellationToken token)
    {
        await using var command = Command(transaction, Select);
        command.Parameters.AddWithValue("$articles", JsonSerializer.Serialize(articles));
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new Dictionary<string, Standing>(articles.Count);
        while (await reader.ReadAsync(token))
        {
            found.Add(reader.GetString(1), new Standing(reader.GetString(1), new ShipmentId(reader.GetGuid(0)), new SellerId(reader.GetGuid(11)), new ScanState
            {
                Status = Enum.Parse<ShipmentStatus>(reader.GetString(2)),
                StatusAt = FromUnixMicroseconds(reader.GetInt64(3)),
                LastScan = Text(reader, 4),
                LastScanCode = Text(reader, 5),
                LastScanOffice = Text(reader, 6),
                LastScanAt = Time(reader, 7),
                LastScanReason = reader.IsDBNull(8) ? null : (NonDeliveryReason)reader.GetInt32(8),
                TurnedBackAt = Time(reader, 9),
                HandedOverAt = Time(reader, 10),
            }));
        }

        return found;
    }

    protected override Task<int> InsertAsync(DbTransaction transaction, IReadOnlyList<TrackingEvent> events, CancellationToken token)
    {
        using var command = Command(transaction, Insert);
        var values = Parameters(command, 9);
        var added = 0;
        foreach (var scan in events)
        {
            token.ThrowIfCancellationRequested();
            values[0].Value = scan.Article;
            values[1].Value = ToUnixMicroseconds(scan.OccurredAt);
            values[2].Value = scan.Code;
            values[3].Value = scan.Office;
            values[4].Value = (object?)scan.OfficePincode?.Value ?? DBNull.Value;
            values[5].Value = (object?)scan.Description ?? DBNull.Value;
            values[6].Value = scan.Reason is { } reason ? (int)reason : DBNull.Value;
            values[7].Value = (object?)scan.Remark ?? DBNull.Value;
            values[8].Value = ToUnixMicroseconds(scan.RecordedAt);
            added += command.ExecuteNonQuery();
        }

        return Task.FromResult(added);
    }

    protected override Task UpdateAsync(DbTransaction transaction, IReadOnlyList<Standing> shipments, CancellationToken token)
    {
        using var command = Command(transaction, Update);
        var values = Parameters(command, 11);
        foreach (var (_, id, _, state) in shipments)
        {
            token.ThrowIfCancellationRequested();
            values[0].Value = state.Status.ToString();
            values[1].Value = ToUnixMicroseconds(state.StatusAt);
            values[2].Value = (object?)state.LastScan ?? DBNull.Value;
            values[3].Value = (object?)state.LastScanCode ?? DBNull.Value;
            values[4].Value = (object?)state.LastScanOffice ?? DBNull.Value;
            values[5].Value = Micros(state.LastScanAt);
            values[6].Value = state.LastScanReason is { } reason ? (int)reason : DBNull.Value;
            values[7].Value = Micros(state.TurnedBackAt);
            values[8].Value = Micros(state.HandedOverAt);
            values[9].Value = Guid.CreateVersion7();
            values[10].Value = id.Value;
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    protected override Task AnnounceAsync(DbTransaction transaction, IReadOnlyList<StatusNews> news, CancellationToken token)
    {
        using var command = Command(transaction, Announce);
        var values = Parameters(command, 6);
        foreach (var (of, before, status, at, recorded) in news)
        {
            token.ThrowIfCancellationRequested();
            values[0].Value = of.Id.Value;
            values[1].Value = of.Seller.Value;
            values[2].Value = before.ToString();
            values[3].Value = status.ToString();
            values[4].Value = ToUnixMicroseconds(at);
            values[5].Value = ToUnixMicroseconds(recorded);
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    private static SqliteCommand Command(DbTransaction transaction, string sql) =>
        new(sql, (SqliteConnection)transaction.Connection!, (SqliteTransaction)transaction);

    private static SqliteParameter[] Parameters(SqliteCommand command, int count)
    {
        var parameters = new SqliteParameter[count];
        for (var i = 0; i < count; i++)
        {
            parameters[i] = new SqliteParameter { ParameterName = $"${(char)('a' + i)}" };
            command.Parameters.Add(parameters[i]);
        }

        return parameters;
    }

    private static object Micros(DateTimeOffset? time) => time is { } known ? ToUnixMicroseconds(known) : DBNull.Value;

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : FromUnixMicroseconds(reader.GetInt64(column));
}
