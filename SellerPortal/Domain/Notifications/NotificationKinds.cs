using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Notifications;

/// <summary>What follows from changes of shipments.</summary>
public static class NotificationKinds
{
    /// <summary>All kinds that can be chosen, in the order of a shipment's life.</summary>
    public static IReadOnlyList<NotificationKind> All { get; } = [.. Enum.GetValues<NotificationKind>().Where(kind => kind is not (NotificationKind.WebhookGone or NotificationKind.PickupFailed or NotificationKind.PickupNotMade))];

    /// <summary>What an addressee can be told of; what the sender does with an article on its way back is not theirs.</summary>
    public static IReadOnlyList<NotificationKind> ForConsignees { get; } =
        [NotificationKind.Booked, NotificationKind.PickedUp, NotificationKind.OutForDelivery, NotificationKind.Delivered, NotificationKind.Failed, NotificationKind.Cancelled];

    /// <summary>What a change means to those who wait for the article; null for one that is not told.</summary>
    /// <param name="before">The status it had; null when it was just booked, Booked with the status Booked when the post has taken it over.</param>
    /// <param name="status">The status it has now.</param>
    /// <param name="recalled">True when the sender called it back.</param>
    public static NotificationKind? Of(ShipmentStatus? before, ShipmentStatus status, bool recalled) => status switch
    {
        ShipmentStatus.Booked => before is null ? NotificationKind.Booked : NotificationKind.PickedUp,
        ShipmentStatus.OutForDelivery => NotificationKind.OutForDelivery,
        ShipmentStatus.AttemptFailed => NotificationKind.Failed,
        ShipmentStatus.Delivered => NotificationKind.Delivered,
        ShipmentStatus.Returned => NotificationKind.Returned,
        ShipmentStatus.Cancelled => NotificationKind.Cancelled,
        ShipmentStatus.Returning => recalled ? NotificationKind.Recalled : null,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected => null,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };
}
