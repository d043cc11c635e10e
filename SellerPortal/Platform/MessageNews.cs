using SellerPortal.Domain;

namespace SellerPortal.Platform;

/// <summary>Announces that a seller's messages in the portal, or what was read of them, changed.</summary>
public sealed class MessageNews : Announcements<SellerId>;
