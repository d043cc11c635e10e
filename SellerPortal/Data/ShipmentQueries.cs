using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Search;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data;

/// <summary>Who may see which shipments: part of every query, so that what is not yours does not exist for you.</summary>
public static class ShipmentQueries
{
    /// <summary>Only the shipments that <paramref name="actor"/> may see.</summary>
    public static IQueryable<Shipment> VisibleTo(this IQueryable<Shipment> shipments, Actor actor)
    {
        if (actor.SeesAllShipments) return shipments;
        return actor.SellerId is { } seller
            ? shipments.Where(shipment => shipment.SellerId == seller)
            : shipments.Where(shipment => false);
    }

    /// <summary>True when an article was taken out for delivery at any time.</summary>
    public static Task<bool> WasOutForDeliveryAsync(this PortalDbContext database, string article, CancellationToken token) =>
        database.TrackingEvents.AnyAsync(scan => scan.Article == article && EventCodes.OutForDelivery.Contains(scan.Code), token);

    /// <summary>Only what finds the shipments that <paramref name="actor"/> may see.</summary>
    public static IQueryable<ShipmentSearchRow> VisibleTo(this IQueryable<ShipmentSearchRow> rows, Actor actor)
    {
        if (actor.SeesAllShipments) return rows;
        return actor.SellerId is { } seller
            ? rows.Where(row => row.SellerId == seller)
            : rows.Where(row => false);
    }
}
