using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>How a change of the roster ended.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Faults">What is wrong, in the order of the form; empty unless it was refused.</param>
public sealed record AgentResult(AgentOutcome Outcome, IReadOnlyList<AgentFault> Faults)
{
    public static AgentResult Done { get; } = Of(AgentOutcome.Done);

    public static AgentResult Of(AgentOutcome outcome) => new(outcome, []);

    public static AgentResult Refused(params IReadOnlyList<AgentFault> faults) => new(AgentOutcome.Refused, faults);
}

/// <summary>How a change of the roster can end.</summary>
public enum AgentOutcome
{
    Done,

    /// <summary>Something about the agent is wrong.</summary>
    Refused,

    /// <summary>Somebody else changed the agent since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>There is no such agent.</summary>
    Missing,

    /// <summary>The account is none of the staff of the post.</summary>
    NotAllowed,
}
