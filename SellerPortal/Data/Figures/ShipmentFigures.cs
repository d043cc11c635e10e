using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Figures;

/// <summary>
/// Counts and sums over a seller's shipments, made in the database: a hundred thousand shipments come back as some
/// hundred rows. In SQL, because a day in India is cut from a point in time differently by each provider.
/// </summary>
public static class ShipmentFigures
{
    // CROSS JOIN keeps SQLite from walking all the seller's shipments: failed deliveries are few and have an index. A recall
    // is written with their code and is none, as FailedAttempts of ShipmentQueries has it.
    private static readonly string Failures = $"""
        SELECT scan."Reason", CAST(COUNT(*) AS int) FROM "TrackingEvents" AS scan CROSS JOIN "Shipments" AS shipment
        WHERE scan."Code" = '{EventCodes.NonDelivery}' AND scan."OccurredAt" >= @from AND scan."OccurredAt" < @to
        AND (scan."Reason" IS NULL OR scan."Reason" <> {(int)NonDeliveryReason.Recalled})
        AND shipment."Article" = scan."Article" AND shipment."SellerId" = @seller GROUP BY 1
        """;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The shipments booked from one instant up to another, put together by day of booking and what became of them.</summary>
    public static Task<List<BookedFigure>> BookedAsync(this PortalDbContext database, SellerId seller, DateTimeOffset from, DateTimeOffset to, CancellationToken token) =>
        ReadAsync(database, ByDay(database), seller, from, to, row => new BookedFigure
        {
            BookedOn = DateOnly.FromDayNumber(Epoch + row.GetInt32(0)),
            Status = Enum.Parse<ShipmentStatus>(row.GetString(1)),
            DeliveredOn = row.IsDBNull(2) ? null : DateOnly.FromDayNumber(Epoch + row.GetInt32(2)),
            ExpectedTo = row.IsDBNull(3) ? null : row.GetFieldValue<DateOnly>(3),
            Count = row.GetInt32(4),
            Paise = row.GetInt64(5),
        }, token);

    /// <summary>The failed deliveries from one instant up to another by reason; a reason the feed did not give is null.</summary>
    public static Task<List<FailureFigure>> FailuresAsync(this PortalDbContext database, SellerId seller, DateTimeOffset from, DateTimeOffset to, CancellationToken token) =>
        ReadAsync(database, Failures, seller, from, to, row => new FailureFigure(row.IsDBNull(0) ? null : (NonDeliveryReason)row.GetInt32(0), row.GetInt32(1)), token);

    // The seller's index gives the shipments of the days; everything asked for comes from one walk over them.
    private static string ByDay(PortalDbContext database) => $"""
        SELECT {Day(database, "BookedAt")}, "Status", CASE WHEN "Status" = 'Delivered' THEN {Day(database, "StatusAt")} END, "ExpectedTo", CAST(COUNT(*) AS int), CAST(SUM("Price_Total") AS bigint)
        FROM "Shipments" WHERE "SellerId" = @seller AND "BookedAt" >= @from AND "BookedAt" < @to GROUP BY 1, 2, 3, 4
        """;

    /// <summary>The day in India of a column as days since 1970.</summary>
    private static string Day(PortalDbContext database, string column) => database is PostgresPortalDbContext
        ? $"""(("{column}" AT TIME ZONE 'UTC' + INTERVAL '330 minutes')::date - DATE '1970-01-01')"""
        : $"""(("{column}" + 19800000000) / 86400000000)""";

    /// <summary>Reads figures with a statement of its own.</summary>
    internal static async Task<List<T>> FiguresAsync<T>(
        this PortalDbContext database, string sql, IReadOnlyList<(string Name, object Value)> parameters, Func<DbDataReader, T> read, CancellationToken token)
    {
        await database.Database.OpenConnectionAsync(token);
        try
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters) Add(command, name, value);
            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(token);
            while (await reader.ReadAsync(token)) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    /// <summary>An instant as the provider holds it.</summary>
    internal static object Instant(this PortalDbContext database, DateTimeOffset instant) =>
        database is PostgresPortalDbContext ? instant.UtcDateTime : Converters.UnixMicroseconds.ToUnixMicroseconds(instant);

    private static Task<List<T>> ReadAsync<T>(
        PortalDbContext database, string sql, SellerId seller, DateTimeOffset from, DateTimeOffset to, Func<DbDataReader, T> read, CancellationToken token) =>
        database.FiguresAsync(sql, [("seller", seller.Value), ("from", database.Instant(from)), ("to", database.Instant(to))], read, token);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}

/// <summary>Shipments of one day that fared alike.</summary>
public sealed record BookedFigure
{
    /// <summary>The day in India.</summary>
    public required DateOnly BookedOn { get; init; }

    public required ShipmentStatus Status { get; init; }

    /// <summary>The day in India of the delivery to the addressee; null for what is not delivered.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>The last day of the expected delivery; null when the booking had none.</summary>
    public DateOnly? ExpectedTo { get; init; }

    public required int Count { get; init; }

    /// <summary>What they cost together, with tax.</summary>
    public required long Paise { get; init; }
}

/// <summary>How many deliveries failed for a reason.</summary>
public sealed record FailureFigure(NonDeliveryReason? Reason, int Count);
