namespace SellerPortal.Domain.Shipments;

/// <summary>
/// News that a shipment has another status, that the post has taken it over, or that its delivery failed once more: written
/// in the transaction that changes it, and deleted in the one in which everybody interested has taken note. So no change is
/// missed and none is told twice.
/// </summary>
public sealed class ShipmentChange
{
    private ShipmentChange()
    {
    }

    /// <summary>Given by the database, rising.</summary>
    public long Id { get; private set; }

    public ShipmentId ShipmentId { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>The status it had; null when it was just booked, the same as now when it was taken over or a delivery failed once more.</summary>
    public ShipmentStatus? Before { get; private set; }

    public ShipmentStatus Status { get; private set; }

    /// <summary>When what made the change happened: the time of the scan, not of its arrival.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When the portal learnt of it.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The news that a shipment was booked.</summary>
    public static ShipmentChange Booked(Shipment shipment) => new()
    {
        ShipmentId = shipment.Id,
        SellerId = shipment.SellerId,
        Status = shipment.Status,
        At = shipment.BookedAt,
        RecordedAt = shipment.BookedAt,
    };

    /// <summary>The news that the post has taken a booked shipment over, before any scan of it.</summary>
    public static ShipmentChange TakenOver(ShipmentId shipment, SellerId seller, DateTimeOffset now) => new()
    {
        ShipmentId = shipment,
        SellerId = seller,
        Before = ShipmentStatus.Booked,
        Status = ShipmentStatus.Booked,
        At = now,
        RecordedAt = now,
    };

    /// <summary>The news that a shipment has another status now; call it after the change.</summary>
    public static ShipmentChange Of(Shipment shipment, ShipmentStatus before, DateTimeOffset now) => new()
    {
        ShipmentId = shipment.Id,
        SellerId = shipment.SellerId,
        Before = before,
        Status = shipment.Status,
        At = shipment.StatusAt,
        RecordedAt = now,
    };
}
