using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments.List;

/// <summary>The shipments of each status.</summary>
internal static class ShipmentStatuses
{
    /// <summary>
    /// Only the shipments of a status, told so that an index of the list serves: a status that is a tile, or most of one, by
    /// that tile, and any other as a constant, by which the database sees that the index of these few serves.
    /// </summary>
    public static IQueryable<Shipment> In(this IQueryable<Shipment> shipments, ShipmentStatus status) => status switch
    {
        ShipmentStatus.InTransit => shipments.Where(shipment => shipment.Tile == ShipmentTile.InTransit && shipment.Status == ShipmentStatus.InTransit),
        ShipmentStatus.OutForDelivery => shipments.Where(shipment => shipment.Tile == ShipmentTile.OutForDelivery),
        ShipmentStatus.AttemptFailed => shipments.Where(shipment => shipment.Tile == ShipmentTile.NeedsYou),
        ShipmentStatus.Delivered => shipments.Where(shipment => shipment.Tile == ShipmentTile.Delivered),
        _ => shipments.Where(shipment => shipment.Status == EF.Constant(status)),
    };
}
