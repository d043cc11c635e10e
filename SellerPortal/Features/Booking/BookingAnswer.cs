using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform.Api.Answers;

namespace SellerPortal.Features.Booking;

/// <summary>A booked parcel: what was settled at booking and never changes, so that a repeated call is answered with the same.</summary>
public sealed record BookingAnswer
{
    public required Guid Id { get; init; }

    /// <summary>The article number, thirteen characters.</summary>
    /// <example>EE123456785IN</example>
    public required string Article { get; init; }

    public required string ProductCode { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    /// <summary>The weight that is paid for.</summary>
    public required int ChargeableWeightGrams { get; init; }

    public required PriceAnswer Price { get; init; }

    public required string BookingOffice { get; init; }

    public required string DeliveryOffice { get; init; }

    public DateOnly? ExpectedDeliveryFrom { get; init; }

    public DateOnly? ExpectedDeliveryTo { get; init; }

    internal static BookingAnswer Of(BookedShipment shipment) => new()
    {
        Id = shipment.Id.Value,
        Article = shipment.Article,
        ProductCode = shipment.Product.ToCode(),
        BookedAt = shipment.BookedAt,
        ChargeableWeightGrams = shipment.ChargeableGrams,
        Price = PriceAnswer.Of(shipment.Price),
        BookingOffice = shipment.BookingOffice,
        DeliveryOffice = shipment.DeliveryOffice,
        ExpectedDeliveryFrom = shipment.ExpectedFrom,
        ExpectedDeliveryTo = shipment.ExpectedTo,
    };
}
