using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The parts of the reads of parcels that somebody should look at.</summary>
internal static class FailureQueries
{
    /// <summary>A row but for attempts, remark, what follows and the open instruction.</summary>
    public static Expression<Func<Shipment, FailureRow>> Row { get; } = shipment => new FailureRow
    {
        Id = shipment.Id,
        Article = shipment.Article,
        Consignee = shipment.Consignee.Name,
        City = shipment.Consignee.City,
        Status = shipment.Status,
        LastScan = shipment.LastScan,
        LastScanCode = shipment.LastScanCode,
        LastScanOffice = shipment.LastScanOffice,
        LastScanAt = shipment.LastScanAt,
        Reason = shipment.LastScanReason,
        Recalled = shipment.RecallRequestedAt != null,
    };

    /// <summary>The shipments of a tab. The tile is named beside the status, because it has an index.</summary>
    public static IQueryable<Shipment> In(this IQueryable<Shipment> shipments, FailureTab tab, DateTimeOffset silentSince) => tab switch
    {
        FailureTab.Failed => shipments.Where(shipment => shipment.Tile == ShipmentTile.NeedsYou),
        FailureTab.Held => shipments.Where(shipment => shipment.Tile == ShipmentTile.InTransit && shipment.Status == ShipmentStatus.OnHold),
        FailureTab.Silent => shipments.Where(shipment => (shipment.Tile == ShipmentTile.InTransit || shipment.Tile == ShipmentTile.OutForDelivery)
            && shipment.Status != ShipmentStatus.OnHold && shipment.Status != ShipmentStatus.Returning
            && shipment.RecallRequestedAt == null && shipment.LastScanAt < silentSince),
        _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "There is no such tab."),
    };

    /// <summary>The rows with all that stands in other tables.</summary>
    public static async Task<List<FailureRow>> CompleteAsync(this PortalDbContext database, List<FailureRow> rows, PostalCalendar calendar, CancellationToken token)
    {
        if (rows.Count == 0) return rows;
        var articles = rows.ConvertAll(row => row.Article);
        var ids = rows.ConvertAll(row => row.Id);
        var attempts = await database.TrackingEvents.FailedAttempts().Where(scan => articles.Contains(scan.Article))
            .GroupBy(scan => scan.Article).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, token);
        var remarks = await database.TrackingEvents.Where(scan => articles.Contains(scan.Article) && scan.Remark != null)
            .Select(scan => new { scan.Article, scan.OccurredAt, scan.Remark }).ToListAsync(token);
        var open = await database.DeliveryInstructions.AsNoTracking().Where(instruction => ids.Contains(instruction.ShipmentId) && instruction.ClosedAt == null)
            .ToDictionaryAsync(instruction => instruction.ShipmentId, token);
        return rows.ConvertAll(row =>
        {
            var counted = row with
            {
                Attempts = attempts.GetValueOrDefault(row.Article),
                Remark = remarks.Find(scan => scan.Article == row.Article && scan.OccurredAt == row.LastScanAt)?.Remark,
                Open = open.GetValueOrDefault(row.Id),
            };
            return counted with { After = counted.Follows(calendar) };
        });
    }
}
