namespace SellerPortal.Domain.Shipments;

/// <summary>
/// A group of shipments that wants the same thing done. The numbers are held in the database, where the column
/// <see cref="Shipment.Tile"/> is computed from the shipment itself.
/// </summary>
public enum ShipmentTile
{
    /// <summary>Booked, no label made yet.</summary>
    ToPrint = 0,

    /// <summary>Label made, neither fetched by an agent nor seen in the post yet. A return is handed over by the consignee and is in no group then.</summary>
    ToHandOver = 1,

    /// <summary>Fetched by an agent, travelling, in either direction, or held.</summary>
    InTransit = 2,

    OutForDelivery = 3,

    /// <summary>A delivery failed; the seller can help.</summary>
    NeedsYou = 4,

    /// <summary>Delivered to the addressee; a tile shows those of the last 30 days.</summary>
    Delivered = 5,
}
