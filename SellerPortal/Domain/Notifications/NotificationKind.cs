namespace SellerPortal.Domain.Notifications;

/// <summary>What a seller or an addressee can be told of.</summary>
public enum NotificationKind
{
    Booked,

    /// <summary>The post has taken the article over: its agent fetched it, or it was scanned for the first time.</summary>
    PickedUp,

    OutForDelivery,

    Delivered,

    /// <summary>A delivery failed.</summary>
    Failed,

    /// <summary>Back with the sender.</summary>
    Returned,

    Cancelled,

    /// <summary>Called back by the sender, and turned round.</summary>
    Recalled,

    /// <summary>No news of a shipment: a webhook was switched off because its receiver wants no more. Nobody chooses it.</summary>
    WebhookGone,

    /// <summary>No news of a shipment: nobody came for a pickup, or the agent came back without the parcels. Nobody chooses it.</summary>
    PickupFailed,

    /// <summary>No news of a shipment: a repeating pickup could not be requested while parcels wait. Nobody chooses it.</summary>
    PickupNotMade,
}
