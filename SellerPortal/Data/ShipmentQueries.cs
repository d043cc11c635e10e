using SellerPortal.Data.Search;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data;

/// <summary>Who may see which shipments: part of every query, so that what is not yours does not exist for you.</summary>
public static class ShipmentQueries
{
    /// <summary>How the text of a shipment of the test mode begins: it begins with the article number, in small letters.</summary>
    private static readonly string TestText = TestArticles.Letter.ToLowerInvariant();

    /// <summary>Only the shipments that <paramref name="actor"/> may see; those of the test mode are their seller's alone.</summary>
    public static IQueryable<Shipment> VisibleTo(this IQueryable<Shipment> shipments, Actor actor)
    {
        if (actor.SeesAllShipments) return shipments.Where(shipment => !shipment.Article.StartsWith(TestArticles.Letter));
        return actor.SellerId is { } seller
            ? shipments.Where(shipment => shipment.SellerId == seller)
            : shipments.Where(shipment => false);
    }

    /// <summary>Only the scans that took an article out for delivery.</summary>
    public static IQueryable<TrackingEvent> OutForDelivery(this IQueryable<TrackingEvent> scans) =>
        scans.Where(scan => EventCodes.OutForDelivery.Contains(scan.Code));

    /// <summary>Only the scans of failed deliveries; a recall is written with the same code and is none.</summary>
    public static IQueryable<TrackingEvent> FailedAttempts(this IQueryable<TrackingEvent> scans) =>
        scans.Where(scan => scan.Code == EventCodes.NonDelivery && (scan.Reason == null || scan.Reason != NonDeliveryReason.Recalled));

    /// <summary>Only what finds the shipments that <paramref name="actor"/> may see.</summary>
    public static IQueryable<ShipmentSearchRow> VisibleTo(this IQueryable<ShipmentSearchRow> rows, Actor actor)
    {
        if (actor.SeesAllShipments) return rows.Where(row => !row.Text.StartsWith(TestText));
        return actor.SellerId is { } seller
            ? rows.Where(row => row.SellerId == seller)
            : rows.Where(row => false);
    }
}
