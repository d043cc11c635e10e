using SellerPortal.Domain;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Notifications.Letters;

/// <summary>One thing that happened to one shipment, with what may be said about it.</summary>
internal sealed record ShipmentNews
{
    public required NotificationKind Kind { get; init; }

    public required SellerId SellerId { get; init; }

    public required ShipmentId ShipmentId { get; init; }

    public required string Article { get; init; }

    /// <summary>The seller's order number or GeM contract, by which they know the parcel.</summary>
    public string? Reference { get; init; }

    public string? ConsigneeEmail { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    /// <summary>Why a delivery failed; only with <see cref="NotificationKind.Failed"/>.</summary>
    public NonDeliveryReason? Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}
