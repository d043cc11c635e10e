namespace SellerPortal.Domain.Pickups;

/// <summary>Which agent of an office is sent for a pickup that nobody has chosen one for.</summary>
public static class AgentChoice
{
    /// <summary>
    /// The active agent of the office with the fewest pickups at the time: the present one if among these, else the
    /// first by name and then by id. Null for an office without agents.
    /// </summary>
    /// <param name="office">The office of the pickup.</param>
    /// <param name="agents">Agents, those of other offices and those who left among them or not.</param>
    /// <param name="present">The agent that the pickup has now; null for none.</param>
    public static PickupAgent? For(SlotOffice office, IEnumerable<AgentLoad> agents, Guid? present = null) => agents
        .Where(one => one.Agent.Serves(office))
        .OrderBy(one => one.Pickups)
        .ThenByDescending(one => one.Agent.Id == present)
        .ThenBy(one => one.Agent.Name, StringComparer.Ordinal)
        .ThenBy(one => one.Agent.Id)
        .FirstOrDefault()?.Agent;
}

/// <summary>An agent and how many pickups hold a place, or are out, at the time in question.</summary>
public sealed record AgentLoad(PickupAgent Agent, int Pickups);
