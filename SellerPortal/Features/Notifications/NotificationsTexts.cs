namespace SellerPortal.Features.Notifications;

/// <summary>Marks the texts of letters, messages and their choice.</summary>
public sealed class NotificationsTexts;
