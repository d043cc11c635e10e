using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Search;

/// <summary>
/// What a shipment is found by, beside the shipment: scans change shipments all day and would drag the indexes along.
/// Only the database writes it, by the triggers of <see cref="ShipmentSearchSchema"/>, whoever writes the shipment.
/// </summary>
public sealed class ShipmentSearchRow
{
    private ShipmentSearchRow()
    {
    }

    /// <summary>Rises with every booking.</summary>
    public long Id { get; private set; }

    public ShipmentId ShipmentId { get; private set; }

    public SellerId SellerId { get; private set; }

    public DateTimeOffset BookedAt { get; private set; }

    public ProductCode Product { get; private set; }

    /// <summary>The consignee's pincode.</summary>
    public Pincode Pincode { get; private set; }

    /// <summary>Article, consignee, company, mobile, order, invoice and GeM contract in small letters, a line each.</summary>
    public string Text { get; private set; } = "";
}
