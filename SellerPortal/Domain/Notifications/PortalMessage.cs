using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Notifications;

/// <summary>A message in the portal for everybody of a seller: about one shipment, about many at once, or about none.</summary>
public sealed class PortalMessage
{
    /// <summary>How long messages are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    private PortalMessage()
    {
    }

    /// <summary>Given by the database, rising.</summary>
    public long Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public NotificationKind Kind { get; private set; }

    /// <summary>The shipment; null when there are many or none.</summary>
    public ShipmentId? ShipmentId { get; private set; }

    /// <summary>The shipment's article number; null when there are many or none.</summary>
    public string? Article { get; private set; }

    /// <summary>How many it is about.</summary>
    public int Count { get; private set; }

    /// <summary>Why a delivery failed, where that is known.</summary>
    public NonDeliveryReason? Reason { get; private set; }

    /// <summary>When it happened; with many the last time.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the message was written.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>About one shipment.</summary>
    public static PortalMessage About(SellerId seller, NotificationKind kind, ShipmentId shipment, string article, NonDeliveryReason? reason, DateTimeOffset at, DateTimeOffset now) =>
        new() { SellerId = seller, Kind = kind, ShipmentId = shipment, Article = article, Count = 1, Reason = reason, At = at, CreatedAt = now };

    /// <summary>About many that fared alike.</summary>
    public static PortalMessage AboutMany(SellerId seller, NotificationKind kind, int count, DateTimeOffset at, DateTimeOffset now) =>
        new() { SellerId = seller, Kind = kind, Count = count, At = at, CreatedAt = now };
}
