using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;

namespace SellerPortal.Data.Figures;

/// <summary>
/// How the sellers' deposits stand. Postage is written nowhere a second time: it is summed from the shipments, in the
/// database and over the index of seller and time of booking, so a reading costs one walk over the shipments booked
/// since the deposit was opened. The fee of a recall is drawn in the month of the recall, all else in that of the booking.
/// </summary>
public static class DepositQueries
{
    // The tax is that of RecallPrice: an integrated one rounded once, or two halves rounded each by itself.
    private const string Drawn = """
        (CASE WHEN part."IsRecall" = 0 THEN shipment."Price_Total" - COALESCE(shipment."Refund", 0)
        WHEN shipment."Price_Igst" > 0 THEN shipment."RecallFee" + (shipment."RecallFee" * @gst + 5000) / 10000 * 100
        ELSE shipment."RecallFee" + (shipment."RecallFee" * @gst + 10000) / 20000 * 200 END)
        """;

    private const string DrawnAt = """(CASE WHEN part."IsRecall" = 0 THEN shipment."BookedAt" ELSE shipment."RecallRequestedAt" END)""";

    /// <summary>The deposit of a seller; null for one who has none, which costs next to nothing.</summary>
    /// <param name="database">The database.</param>
    /// <param name="seller">Whose.</param>
    /// <param name="today">The day in India.</param>
    /// <param name="gstPercent">The rate of the tax on recall fees.</param>
    /// <param name="token">Stops the reading.</param>
    public static async Task<Deposit?> DepositAsync(this PortalDbContext database, SellerId seller, DateOnly today, int gstPercent, CancellationToken token) =>
        (await ReadAsync(database, seller, today, gstPercent, token)).SingleOrDefault();

    /// <summary>Every deposit there is.</summary>
    public static Task<IReadOnlyList<Deposit>> DepositsAsync(this PortalDbContext database, DateOnly today, int gstPercent, CancellationToken token) =>
        ReadAsync(database, only: null, today, gstPercent, token);

    private static async Task<IReadOnlyList<Deposit>> ReadAsync(PortalDbContext database, SellerId? only, DateOnly today, int gstPercent, CancellationToken token)
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
        parameters.Add(("gst", gstPercent));
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

    // CROSS JOIN makes SQLite start from the few sellers with a deposit; a recalled shipment counts once more for its recall.
    private static string Postage(PortalDbContext database, string which)
    {
        var isPostgres = database is PostgresPortalDbContext;
        var month = isPostgres
            ? $"""(EXTRACT(YEAR FROM {DrawnAt} AT TIME ZONE 'UTC' + INTERVAL '330 minutes') * 12 + EXTRACT(MONTH FROM {DrawnAt} AT TIME ZONE 'UTC' + INTERVAL '330 minutes') - 1)"""
            : $"""(strftime('%Y', ({DrawnAt} + 19800000000) / 1000000, 'unixepoch') * 12 + strftime('%m', ({DrawnAt} + 19800000000) / 1000000, 'unixepoch') - 1)""";
        var since = isPostgres
            ? """((MIN("Day")::timestamp - INTERVAL '330 minutes') AT TIME ZONE 'UTC')"""
            : """((strftime('%s', MIN("Day")) * 1000000) - 19800000000)""";
        return $"""
            WITH deposit AS (SELECT "SellerId", {since} AS "Since" FROM "DepositMovements" {which} GROUP BY "SellerId")
            SELECT shipment."SellerId", CAST({month} AS int),
            CAST(SUM(CASE WHEN shipment."BookedAt" >= deposit."Since" THEN {Drawn} ELSE 0 END) AS bigint),
            CAST(SUM(CASE WHEN {DrawnAt} >= @recent THEN {Drawn} ELSE 0 END) AS bigint)
            FROM deposit CROSS JOIN "Shipments" AS shipment CROSS JOIN (SELECT 0 AS "IsRecall" UNION ALL SELECT 1) AS part
            WHERE shipment."SellerId" = deposit."SellerId" AND shipment."BookedAt" >= {(isPostgres ? "LEAST" : "MIN")}(deposit."Since", @recent)
            AND (part."IsRecall" = 0 OR shipment."RecallFee" IS NOT NULL)
            GROUP BY 1, 2
            """;
    }
}
