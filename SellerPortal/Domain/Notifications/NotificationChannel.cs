namespace SellerPortal.Domain.Notifications;

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
