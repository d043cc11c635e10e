using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>An agent in the form, as typed.</summary>
public sealed class TypedAgent
{
    public required Guid Id { get; init; }

    /// <summary>The version that is corrected; null for a new agent.</summary>
    public Guid? Version { get; init; }

    /// <summary>The name that is corrected; empty for a new agent.</summary>
    public string Title { get; init; } = "";

    public string Pincode { get; set; } = "";

    public string Name { get; set; } = "";

    public string Mobile { get; set; } = "";

    /// <summary>The fields of an agent who is on the roster.</summary>
    public static TypedAgent Of(PickupAgent agent) => new()
    {
        Id = agent.Id,
        Version = agent.Version,
        Title = agent.Name,
        Pincode = agent.OfficePincode.ToString(),
        Name = agent.Name,
        Mobile = agent.Mobile.Value,
    };

    /// <summary>What the use case is told.</summary>
    public TypedAgentFacts ToFacts() => new(Pincode, Name, Mobile);
}
