namespace SellerPortal.Domain.Shipments;

/// <summary>Something done to a shipment in the portal, as opposed to a scan in the post: booked, label printed, cancelled.</summary>
public sealed class HistoryEntry
{
    /// <summary>The longest detail.</summary>
    public const int LongestDetail = 200;

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

    /// <summary>Changed after booking; the detail names the parts, separated by commas.</summary>
    Changed,

    /// <summary>Another delivery was asked for; the detail is its day as yyyy-MM-dd.</summary>
    DeliverAgain,

    /// <summary>The consignee's number was corrected; the detail is the old one and the new one.</summary>
    PhoneCorrected,

    /// <summary>The consignee's address was corrected; the detail is the new one.</summary>
    AddressCorrected,

    /// <summary>Delivery to another address was asked for; the detail is that address.</summary>
    RedirectAsked,

    /// <summary>The return to the sender was asked for.</summary>
    ReturnAsked,
}
