using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;

namespace SellerPortal.Data.Figures;

/// <summary>
/// How the sellers' deposits stand. Postage is written nowhere a second time: it is summed from the shipments, in the
/// database and over the index of seller and time of booking, so a reading costs one walk over the shipments booked
/// since the deposit was opened.
/// </summary>
public static class DepositQueries
{
    private const string Drawn = """(shipment."Price_Total" + COALESCE(shipment."RecallFee", 0) - COALESCE(shipment."Refund", 0))""";

    /// <summary>The deposit of a seller; null for one who has none, which costs next to nothing.</summary>
    public static async Task<Deposit?> DepositAsync(this PortalDbContext database, SellerId seller, DateOnly today, CancellationToken token) =>
        (await ReadAsync(database, seller, today, token)).SingleOrDefault();

    /// <summary>Every deposit there is.</summary>
    public static Task<IReadOnlyList<Deposit>> DepositsAsync(this PortalDbContext database, DateOnly today, CancellationToken token) =>
        ReadAsync(database, only: null, today, token);

    private static async Task<IReadOnlyList<Deposit>> ReadAsync(PortalDbContext database, SellerId? only, DateOnly today, CancellationToken token)
    {
        var which = only is null ? "" : """WHERE "SellerId" = @seller""";
        List<(string Name, object Value)> parameters = only is { } seller ? [("seller", seller.Value)] : [];
        var paid = await database.FiguresAsync(
            $"""SELECT "SellerId", CAST(SUM("Amount") AS bigint) FROM "DepositMovements" {which} GROUP BY "SellerId" """,
            parameters,
            row => (Seller: new SellerId(row.GetGuid(0)), Paise: row.GetInt64(1)),
            token);
        if (paid.Count == 0) return [];

        parameters.Add(("recent", database.Instant(IndianTime.StartOf(today.AddDays(1 - Deposit.RecentDays)))));
        var postage = (await database.FiguresAsync(
            Postage(database, which),
            parameters,
            row => (Seller: new SellerId(row.GetGuid(0)), Month: row.GetInt32(1), Drawn: row.GetInt64(2), Recent: row.GetInt64(3)),
            token)).ToLookup(month => month.Seller);
        return
        [
            .. paid.Select(sum => new Deposit(
                sum.Seller,
                new Money(sum.Paise),
                [.. postage[sum.Seller].Where(month => month.Drawn != 0).OrderBy(month => month.Month).Select(month => new DrawnMonth(MonthOf(month.Month), new Money(month.Drawn)))],
                new Money(postage[sum.Seller].Sum(month => month.Recent)))),
        ];
    }

    private static DateOnly MonthOf(int months) => new(months / 12, (months % 12) + 1, 1);

    // CROSS JOIN makes SQLite start from the few sellers with a deposit.
    private static string Postage(PortalDbContext database, string which)
    {
        var isPostgres = database is PostgresPortalDbContext;
        var month = isPostgres
            ? """(EXTRACT(YEAR FROM shipment."BookedAt" AT TIME ZONE 'UTC' + INTERVAL '330 minutes') * 12 + EXTRACT(MONTH FROM shipment."BookedAt" AT TIME ZONE 'UTC' + INTERVAL '330 minutes') - 1)"""
            : """(strftime('%Y', (shipment."BookedAt" + 19800000000) / 1000000, 'unixepoch') * 12 + strftime('%m', (shipment."BookedAt" + 19800000000) / 1000000, 'unixepoch') - 1)""";
        var since = isPostgres
            ? """((MIN("Day")::timestamp - INTERVAL '330 minutes') AT TIME ZONE 'UTC')"""
            : """((strftime('%s', MIN("Day")) * 1000000) - 19800000000)""";
        return $"""
            WITH deposit AS (SELECT "SellerId", {since} AS "Since" FROM "DepositMovements" {which} GROUP BY "SellerId")
            SELECT shipment."SellerId", CAST({month} AS int),
            CAST(SUM(CASE WHEN shipment."BookedAt" >= deposit."Since" THEN {Drawn} ELSE 0 END) AS bigint),
            CAST(SUM(CASE WHEN shipment."BookedAt" >= @recent THEN {Drawn} ELSE 0 END) AS bigint)
            FROM deposit CROSS JOIN "Shipments" AS shipment
            WHERE shipment."SellerId" = deposit."SellerId" AND shipment."BookedAt" >= {(isPostgres ? "LEAST" : "MIN")}(deposit."Since", @recent)
            GROUP BY 1, 2
            """;
    }
}
