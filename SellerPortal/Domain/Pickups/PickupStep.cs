namespace SellerPortal.Domain.Pickups;

/// <summary>One thing that happened to a pickup, for its history.</summary>
public sealed class PickupStep
{
    private PickupStep()
    {
    }

    public Guid Id { get; private set; }

    public PickupId PickupId { get; private set; }

    /// <summary>Counts the steps of a pickup from 1.</summary>
    public int Sequence { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The account that did it; null for the portal itself.</summary>
    public Guid? By { get; private set; }

    public PickupStepKind Kind { get; private set; }

    /// <summary>The day that the pickup was for after the step.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The slot that the pickup was for after the step.</summary>
    public PickupSlot Slot { get; private set; }

    public PickupFailure? Failure { get; private set; }

    /// <summary>What was written beside it: why it was cancelled, more about a failure, or the name of an agent.</summary>
    public string? Note { get; private set; }

    internal static PickupStep Of(PickupRequest pickup, int sequence, PickupStepKind kind, Guid? by, DateTimeOffset now, PickupFailure? failure, string? note) => new()
    {
        Id = Guid.CreateVersion7(now),
        PickupId = pickup.Id,
        Sequence = sequence,
        At = now,
        By = by,
        Kind = kind,
        Day = pickup.Day,
        Slot = pickup.Slot,
        Failure = failure,
        Note = note,
    };
}

/// <summary>What can happen to a pickup.</summary>
public enum PickupStepKind
{
    Requested,
    Confirmed,
    OutForPickup,
    PickedUp,
    Failed,
    Rescheduled,
    Cancelled,

    /// <summary>Cancelled by the portal, because its last parcel was cancelled.</summary>
    Emptied,

    /// <summary>Cancelled by the portal, because another pickup took over its last parcel.</summary>
    TakenOver,

    /// <summary>Cancelled by the portal, because its last parcel came to the post in another way.</summary>
    HandedIn,

    /// <summary>The office sends another agent, whose name stands beside it.</summary>
    AgentNamed,
}

/// <summary>Why an agent came back without the parcels.</summary>
public enum PickupFailure
{
    /// <summary>Nobody was at the address.</summary>
    NobodyThere,

    /// <summary>The parcels were not packed or had no labels.</summary>
    NotReady,

    AddressNotFound,

    /// <summary>The office could not come.</summary>
    OfficeCouldNotCome,

    Other,
}
