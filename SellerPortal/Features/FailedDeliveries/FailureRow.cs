using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>A parcel on the work list.</summary>
public sealed record FailureRow
{
    public required ShipmentId Id { get; init; }

    public required string Article { get; init; }

    public required string Consignee { get; init; }

    public required string City { get; init; }

    public required ShipmentStatus Status { get; init; }

    /// <summary>Changed at every save of the shipment, and at every instruction.</summary>
    public Guid Version { get; init; }

    public string? LastScan { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public NonDeliveryReason? Reason { get; init; }

    public required bool Recalled { get; init; }

    /// <summary>When it was fetched, or else when the manifest it is on was closed; null when neither happened.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>Failed attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>The office's note at the last scan, such as why it is held.</summary>
    public string? Remark { get; init; }

    /// <summary>What becomes of it when nobody does anything; null when it is not the latest attempt that failed, and for a recalled one.</summary>
    public AfterNonDelivery? After { get; init; }

    /// <summary>The instruction the office has not answered yet.</summary>
    public DeliveryInstruction? Open { get; init; }

    /// <summary>Why no instruction can be given, or null.</summary>
    public InstructionRefusal? WhyNot { get; init; }

    /// <summary>What follows, once the attempts are counted.</summary>
    public AfterNonDelivery? Follows(PostalCalendar calendar) => Status == ShipmentStatus.AttemptFailed && !Recalled && LastScanAt is { } at
        ? AfterNonDelivery.Of(Reason, IndianFormat.DayOf(at), Attempts, calendar)
        : null;
}
