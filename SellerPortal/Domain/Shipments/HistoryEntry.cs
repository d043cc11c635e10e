namespace SellerPortal.Domain.Shipments;

/// <summary>Something done to a shipment in the portal, as opposed to a scan in the post: booked, label printed, cancelled.</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    public Guid Id { get; private set; }

    public ShipmentId ShipmentId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public HistoryKind Kind { get; private set; }

    /// <summary>The account that did it; null for the system.</summary>
    public Guid? By { get; private set; }

    /// <summary>A fact of the kind, such as the paper format of a label.</summary>
    public string? Detail { get; private set; }

    public static HistoryEntry Of(ShipmentId shipment, HistoryKind kind, Guid? by, string? detail, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ShipmentId = shipment,
        At = now,
        Kind = kind,
        By = by,
        Detail = detail,
    };
}

/// <summary>What was done to a shipment in the portal.</summary>
public enum HistoryKind
{
    Booked,
    LabelPrinted,
    LabelReprinted,

    /// <summary>Voided; the detail is the refund in paise.</summary>
    Cancelled,

    /// <summary>Called back; the detail is the fee in paise.</summary>
    RecallRequested,
}
