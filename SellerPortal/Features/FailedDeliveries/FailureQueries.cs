using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The parts of the reads of parcels that somebody should look at.</summary>
internal static class FailureQueries
{
    private static readonly ShipmentTile?[] Unended = [ShipmentTile.ToPrint, ShipmentTile.ToHandOver, ShipmentTile.InTransit, ShipmentTile.OutForDelivery, ShipmentTile.NeedsYou];

    /// <summary>A row but for attempts, remark, what follows, the open instruction and whether one can be given.</summary>
    public static Expression<Func<Shipment, FailureRow>> Row(PortalDbContext database) => shipment => new FailureRow
    {
        Id = shipment.Id,
        Article = shipment.Article,
        Consignee = shipment.Consignee.Name,
        City = shipment.Consignee.City,
        Status = shipment.Status,
        Version = shipment.Version,
        LastScan = shipment.LastScan,
        LastScanCode = shipment.LastScanCode,
        LastScanOffice = shipment.LastScanOffice,
        LastScanAt = shipment.LastScanAt,
        Reason = shipment.LastScanReason,
        Recalled = shipment.RecallRequestedAt != null,
        HandedOverAt = shipment.FetchedAt ?? database.Manifests.Where(manifest => manifest.Id == shipment.ManifestId).Select(manifest => manifest.ClosedAt).FirstOrDefault(),
    };

    /// <summary>
    /// The shipments of a tab. The tile is named beside the status, because it has an index. A recalled parcel waits for no
    /// decision, and is among the returns; but whatever is not seen any more is silent, on the way there, on the way back,
    /// or before its first scan.
    /// </summary>
    public static IQueryable<Shipment> In(this IQueryable<Shipment> shipments, PortalDbContext database, FailureTab tab, DateTimeOffset silentSince, DateOnly today)
    {
        var toCome = database.Pickups.StillToCome(today);
        return tab switch
        {
            FailureTab.Failed => shipments.Where(shipment => shipment.Tile == ShipmentTile.NeedsYou && shipment.RecallRequestedAt == null),
            FailureTab.Held => shipments.Where(shipment => shipment.Tile == ShipmentTile.InTransit && shipment.Status == ShipmentStatus.OnHold && shipment.RecallRequestedAt == null),
            FailureTab.Silent => shipments.Where(shipment => Unended.Contains(shipment.Tile)
                && ((shipment.LastScanAt < silentSince && (shipment.RecallRequestedAt != null || (shipment.Status != ShipmentStatus.OnHold && shipment.Status != ShipmentStatus.AttemptFailed)))
                    || (shipment.LastScanAt == null && (shipment.FetchedAt < silentSince
                        // While an agent is still to come, what is on a closed manifest is not handed over.
                        || (shipment.FetchedAt == null && database.Manifests.Any(manifest => manifest.Id == shipment.ManifestId && manifest.ClosedAt < silentSince)
                            && !toCome.Any(pickup => pickup.Id == shipment.PickupId)))))),
            _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "There is no such tab."),
        };
    }

    /// <summary>The rows with all that stands in other tables.</summary>
    public static async Task<List<FailureRow>> CompleteAsync(
        this PortalDbContext database, List<FailureRow> rows, PostalCalendar calendar, DateTimeOffset silentSince, CancellationToken token)
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
                WhyNot = DeliveryInstructions.WhyNot(row.Status, row.LastScanAt, row.Recalled, silentSince),
            };
            return counted with { After = counted.Follows(calendar) };
        });
    }
}
