namespace SellerPortal.Domain.Shipments;

/// <summary>
/// A seller's word that one booking form was booked: written in the same transaction as the shipment, so that a double
/// click, a reload or a retry finds the shipment again and books no second one.
/// </summary>
public sealed class BookingClaim
{
    private BookingClaim()
    {
    }

    public SellerId SellerId { get; private set; }

    /// <summary>The key made with the form; unique for the seller.</summary>
    public Guid Key { get; private set; }

    /// <summary>The shipment that was booked under the key.</summary>
    public ShipmentId ShipmentId { get; private set; }

    /// <summary>SHA-256 of what was booked, in hexadecimal: the same key with other content is refused.</summary>
    public string Content { get; private set; } = "";

    public DateTimeOffset ClaimedAt { get; private set; }

    public static BookingClaim Of(SellerId seller, Guid key, ShipmentId shipment, string content, DateTimeOffset now) => new()
    {
        SellerId = seller,
        Key = key,
        ShipmentId = shipment,
        Content = content,
        ClaimedAt = now,
    };
}
