using System.Linq.Expressions;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments;

/// <summary>Which shipments a list shows. It travels in the query string, so that a list can be bookmarked and shared.</summary>
/// <param name="Tile">The tile that was chosen; null for all.</param>
/// <param name="Text">Part of an article number, order, consignee, mobile or GeM contract.</param>
/// <param name="Page">From 1.</param>
public sealed record ShipmentFilter(ShipmentTile? Tile, string? Text, int Page)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    private const int LongestText = 80;

    /// <summary>Reads the query string; what it does not understand it leaves out.</summary>
    public static ShipmentFilter Of(string? tile, string? text, int? page) => new(
        Enum.TryParse<ShipmentTile>(tile, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LongestText)],
        Math.Clamp(page ?? 1, 1, 100_000));
}

/// <summary>A group of shipments that wants the same thing done.</summary>
public enum ShipmentTile
{
    /// <summary>Booked, no label made yet.</summary>
    ToPrint,

    /// <summary>Label made, not seen in the post yet.</summary>
    ToHandOver,

    /// <summary>Travelling, in either direction, or held.</summary>
    InTransit,

    OutForDelivery,

    /// <summary>A delivery failed; the seller can help.</summary>
    NeedsYou,

    /// <summary>Delivered within the last 30 days.</summary>
    Delivered,
}

/// <summary>The shipments of each tile.</summary>
public static class ShipmentTiles
{
    /// <summary>How long a delivered shipment is counted.</summary>
    public static readonly TimeSpan DeliveredFor = TimeSpan.FromDays(30);

    /// <summary>True for the shipments of a tile.</summary>
    public static Expression<Func<Shipment, bool>> Holds(this ShipmentTile tile, DateTimeOffset now)
    {
        var since = now - DeliveredFor;
        return tile switch
        {
            ShipmentTile.ToPrint => shipment => shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null && shipment.LabelPrints == 0,
            ShipmentTile.ToHandOver => shipment => shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null && shipment.LabelPrints > 0,
            ShipmentTile.InTransit => shipment => (shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt != null)
                || shipment.Status == ShipmentStatus.InTransit || shipment.Status == ShipmentStatus.OnHold
                || shipment.Status == ShipmentStatus.Redirected || shipment.Status == ShipmentStatus.Returning,
            ShipmentTile.OutForDelivery => shipment => shipment.Status == ShipmentStatus.OutForDelivery,
            ShipmentTile.NeedsYou => shipment => shipment.Status == ShipmentStatus.AttemptFailed,
            ShipmentTile.Delivered => shipment => shipment.Status == ShipmentStatus.Delivered && shipment.StatusAt >= since,
            _ => throw new ArgumentOutOfRangeException(nameof(tile), tile, "There is no such tile."),
        };
    }

    /// <summary>The tile of a group of shipments, or null.</summary>
    internal static ShipmentTile? Of(ShipmentStatus status, bool scanned, bool printed, bool recent) => status switch
    {
        ShipmentStatus.Booked when scanned => ShipmentTile.InTransit,
        ShipmentStatus.Booked => printed ? ShipmentTile.ToHandOver : ShipmentTile.ToPrint,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected or ShipmentStatus.Returning => ShipmentTile.InTransit,
        ShipmentStatus.OutForDelivery => ShipmentTile.OutForDelivery,
        ShipmentStatus.AttemptFailed => ShipmentTile.NeedsYou,
        ShipmentStatus.Delivered when recent => ShipmentTile.Delivered,
        _ => null,
    };
}
