using System.Data.Common;
using Npgsql;
using NpgsqlTypes;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Tracking;

/// <summary>PostgreSQL: rows are locked in the order of their ids, so that two portions wait instead of deadlocking; columns travel as arrays.</summary>
internal sealed class PostgresEventStore : EventStore
{
    private const string Select = """
        SELECT "Id", "Article", "Status", "StatusAt", "LastScan", "LastScanCode", "LastScanOffice", "LastScanAt", "LastScanReason", "TurnedBackAt", "HandedOverAt", "SellerId"
        FROM "Shipments" WHERE "Article" = ANY($1::character(13)[]) ORDER BY "Id" FOR NO KEY UPDATE
        """;

    private const string Insert = """
        INSERT INTO "TrackingEvents"
        ("Article", "OccurredAt", "Code", "Office", "OfficePincode", "Description", "Reason", "Remark", "RecordedAt")
        SELECT * FROM unnest($1::character(13)[], $2::timestamptz[], $3::text[], $4::text[], $5::int[], $6::text[], $7::int[], $8::text[], $9::timestamptz[])
        ON CONFLICT DO NOTHING
        """;

    private const string Update = """
        UPDATE "Shipments" AS s SET "Status" = n.a, "StatusAt" = n.b, "LastScan" = n.c, "LastScanCode" = n.d, "LastScanOffice" = n.e, "LastScanAt" = n.f,
        "LastScanReason" = n.g, "TurnedBackAt" = n.h, "HandedOverAt" = n.i, "Version" = n.j
        FROM unnest($1::text[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::timestamptz[],
                    $7::int[], $8::timestamptz[], $9::timestamptz[], $10::uuid[], $11::uuid[]) AS n(a, b, c, d, e, f, g, h, i, j, k)
        WHERE s."Id" = n.k
        """;

    private const string Announce = """
        INSERT INTO "ShipmentChanges" ("ShipmentId", "SellerId", "Before", "Status", "At", "RecordedAt")
        SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[])
        """;

    protected override async Task<Dictionary<string, Standing>> LockAsync(DbTransaction transaction, IReadOnlyCollection<string> articles, CancellationToken token)
    {
        await using var command = Command(transaction, Select);
        Add(command, NpgsqlDbType.Text, articles.ToArray());
        await using var reader = await command.ExecuteReaderAsync(token);
        var found = new Dictionary<string, Standing>(articles.Count);
        while (await reader.ReadAsync(token))
        {
            found.Add(reader.GetString(1), new Standing(reader.GetString(1), new ShipmentId(reader.GetGuid(0)), new SellerId(reader.GetGuid(11)), new ScanState
            {
                Status = Enum.Parse<ShipmentStatus>(reader.GetString(2)),
                StatusAt = reader.GetFieldValue<DateTimeOffset>(3),
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

    protected override async Task<int> InsertAsync(DbTransaction transaction, IReadOnlyList<TrackingEvent> events, CancellationToken token)
    {
        await using var command = Command(transaction, Insert);
        Add(command, NpgsqlDbType.Text, Column(events, scan => scan.Article));
        Add(command, NpgsqlDbType.TimestampTz, Column(events, scan => scan.OccurredAt));
        Add(command, NpgsqlDbType.Text, Column(events, scan => scan.Code));
        Add(command, NpgsqlDbType.Text, Column(events, scan => scan.Office));
        Add(command, NpgsqlDbType.Integer, Column(events, scan => scan.OfficePincode?.Value));
        Add(command, NpgsqlDbType.Text, Column(events, scan => scan.Description));
        Add(command, NpgsqlDbType.Integer, Column(events, scan => (int?)scan.Reason));
        Add(command, NpgsqlDbType.Text, Column(events, scan => scan.Remark));
        Add(command, NpgsqlDbType.TimestampTz, Column(events, scan => scan.RecordedAt));
        return await command.ExecuteNonQueryAsync(token);
    }

    protected override async Task UpdateAsync(DbTransaction transaction, IReadOnlyList<Standing> shipments, CancellationToken token)
    {
        await using var command = Command(transaction, Update);
        Add(command, NpgsqlDbType.Text, Column(shipments, shipment => shipment.State.Status.ToString()));
        Add(command, NpgsqlDbType.TimestampTz, Column(shipments, shipment => shipment.State.StatusAt));
        Add(command, NpgsqlDbType.Text, Column(shipments, shipment => shipment.State.LastScan));
        Add(command, NpgsqlDbType.Text, Column(shipments, shipment => shipment.State.LastScanCode));
        Add(command, NpgsqlDbType.Text, Column(shipments, shipment => shipment.State.LastScanOffice));
        Add(command, NpgsqlDbType.TimestampTz, Column(shipments, shipment => shipment.State.LastScanAt));
        Add(command, NpgsqlDbType.Integer, Column(shipments, shipment => (int?)shipment.State.LastScanReason));
        Add(command, NpgsqlDbType.TimestampTz, Column(shipments, shipment => shipment.State.TurnedBackAt));
        Add(command, NpgsqlDbType.TimestampTz, Column(shipments, shipment => shipment.State.HandedOverAt));
        Add(command, NpgsqlDbType.Uuid, Column(shipments, _ => Guid.CreateVersion7()));
        Add(command, NpgsqlDbType.Uuid, Column(shipments, shipment => shipment.Id.Value));
        await command.ExecuteNonQueryAsync(token);
    }

    protected override async Task AnnounceAsync(DbTransaction transaction, IReadOnlyList<StatusNews> news, CancellationToken token)
    {
        await using var command = Command(transaction, Announce);
        Add(command, NpgsqlDbType.Uuid, Column(news, change => change.Of.Id.Value));
        Add(command, NpgsqlDbType.Uuid, Column(news, change => change.Of.Seller.Value));
        Add(command, NpgsqlDbType.Text, Column(news, change => change.Before.ToString()));
        Add(command, NpgsqlDbType.Text, Column(news, change => change.Status.ToString()));
        Add(command, NpgsqlDbType.TimestampTz, Column(news, change => change.At));
        Add(command, NpgsqlDbType.TimestampTz, Column(news, change => change.RecordedAt));
        await command.ExecuteNonQueryAsync(token);
    }

    private static NpgsqlCommand Command(DbTransaction transaction, string sql) =>
        new(sql, (NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);

    private static void Add(NpgsqlCommand command, NpgsqlDbType elements, Array column) =>
        command.Parameters.Add(new NpgsqlParameter { Value = column, NpgsqlDbType = NpgsqlDbType.Array | elements });

    private static TColumn[] Column<TRow, TColumn>(IReadOnlyList<TRow> rows, Func<TRow, TColumn> value)
    {
        var column = new TColumn[rows.Count];
        for (var i = 0; i < column.Length; i++) column[i] = value(rows[i]);
        return column;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
