using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Pickups;

/// <summary>Somebody of a post office who fetches parcels at sellers' doors, on the roster that the staff of the post keeps.</summary>
public sealed class PickupAgent
{
    private PickupAgent()
    {
    }

    /// <summary>Made with the form; the same form makes one only.</summary>
    public Guid Id { get; private set; }

    /// <summary>The office whose agent this is.</summary>
    public string Office { get; private set; } = "";

    public Pincode OfficePincode { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where sellers ring; no other active agent of the office has it.</summary>
    public MobileNumber Mobile { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public Guid? AddedBy { get; private set; }

    /// <summary>When the agent was let go; null for an active one.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; private set; }

    /// <summary>True for one who can be sent to sellers.</summary>
    public bool IsActive => LeftAt is null;

    /// <summary>Puts somebody on the roster.</summary>
    /// <param name="id">Made with the form.</param>
    /// <param name="facts">Who it is, checked by <see cref="AgentFacts.Check"/>.</param>
    /// <param name="by">The account that does it; null for the portal itself.</param>
    /// <param name="now">The present.</param>
    public static PickupAgent Add(Guid id, AgentFacts facts, Guid? by, DateTimeOffset now)
    {
        var agent = new PickupAgent { Id = id, AddedAt = now, AddedBy = by };
        agent.Correct(facts);
        return agent;
    }

    /// <summary>Puts right what the roster says; one who has left stays so.</summary>
    public void Correct(AgentFacts facts) => (Office, OfficePincode, Name, Mobile) = (facts.Office, facts.OfficePincode, facts.Name, facts.Mobile);

    /// <summary>Is not sent to sellers any more; stays named where already named.</summary>
    /// <exception cref="DomainRuleException">The agent has left before.</exception>
    public void LetGo(DateTimeOffset now)
    {
        if (!IsActive) throw new DomainRuleException("pickup_agent.left", "The agent has left before.");
        LeftAt = now;
    }

    /// <summary>Is sent to sellers again.</summary>
    /// <exception cref="DomainRuleException">The agent has not left.</exception>
    public void TakeBack()
    {
        if (IsActive) throw new DomainRuleException("pickup_agent.active", "The agent has not left.");
        LeftAt = null;
    }

    /// <summary>True when the agent can be sent for an office; nobody is for an office of the test mode.</summary>
    public bool Serves(SlotOffice office) => IsActive && !office.IsTest && Office == office.Name && OfficePincode == office.Pincode;
}
