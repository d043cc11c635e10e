using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Domain.Webhooks;

/// <summary>The kinds of events that a seller's own systems can be told of, and what they follow from.</summary>
public static class WebhookEventTypes
{
    public const string ShipmentBooked = "shipment.booked";

    /// <summary>Any other status; the events below that name one come beside it.</summary>
    public const string ShipmentStatusChanged = "shipment.status_changed";

    public const string ShipmentDelivered = "shipment.delivered";

    /// <summary>A delivery failed, for the first time or once more.</summary>
    public const string ShipmentAttemptFailed = "shipment.attempt_failed";

    public const string ShipmentCancelled = "shipment.cancelled";

    /// <summary>Back with the sender.</summary>
    public const string ShipmentReturned = "shipment.returned";

    public const string PickupRequested = "pickup.requested";

    public const string PickupConfirmed = "pickup.confirmed";

    public const string PickupOutForPickup = "pickup.out_for_pickup";

    public const string PickupCollected = "pickup.collected";

    public const string PickupFailed = "pickup.failed";

    public const string PickupRescheduled = "pickup.rescheduled";

    public const string PickupCancelled = "pickup.cancelled";

    /// <summary>The office sends another agent.</summary>
    public const string PickupAgentNamed = "pickup.agent_named";

    public const string SellerApproved = "seller.approved";

    /// <summary>Sent by the test button only; nobody chooses it.</summary>
    public const string Test = "webhook.test";

    /// <summary>The longest name of a type.</summary>
    public const int Longest = 40;

    /// <summary>All that can be chosen, in the order of a shipment's life.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        ShipmentBooked, ShipmentStatusChanged, ShipmentDelivered, ShipmentAttemptFailed, ShipmentCancelled, ShipmentReturned,
        PickupRequested, PickupConfirmed, PickupOutForPickup, PickupCollected, PickupFailed, PickupRescheduled, PickupCancelled, PickupAgentNamed,
        SellerApproved,
    ];

    /// <summary>What follows from news of a shipment.</summary>
    public static IReadOnlyList<string> Of(ShipmentChange change)
    {
        if (change.Before is null) return [ShipmentBooked];
        var own = change.Status switch
        {
            ShipmentStatus.Delivered => ShipmentDelivered,
            ShipmentStatus.AttemptFailed => ShipmentAttemptFailed,
            ShipmentStatus.Cancelled => ShipmentCancelled,
            ShipmentStatus.Returned => ShipmentReturned,
            _ => null,
        };
        return (change.Status == change.Before, own) switch
        {
            (true, null) => [],
            (true, _) => [own],
            (false, null) => [ShipmentStatusChanged],
            (false, _) => [ShipmentStatusChanged, own],
        };
    }

    /// <summary>What follows from a step of a pickup.</summary>
    public static string Of(PickupStepKind step) => step switch
    {
        PickupStepKind.Requested => PickupRequested,
        PickupStepKind.Confirmed => PickupConfirmed,
        PickupStepKind.OutForPickup => PickupOutForPickup,
        PickupStepKind.PickedUp => PickupCollected,
        PickupStepKind.Failed => PickupFailed,
        PickupStepKind.Rescheduled => PickupRescheduled,
        PickupStepKind.Cancelled or PickupStepKind.Emptied or PickupStepKind.TakenOver or PickupStepKind.HandedIn => PickupCancelled,
        PickupStepKind.AgentNamed => PickupAgentNamed,
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
    };
}
