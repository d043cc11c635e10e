namespace SellerPortal.Domain.Shipments;

/// <summary>
/// What all scans of an article so far amount to. It keeps only the latest scan, the latest turning back and the latest
/// delivery; each is a maximum, so that scans may come in any order, in any portions and any number of times and the
/// result is the same.
/// </summary>
public sealed record ScanState
{
    public required ShipmentStatus Status { get; init; }

    /// <summary>When the event behind <see cref="Status"/> happened.</summary>
    public required DateTimeOffset StatusAt { get; init; }

    /// <summary>The latest scan in the feed's own words, or its code where the feed has none.</summary>
    public string? LastScan { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    /// <summary>Why the latest scan was no delivery.</summary>
    public NonDeliveryReason? LastScanReason { get; init; }

    /// <summary>The latest return to the sender or recall; scans after it are on the way back.</summary>
    public DateTimeOffset? TurnedBackAt { get; init; }

    /// <summary>The latest delivery, to addressee or sender; it ends the way back.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>This state with one more scan; an unknown code changes nothing, and a cancelled shipment stays cancelled.</summary>
    public ScanState With(TrackingEvent scan)
    {
        if (EventCodes.StatusOf(scan.Code, scan.Description) is not { } meaning) return this;
        var text = string.IsNullOrEmpty(scan.Description) ? scan.Code : scan.Description;
        var next = this with
        {
            TurnedBackAt = EventCodes.TurnsBack(scan.Code, scan.Reason) ? Later(TurnedBackAt, scan.OccurredAt) : TurnedBackAt,
            HandedOverAt = scan.Code == EventCodes.Delivery ? Later(HandedOverAt, scan.OccurredAt) : HandedOverAt,
        };
        if (IsAfterLast(scan, meaning, text))
        {
            next = next with
            {
                LastScan = text,
                LastScanCode = scan.Code,
                LastScanOffice = scan.Office,
                LastScanAt = scan.OccurredAt,
                LastScanReason = scan.Code == EventCodes.NonDelivery ? scan.Reason : null,
            };
        }

        return Status == ShipmentStatus.Cancelled ? next : next.Resolve();
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    /// <summary>How far along a status is: decides between scans of the same minute.</summary>
    private static int Progress(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Booked => 0,
        ShipmentStatus.InTransit => 1,
        ShipmentStatus.OnHold => 2,
        ShipmentStatus.OutForDelivery => 3,
        ShipmentStatus.AttemptFailed => 4,
        ShipmentStatus.Redirected => 5,
        ShipmentStatus.Returning => 6,
        ShipmentStatus.Delivered => 7,
        ShipmentStatus.Returned => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No scan speaks of this status."),
    };

    private bool IsAfterLast(TrackingEvent scan, ShipmentStatus meaning, string text)
    {
        if (LastScanCode is null || LastScanAt is not { } last) return true;
        if (scan.OccurredAt != last) return scan.OccurredAt > last;
        var order = Progress(meaning).CompareTo(Progress(EventCodes.StatusOf(LastScanCode, LastScan)!.Value));
        if (order == 0) order = string.CompareOrdinal(scan.Code, LastScanCode);
        if (order == 0) order = string.CompareOrdinal(scan.Office, LastScanOffice);
        if (order == 0) order = string.CompareOrdinal(text, LastScan);
        if (order == 0) order = Nullable.Compare(scan.Reason, LastScanReason);
        return order > 0;
    }

    private ScanState Resolve()
    {
        var meaning = EventCodes.StatusOf(LastScanCode!, LastScan)!.Value;
        var onTheWayBack = TurnedBackAt is { } turned && !(HandedOverAt >= turned);
        var status = LastScanCode == EventCodes.Delivery
            ? TurnedBackAt is not null && EventCodes.RecipientOf(LastScan) == EventCodes.Recipient.Unstated ? ShipmentStatus.Returned : meaning
            : onTheWayBack ? ShipmentStatus.Returning : meaning;
        return this with { Status = status, StatusAt = status == ShipmentStatus.Returning ? TurnedBackAt!.Value : LastScanAt!.Value };
    }
}
