using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Search;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments.List;

/// <summary>
/// The shipments that a bulk sheet booked. A sheet has ten thousand rows at most, each of which knows its booking claim by
/// its key, so they are read from the sheet and cost the same however many shipments there are. The cross joins keep
/// SQLite to that way; by itself it would begin with the seller's shipments.
/// </summary>
internal static class SheetShipments
{
    /// <summary>All of them in the order of the rows; none for a sheet of another seller.</summary>
    public static Task<List<ShipmentId>> IdsAsync(PortalDbContext database, Actor actor, Guid sheet, CancellationToken token) => (
        from job in Visible(database, actor, sheet)
        join row in database.BulkRows on job.Id equals row.JobId
        join claim in database.BookingClaims on new { job.SellerId, row.Key } equals new { claim.SellerId, claim.Key }
        orderby row.Number
        select claim.ShipmentId).ToListAsync(token);

    /// <summary>The shipments; the caller sees to whose they are.</summary>
    public static IQueryable<Shipment> Shipments(PortalDbContext database, Guid sheet) => database is SqlitePortalDbContext
        ? database.Shipments.FromSql(
            $"""
            SELECT s.* FROM "BulkJobs" AS j CROSS JOIN "BulkRows" AS r ON r."JobId" = j."Id"
            CROSS JOIN "BookingClaims" AS c ON c."SellerId" = j."SellerId" AND c."Key" = r."Key"
            CROSS JOIN "Shipments" AS s ON s."Id" = c."ShipmentId" WHERE j."Id" = {sheet}
            """)
        : Claims(database, sheet).Join(database.Shipments, claim => claim.ShipmentId, shipment => shipment.Id, (_, shipment) => shipment);

    /// <summary>What finds them; the caller sees to whose they are.</summary>
    public static IQueryable<ShipmentSearchRow> SearchRows(PortalDbContext database, Guid sheet) => database is SqlitePortalDbContext
        ? database.ShipmentSearch.FromSql(
            $"""
            SELECT x.* FROM "BulkJobs" AS j CROSS JOIN "BulkRows" AS r ON r."JobId" = j."Id"
            CROSS JOIN "BookingClaims" AS c ON c."SellerId" = j."SellerId" AND c."Key" = r."Key"
            CROSS JOIN "ShipmentSearch" AS x ON x."ShipmentId" = c."ShipmentId" WHERE j."Id" = {sheet}
            """)
        : Claims(database, sheet).Join(database.ShipmentSearch, claim => claim.ShipmentId, row => row.ShipmentId, (_, row) => row);

    /// <summary>How many of the sheet's shipments each tile holds.</summary>
    public static async Task<IReadOnlyDictionary<ShipmentTile, int>> CountAsync(PortalDbContext database, Actor actor, Guid sheet, DateTimeOffset now, CancellationToken token)
    {
        var since = now - ShipmentTiles.DeliveredFor;
        return await Shipments(database, sheet).VisibleTo(actor)
            .Where(shipment => shipment.Tile != null && (shipment.Status != ShipmentStatus.Delivered || shipment.StatusAt >= since))
            .GroupBy(shipment => shipment.Tile!.Value)
            .Select(tile => new { tile.Key, Count = tile.Count() })
            .ToDictionaryAsync(tile => tile.Key, tile => tile.Count, token);
    }

    /// <summary>The file name of the sheet; null when it is another seller's.</summary>
    public static Task<string?> NameAsync(PortalDbContext database, Actor actor, Guid sheet, CancellationToken token) =>
        Visible(database, actor, sheet).Select(job => job.FileName).SingleOrDefaultAsync(token);

    private static IQueryable<BulkJob> Visible(PortalDbContext database, Actor actor, Guid sheet) =>
        database.BulkJobs.Where(job => job.Id == sheet && (actor.SeesAllShipments || job.SellerId == actor.SellerId));

    private static IQueryable<BookingClaim> Claims(PortalDbContext database, Guid sheet) =>
        from job in database.BulkJobs.Where(job => job.Id == sheet)
        join row in database.BulkRows on job.Id equals row.JobId
        join claim in database.BookingClaims on new { job.SellerId, row.Key } equals new { claim.SellerId, claim.Key }
        select claim;
}
