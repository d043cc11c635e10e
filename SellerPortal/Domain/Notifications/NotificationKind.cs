using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Notifications;

/// <summary>What a seller or an addressee can be told of.</summary>
public enum NotificationKind
{
    Booked,

    /// <summary>The post has taken the article over.</summary>
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
}

/// <summary>Where it is told.</summary>
public enum NotificationChannel
{
    /// <summary>E-mail to the seller.</summary>
    Mail,

    /// <summary>Messages in the portal.</summary>
    Portal,

    /// <summary>E-mail to the addressee, where the booking has an address for it.</summary>
    Consignee,
}

/// <summary>What follows from changes of shipments.</summary>
public static class NotificationKinds
{
    /// <summary>All kinds that can be chosen, in the order of a shipment's life.</summary>
    public static IReadOnlyList<NotificationKind> All { get; } = [.. Enum.GetValues<NotificationKind>().Where(kind => kind is not (NotificationKind.WebhookGone or NotificationKind.PickupFailed))];

    /// <summary>What an addressee can be told of; what the sender does with an article on its way back is not theirs.</summary>
    public static IReadOnlyList<NotificationKind> ForConsignees { get; } =
        [NotificationKind.Booked, NotificationKind.PickedUp, NotificationKind.OutForDelivery, NotificationKind.Delivered, NotificationKind.Failed, NotificationKind.Cancelled];

    /// <summary>What a change means to those who wait for the article; null for one that is not told.</summary>
    /// <param name="before">The status it had; null when it was just booked.</param>
    /// <param name="status">The status it has now.</param>
    /// <param name="recalled">True when the sender called it back.</param>
    public static NotificationKind? Of(ShipmentStatus? before, ShipmentStatus status, bool recalled) => status switch
    {
        ShipmentStatus.Booked => before is null ? NotificationKind.Booked : null,
        ShipmentStatus.InTransit => before == ShipmentStatus.Booked ? NotificationKind.PickedUp : null,
        ShipmentStatus.OutForDelivery => NotificationKind.OutForDelivery,
        ShipmentStatus.AttemptFailed => NotificationKind.Failed,
        ShipmentStatus.Delivered => NotificationKind.Delivered,
        ShipmentStatus.Returned => NotificationKind.Returned,
        ShipmentStatus.Cancelled => NotificationKind.Cancelled,
        ShipmentStatus.Returning => recalled ? NotificationKind.Recalled : null,
        ShipmentStatus.OnHold or ShipmentStatus.Redirected => null,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
