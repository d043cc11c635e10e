using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Platform.Api.Answers;

/// <summary>A shipment as its seller's systems see it.</summary>
public sealed record ShipmentAnswer
{
    public required Guid Id { get; init; }

    /// <summary>The article number, thirteen characters.</summary>
    public required string Article { get; init; }

    public required string ProductCode { get; init; }

    public required ShipmentStatus Status { get; init; }

    /// <summary>Since when it has the status.</summary>
    public required DateTimeOffset StatusAt { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public DateOnly? ExpectedDeliveryFrom { get; init; }

    public DateOnly? ExpectedDeliveryTo { get; init; }

    public required AddressAnswer Consignor { get; init; }

    public required AddressAnswer Consignee { get; init; }

    public string? ConsigneeEmail { get; init; }

    public string? GemContract { get; init; }

    public string? Order { get; init; }

    public string? Invoice { get; init; }

    public string? EwayBill { get; init; }

    public required string Contents { get; init; }

    public int? DeclaredValueRupees { get; init; }

    public required int WeightGrams { get; init; }

    public required int ChargeableWeightGrams { get; init; }

    public required PriceAnswer Price { get; init; }

    public required string BookingOffice { get; init; }

    public required string DeliveryOffice { get; init; }

    /// <summary>How often its label was taken out.</summary>
    public required int LabelPrints { get; init; }

    /// <summary>What is paid back after a cancellation.</summary>
    public long? RefundPaise { get; init; }

    /// <summary>When it was called back.</summary>
    public DateTimeOffset? RecallRequestedAt { get; init; }

    /// <summary>The delivered shipment whose way back this is.</summary>
    public Guid? ReturnOf { get; init; }

    public Guid? PickupId { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public string? LastScanOffice { get; init; }

    public static ShipmentAnswer Of(Shipment shipment) => new()
    {
        Id = shipment.Id.Value,
        Article = shipment.Article,
        ProductCode = shipment.Product.ToCode(),
        Status = shipment.Status,
        StatusAt = shipment.StatusAt,
        BookedAt = shipment.BookedAt,
        ExpectedDeliveryFrom = shipment.ExpectedFrom,
        ExpectedDeliveryTo = shipment.ExpectedTo,
        Consignor = AddressAnswer.Of(shipment.Consignor),
        Consignee = AddressAnswer.Of(shipment.Consignee),
        ConsigneeEmail = shipment.ConsigneeEmail,
        GemContract = shipment.References.GemContract,
        Order = shipment.References.Order,
        Invoice = shipment.References.Invoice,
        EwayBill = shipment.References.EwayBill,
        Contents = shipment.Parcel.Contents,
        DeclaredValueRupees = shipment.Parcel.DeclaredValueRupees,
        WeightGrams = shipment.Parcel.WeightGrams,
        ChargeableWeightGrams = shipment.Parcel.ChargeableGrams,
        Price = PriceAnswer.Of(shipment.Price),
        BookingOffice = shipment.BookingOffice,
        DeliveryOffice = shipment.DeliveryOffice,
        LabelPrints = shipment.LabelPrints,
        RefundPaise = shipment.Refund?.Paise,
        RecallRequestedAt = shipment.RecallRequestedAt,
        ReturnOf = shipment.ReturnOf?.Value,
        PickupId = shipment.PickupId?.Value,
        LastScanAt = shipment.LastScanAt,
        LastScanOffice = shipment.LastScanOffice,
    };
}

/// <summary>An address on a label.</summary>
public sealed record AddressAnswer(
    string Name, string? Company, string Line1, string? Line2, string? Line3, string City, string State, string Pincode, string Mobile)
{
    public static AddressAnswer Of(PostalAddress address) => new(
        address.Name, address.Company, address.Line1, address.Line2, address.Line3, address.City, address.State, address.Pincode.ToString(), address.Mobile);
}
