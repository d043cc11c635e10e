using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Domain.Shipments;

/// <summary>What <see cref="Shipment.Book"/> needs to know.</summary>
public sealed record NewShipment
{
    public required SellerId SellerId { get; init; }

    public required string Article { get; init; }

    public required ProductCode Product { get; init; }

    public required PostalAddress Consignor { get; init; }

    public required PostalAddress Consignee { get; init; }

    /// <summary>Where the addressee is told of the article's way.</summary>
    public string? ConsigneeEmail { get; init; }

    public required Parcel Parcel { get; init; }

    public required BookedPrice Price { get; init; }

    public required OrderReferences References { get; init; }

    public required string CustomerId { get; init; }

    public string? ContractNumber { get; init; }

    public required string BookingOffice { get; init; }

    public required Pincode BookingPincode { get; init; }

    public required string DeliveryOffice { get; init; }

    public required Guid BookedBy { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    /// <summary>The delivered shipment that comes back with this one.</summary>
    public ShipmentId? ReturnOf { get; init; }
}
