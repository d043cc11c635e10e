using SellerPortal.Domain;

namespace SellerPortal.Platform;

/// <summary>Announces that a shipment changed.</summary>
public sealed class ShipmentChanges : Announcements<ShipmentId>;
