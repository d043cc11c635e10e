using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Booking;

/// <summary>A booking that has been checked and priced, and lacks nothing but its article number.</summary>
/// <param name="Key">The key under which the seller asks for it; it books once.</param>
/// <param name="Content">The fingerprint of what was asked for, see <see cref="TidyBooking.Fingerprint"/>.</param>
/// <param name="Shipment">The shipment without its number.</param>
public sealed record PricedBooking(Guid Key, string Content, NewShipment Shipment);
