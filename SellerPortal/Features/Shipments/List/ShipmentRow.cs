using System.Linq.Expressions;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Shipments.List;

/// <summary>One shipment in a list.</summary>
public sealed record ShipmentRow
{
    /// <summary>Reads the row.</summary>
    internal static readonly Expression<Func<Shipment, ShipmentRow>> OfShipment = shipment => new ShipmentRow
    {
        Id = shipment.Id,
        Article = shipment.Article,
        Consignee = shipment.Consignee.Name,
        Company = shipment.Consignee.Company,
        City = shipment.Consignee.City,
        State = shipment.Consignee.State,
        Pincode = shipment.Consignee.Pincode,
        Mobile = shipment.Consignee.Mobile,
        GemContract = shipment.References.GemContract,
        Order = shipment.References.Order,
        Invoice = shipment.References.Invoice,
        Product = shipment.Product,
        ChargeableGrams = shipment.Parcel.ChargeableGrams,
        Paid = shipment.Price.Total,
        Status = shipment.Status,
        StatusAt = shipment.StatusAt,
        LabelPrints = shipment.LabelPrints,
        IsFetched = shipment.FetchedAt != null,
        IsReturn = shipment.ReturnOf != null,
        BookedAt = shipment.BookedAt,
        ExpectedTo = shipment.ExpectedTo,
        DeliveryOffice = shipment.DeliveryOffice,
        LastScanCode = shipment.LastScanCode,
        LastScan = shipment.LastScan,
        LastScanOffice = shipment.LastScanOffice,
        LastScanAt = shipment.LastScanAt,
        LastScanReason = shipment.LastScanReason,
    };

    public required ShipmentId Id { get; init; }

    public required string Article { get; init; }

    public required string Consignee { get; init; }

    public string? Company { get; init; }

    public required string City { get; init; }

    public required string State { get; init; }

    public required Pincode Pincode { get; init; }

    public required string Mobile { get; init; }

    public string? GemContract { get; init; }

    public string? Order { get; init; }

    public string? Invoice { get; init; }

    public required ProductCode Product { get; init; }

    public required int ChargeableGrams { get; init; }

    public required Money Paid { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required int LabelPrints { get; init; }

    /// <summary>True once an agent has fetched it.</summary>
    public required bool IsFetched { get; init; }

    /// <summary>True for one that the consignee of another sends back.</summary>
    public required bool IsReturn { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    public required string DeliveryOffice { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScan { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public NonDeliveryReason? LastScanReason { get; init; }
}
