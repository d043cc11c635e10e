using SellerPortal.Domain;
using SellerPortal.Platform;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>Announces that a seller's messages, or what was read of them, changed.</summary>
internal sealed class MessageNews : Announcements<SellerId>;
