using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments.List;

/// <summary>
/// The shipments that a bulk sheet booked. A sheet has ten thousand rows at most, each of which knows its booking claim by
/// its key, so a list of them is read from the sheet and costs the same however many shipments there are.
/// </summary>
internal static class SheetShipments
{
    /// <summary>Those of <paramref name="among"/> that the sheet booked, in the order of its rows.</summary>
    public static IQueryable<ShipmentId> Of(PortalDbContext database, Guid sheet, IQueryable<Shipment> among) =>
        from entry in Entries(database, sheet, among)
        orderby entry.Row
        select entry.Shipment.Id;

    /// <summary>How many of the sheet's shipments each tile holds.</summary>
    public static async Task<IReadOnlyDictionary<ShipmentTile, int>> CountAsync(PortalDbContext database, Actor actor, Guid sheet, DateTimeOffset now, CancellationToken token)
    {
        var since = now - ShipmentTiles.DeliveredFor;
        var counted = database.Shipments.VisibleTo(actor).Where(shipment => shipment.Status != ShipmentStatus.Delivered || shipment.StatusAt >= since);
        return await Entries(database, sheet, counted)
            .Where(entry => entry.Shipment.Tile != null)
            .GroupBy(entry => entry.Shipment.Tile!.Value)
            .Select(tile => new { tile.Key, Count = tile.Count() })
            .ToDictionaryAsync(tile => tile.Key, tile => tile.Count, token);
    }

    /// <summary>The file name of the sheet; null when it is another seller's.</summary>
    public static Task<string?> NameAsync(PortalDbContext database, Actor actor, Guid sheet, CancellationToken token) => database.BulkJobs
        .Where(job => job.Id == sheet && (actor.SeesAllShipments || job.SellerId == actor.SellerId))
        .Select(job => job.FileName)
        .SingleOrDefaultAsync(token);

    private static IQueryable<Entry> Entries(PortalDbContext database, Guid sheet, IQueryable<Shipment> among) =>
        from job in database.BulkJobs.Where(job => job.Id == sheet)
        join row in database.BulkRows on job.Id equals row.JobId
        join claim in database.BookingClaims on new { job.SellerId, row.Key } equals new { claim.SellerId, claim.Key }
        join shipment in among on claim.ShipmentId equals shipment.Id
        select new Entry { Row = row.Number, Shipment = shipment };

    private sealed class Entry
    {
        public required int Row { get; init; }

        public required Shipment Shipment { get; init; }
    }
}
