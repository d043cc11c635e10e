using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Search;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Bulk;

/// <summary>
/// The shipments that a bulk sheet booked. A sheet has ten thousand rows at most, each of which knows its booking claim by
/// its key, so they are read from the sheet and cost the same however many shipments there are. The databases must be kept
/// to that way: by itself SQLite would begin with the seller's shipments, and PostgreSQL read all claims.
/// </summary>
internal static class SheetShipments
{
    private const string ForSqlite = """
        FROM "BulkJobs" AS j CROSS JOIN "BulkRows" AS r ON r."JobId" = j."Id"
        CROSS JOIN "BookingClaims" AS c ON c."SellerId" = j."SellerId" AND c."Key" = r."Key"
        """;

    private const string ForPostgres = """
        FROM "BulkJobs" AS j JOIN "BulkRows" AS r ON r."JobId" = j."Id"
        CROSS JOIN LATERAL (SELECT * FROM "BookingClaims" AS k WHERE k."SellerId" = j."SellerId" AND k."Key" = r."Key" OFFSET 0) AS c
        """;

    private const string OfSheet = """ WHERE j."Id" = {0}""";

    /// <summary>All of them in the order of the rows; none for a sheet of another seller.</summary>
    public static async Task<List<ShipmentId>> IdsAsync(PortalDbContext database, Actor actor, Guid sheet, CancellationToken token)
    {
        var rows = from job in Visible(database, actor, sheet)
                   join row in database.BulkRows on job.Id equals row.JobId
                   orderby row.Number
                   select database.BookingClaims.Where(claim => claim.SellerId == job.SellerId && claim.Key == row.Key).Select(claim => (ShipmentId?)claim.ShipmentId).FirstOrDefault();
        return [.. (await rows.ToListAsync(token)).OfType<ShipmentId>()];
    }

    /// <summary>The shipments; the caller sees to whose they are.</summary>
    public static IQueryable<Shipment> Shipments(PortalDbContext database, Guid sheet) => database.Shipments.FromSqlRaw(
        database is SqlitePortalDbContext
            ? "SELECT s.* " + ForSqlite + """ CROSS JOIN "Shipments" AS s ON s."Id" = c."ShipmentId" """ + OfSheet
            : "SELECT s.* " + ForPostgres + """ CROSS JOIN LATERAL (SELECT * FROM "Shipments" AS t WHERE t."Id" = c."ShipmentId" OFFSET 0) AS s """ + OfSheet,
        sheet);

    /// <summary>The same of which <paramref name="ids"/> are known: PostgreSQL finds ten thousand ids in half the time of the rows and their claims.</summary>
    public static IQueryable<Shipment> Shipments(PortalDbContext database, Guid sheet, List<ShipmentId> ids) =>
        database is SqlitePortalDbContext ? Shipments(database, sheet) : database.Shipments.Where(shipment => ids.Contains(shipment.Id));

    /// <summary>What finds the shipments, of which <paramref name="ids"/> are known; the caller sees to whose they are.</summary>
    public static IQueryable<ShipmentSearchRow> SearchRows(PortalDbContext database, Guid sheet, List<ShipmentId> ids) => database is SqlitePortalDbContext
        ? database.ShipmentSearch.FromSqlRaw("SELECT x.* " + ForSqlite + """ CROSS JOIN "ShipmentSearch" AS x ON x."ShipmentId" = c."ShipmentId" """ + OfSheet, sheet)
        : database.ShipmentSearch.Where(row => ids.Contains(row.ShipmentId));

    /// <summary>The file name of the sheet; null when it is another seller's.</summary>
    public static Task<string?> NameAsync(PortalDbContext database, Actor actor, Guid sheet, CancellationToken token) =>
        Visible(database, actor, sheet).Select(job => job.FileName).SingleOrDefaultAsync(token);

    private static IQueryable<BulkJob> Visible(PortalDbContext database, Actor actor, Guid sheet) =>
        database.BulkJobs.Where(job => job.Id == sheet && (actor.SeesAllShipments || job.SellerId == actor.SellerId));
}
