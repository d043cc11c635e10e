using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Pickups;

/// <summary>
/// An agent of a post office is asked to fetch parcels at a seller's door. The parcels point to it; see
/// <see cref="Shipments.Shipment.PickupId"/>.
/// </summary>
public sealed class PickupRequest
{
    /// <summary>The longest reason or note.</summary>
    public const int LongestNote = 200;

    private readonly List<PickupStep> steps = [];

    private PickupRequest()
    {
    }

    public PickupId Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>True in the test mode; what <see cref="SellerId.IsTest"/> says, where a database can ask.</summary>
    public bool IsTest { get; private set; }

    /// <summary>Made with the form; the same key makes one pickup only.</summary>
    public Guid Key { get; private set; }

    /// <summary>The repeating pickup it was made by; null for one that a person asked for.</summary>
    public Guid? RepeatId { get; private set; }

    /// <summary>The day that the repeating pickup made it for; it makes one for each day.</summary>
    public DateOnly? RepeatDay { get; private set; }

    /// <summary>Where the parcels are.</summary>
    public PostalAddress Address { get; private set; } = null!;

    /// <summary>The office whose agent comes.</summary>
    public string Office { get; private set; } = "";

    public Pincode OfficePincode { get; private set; }

    /// <summary>The agent who comes, on the roster of the office; null where nobody is named.</summary>
    public Guid? AgentId { get; private set; }

    /// <summary>The agent's name as it was when the pickup ended; as it is while it is open.</summary>
    public string? AgentName { get; private set; }

    /// <summary>Where the agent is rung; kept as the name is.</summary>
    public MobileNumber? AgentMobile { get; private set; }

    public DateOnly Day { get; private set; }

    public PickupSlot Slot { get; private set; }

    public PickupState State { get; private set; }

    /// <summary>When it came into its state.</summary>
    public DateTimeOffset StateAt { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Its parcels, without those that were cancelled or handed in elsewhere since.</summary>
    public int Parcels { get; private set; }

    /// <summary>Steps that were taken.</summary>
    public int StepCount { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>What happened, of a pickup that was loaded only what is new.</summary>
    public IReadOnlyList<PickupStep> Steps => steps;

    public PickupTime Time => new(Day, Slot);

    /// <summary>Where its place is counted.</summary>
    public SlotOffice SlotOffice => new(OfficePincode, Office, IsTest);

    /// <summary>True while it holds a place in its slot: a failed one has used it up, an ended one needs none.</summary>
    public bool HoldsPlace => State is PickupState.Requested or PickupState.Confirmed;

    /// <summary>True when it failed, or when its day is over and nobody has told that the agent has the parcels.</summary>
    /// <param name="today">The day in India.</param>
    public bool CameToNothing(DateOnly today) =>
        State == PickupState.Failed || (Day < today && State is PickupState.Requested or PickupState.Confirmed or PickupState.OutForPickup);

    /// <summary>True while another day or slot can be asked for: not while the agent is on the way, which no agent is once the day is over.</summary>
    /// <param name="today">The day in India.</param>
    public bool MayReschedule(DateOnly today) => State is PickupState.Requested or PickupState.Confirmed || CameToNothing(today);

    /// <summary>True while it can be called off: whenever it can be rescheduled.</summary>
    /// <param name="today">The day in India.</param>
    public bool MayCancel(DateOnly today) => MayReschedule(today);

    /// <summary>True while the office can send another agent; nobody comes in the test mode.</summary>
    public bool MayNameAgent => !IsTest && State is (PickupState.Requested or PickupState.Confirmed or PickupState.OutForPickup);

    /// <summary>Asks for a pickup; slot, office and parcels have been checked by the caller.</summary>
    /// <exception cref="DomainRuleException">The agent is none of the office.</exception>
    public static PickupRequest Request(NewPickup wanted, Guid? by, DateTimeOffset now)
    {
        var pickup = new PickupRequest
        {
            Id = PickupId.New(now),
            SellerId = wanted.SellerId,
            IsTest = wanted.SellerId.IsTest,
            Key = wanted.Key,
            RepeatId = wanted.RepeatId,
            RepeatDay = wanted.RepeatId is null ? null : wanted.Time.Day,
            Address = wanted.Address,
            Office = wanted.Office.Name,
            OfficePincode = wanted.Office.Pincode,
            Day = wanted.Time.Day,
            Slot = wanted.Time.Slot,
            RequestedAt = now,
        };
        pickup.Send(wanted.Agent);
        pickup.Take(PickupState.Requested, PickupStepKind.Requested, by, now);
        return pickup;
    }

    /// <summary>The office will come.</summary>
    /// <exception cref="DomainRuleException">It is not waiting for that.</exception>
    public void Confirm(Guid by, DateTimeOffset now)
    {
        Require(State == PickupState.Requested, nameof(Confirm));
        Take(PickupState.Confirmed, PickupStepKind.Confirmed, by, now);
    }

    /// <summary>The agent leaves the office.</summary>
    /// <exception cref="DomainRuleException">The office has not confirmed it.</exception>
    public void SendOut(Guid by, DateTimeOffset now)
    {
        Require(State == PickupState.Confirmed, nameof(SendOut));
        Take(PickupState.OutForPickup, PickupStepKind.OutForPickup, by, now);
    }

    /// <summary>The agent has the parcels.</summary>
    /// <exception cref="DomainRuleException">No agent is out for it.</exception>
    public void PickUp(Guid by, DateTimeOffset now)
    {
        Require(State == PickupState.OutForPickup, nameof(PickUp));
        Take(PickupState.PickedUp, PickupStepKind.PickedUp, by, now);
    }

    /// <summary>The parcels were not fetched; it can be rescheduled.</summary>
    /// <exception cref="DomainRuleException">The office has not confirmed it, or it has ended.</exception>
    public void Fail(PickupFailure failure, string? note, Guid by, DateTimeOffset now)
    {
        Require(State is PickupState.Confirmed or PickupState.OutForPickup, nameof(Fail));
        Take(PickupState.Failed, PickupStepKind.Failed, by, now, failure, note);
    }

    /// <summary>Asks for another day or slot, which the office confirms anew.</summary>
    /// <param name="time">Day and slot.</param>
    /// <param name="agent">Who comes then; null where the office has no agent on the roster.</param>
    /// <param name="by">The account that asks.</param>
    /// <param name="now">The present.</param>
    /// <exception cref="DomainRuleException">The agent is on the way or none of the office, or the pickup has ended.</exception>
    public void Reschedule(PickupTime time, PickupAgent? agent, Guid by, DateTimeOffset now)
    {
        Require(MayReschedule(IndianTime.DayOf(now)), nameof(Reschedule));
        Send(agent);
        (Day, Slot) = (time.Day, time.Slot);
        Take(PickupState.Requested, PickupStepKind.Rescheduled, by, now);
    }

    /// <summary>The office sends another agent.</summary>
    /// <exception cref="DomainRuleException">It has ended, or the agent is none of the office.</exception>
    public void NameAgent(PickupAgent agent, Guid by, DateTimeOffset now)
    {
        Require(MayNameAgent, nameof(NameAgent));
        Send(agent);
        Record(PickupStepKind.AgentNamed, by, now, failure: null, agent.Name);
    }

    /// <summary>Calls it off.</summary>
    /// <exception cref="DomainRuleException">The agent is on the way, or it has ended.</exception>
    public void Cancel(string reason, Guid by, DateTimeOffset now)
    {
        Require(MayCancel(IndianTime.DayOf(now)), nameof(Cancel));
        Take(PickupState.Cancelled, PickupStepKind.Cancelled, by, now, failure: null, reason);
    }

    /// <summary>
    /// Notes how many parcels there are. Without any it is called off; an agent who is on the way already goes on and
    /// reports.
    /// </summary>
    /// <param name="parcels">How many.</param>
    /// <param name="now">The present.</param>
    /// <param name="emptied">What is written when there is none: <see cref="PickupStepKind.Emptied"/>, <see cref="PickupStepKind.TakenOver"/> or <see cref="PickupStepKind.HandedIn"/>.</param>
    public void CountParcels(int parcels, DateTimeOffset now, PickupStepKind emptied = PickupStepKind.Emptied)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parcels);
        Parcels = parcels;
        if (parcels == 0 && MayCancel(IndianTime.DayOf(now))) Take(PickupState.Cancelled, emptied, by: null, now);
    }

    private void Take(PickupState state, PickupStepKind kind, Guid? by, DateTimeOffset now, PickupFailure? failure = null, string? note = null)
    {
        State = state;
        StateAt = now;
        Record(kind, by, now, failure, note);
    }

    private void Record(PickupStepKind kind, Guid? by, DateTimeOffset now, PickupFailure? failure, string? note)
    {
        StepCount++;
        steps.Add(PickupStep.Of(this, StepCount, kind, by, now, failure, note));
    }

    private void Send(PickupAgent? agent)
    {
        if (agent is not null && !agent.Serves(SlotOffice)) throw new DomainRuleException("pickup.agent_elsewhere", "The agent is not sent by the office of the pickup.");
        (AgentId, AgentName, AgentMobile) = (agent?.Id, agent?.Name, agent?.Mobile);
    }

    private void Require(bool possible, string step)
    {
        if (!possible) throw new DomainRuleException($"pickup.{step}_{State}".ToLowerInvariant(), $"{step} is not possible for a pickup that is {State}.");
    }
}

/// <summary>What <see cref="PickupRequest.Request"/> needs to know.</summary>
public sealed record NewPickup
{
    public required SellerId SellerId { get; init; }

    public required Guid Key { get; init; }

    /// <summary>The repeating pickup that asks; null for a person.</summary>
    public Guid? RepeatId { get; init; }

    public required PostalAddress Address { get; init; }

    public required PostOffice Office { get; init; }

    /// <summary>The agent who comes; null where the office has none on the roster.</summary>
    public PickupAgent? Agent { get; init; }

    public required PickupTime Time { get; init; }
}

/// <summary>Where a pickup stands.</summary>
public enum PickupState
{
    /// <summary>Asked for; the office has not answered.</summary>
    Requested,

    /// <summary>The office will come.</summary>
    Confirmed,

    /// <summary>The agent is on the way.</summary>
    OutForPickup,

    /// <summary>The agent has the parcels.</summary>
    PickedUp,

    /// <summary>The parcels were not fetched, for a stated reason.</summary>
    Failed,

    /// <summary>Called off.</summary>
    Cancelled,
}
