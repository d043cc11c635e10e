using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments.List;

/// <summary>The shipments of each tile.</summary>
public static class ShipmentTiles
{
    /// <summary>Counting ends here: "10,000+" says enough, and costs the same however many there are.</summary>
    public const int HighestCount = 10_000;

    /// <summary>How long a delivered shipment is counted.</summary>
    public static readonly TimeSpan DeliveredFor = TimeSpan.FromDays(30);

    /// <summary>Only the shipments of a tile.</summary>
    public static IQueryable<Shipment> In(this IQueryable<Shipment> shipments, ShipmentTile tile, DateTimeOffset now)
    {
        if (tile != ShipmentTile.Delivered) return shipments.Where(shipment => shipment.Tile == tile);
        var since = now - DeliveredFor;
        // The status as a constant, so that the database sees that its index of delivered shipments serves.
        return shipments.Where(shipment => shipment.Status == ShipmentStatus.Delivered && shipment.StatusAt >= since);
    }
}
