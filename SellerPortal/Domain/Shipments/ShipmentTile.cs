namespace SellerPortal.Domain.Shipments;

/// <summary>
/// A group of shipments that wants the same thing done. The numbers are held in the database, where the column
/// <see cref="Shipment.Tile"/> is computed from the shipment itself.
/// </summary>
public enum ShipmentTile
{
    /// <summary>Booked, no label made yet.</summary>
    ToPrint = 0,

    /// <summary>Label made, not seen in the post yet.</summary>
    ToHandOver = 1,

    /// <summary>Travelling, in either direction, or held.</summary>
    InTransit = 2,

    OutForDelivery = 3,

    /// <summary>A delivery failed; the seller can help.</summary>
    NeedsYou = 4,

    /// <summary>Delivered to the addressee; a tile shows those of the last 30 days.</summary>
    Delivered = 5,
}
