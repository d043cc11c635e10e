namespace SellerPortal.Domain.Shipments;

/// <summary>What a seller can do with a booked shipment.</summary>
public enum ShipmentAct
{
    /// <summary>Void it before it is dispatched from the office of booking; the article number stays used.</summary>
    Cancel,

    /// <summary>Call it back on its way, for a fee; it ends as returned to the sender.</summary>
    Recall,
}

/// <summary>Why an act is not possible, each the fact that forbids it.</summary>
public enum ActRefusal
{
    /// <summary>It has not left the office of booking: it can be cancelled instead.</summary>
    NotDispatched,

    /// <summary>It has left the office of booking: it can be recalled instead.</summary>
    Dispatched,

    /// <summary>It was taken out for delivery.</summary>
    OutForDelivery,

    /// <summary>It was delivered to the addressee.</summary>
    Delivered,

    /// <summary>It is on its way back.</summary>
    Returning,

    /// <summary>It was delivered back to the sender.</summary>
    Returned,

    Cancelled,

    /// <summary>It was called back before.</summary>
    RecallRequested,
}

/// <summary>Which act is possible when (domain facts §8; Post Office Regulations 2024, reg. 55 for the recall).</summary>
public static class ShipmentActs
{
    /// <summary>Why the act is not possible, or null when it is.</summary>
    /// <param name="act">The act.</param>
    /// <param name="status">Where the article stands.</param>
    /// <param name="wasOut">True when it was taken out for delivery before, whatever came after.</param>
    /// <param name="recalled">True when it was called back before.</param>
    public static ActRefusal? WhyNot(ShipmentAct act, ShipmentStatus status, bool wasOut, bool recalled) => act switch
    {
        ShipmentAct.Cancel => WhyNoCancellation(status),
        ShipmentAct.Recall => WhyNoRecall(status, wasOut, recalled),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "There is no such act."),
    };

    private static ActRefusal? WhyNoCancellation(ShipmentStatus status) => status switch
    {
        ShipmentStatus.Booked => null,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected => ActRefusal.Dispatched,
        _ => TooLate(status),
    };

    private static ActRefusal? WhyNoRecall(ShipmentStatus status, bool wasOut, bool recalled) => status switch
    {
        ShipmentStatus.Booked => ActRefusal.NotDispatched,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected when recalled => ActRefusal.RecallRequested,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected => wasOut ? ActRefusal.OutForDelivery : null,
        _ => TooLate(status),
    };

    /// <summary>What forbids either act from the delivery on, on the way back and after a cancellation.</summary>
    private static ActRefusal TooLate(ShipmentStatus status) => status switch
    {
        ShipmentStatus.OutForDelivery or ShipmentStatus.AttemptFailed => ActRefusal.OutForDelivery,
        ShipmentStatus.Delivered => ActRefusal.Delivered,
        ShipmentStatus.Returning => ActRefusal.Returning,
        ShipmentStatus.Returned => ActRefusal.Returned,
        ShipmentStatus.Cancelled => ActRefusal.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
