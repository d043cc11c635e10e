using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>Puts agents on the roster and puts right what it says of them. For staff and admins.</summary>
public sealed class KeepAgent(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory, TimeProvider clock)
{
    /// <summary>Adds an agent; the same id again adds nobody.</summary>
    /// <param name="actor">One of the staff.</param>
    /// <param name="id">Made with the form.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<AgentResult> AddAsync(Actor actor, Guid id, TypedAgentFacts typed, CancellationToken token)
    {
        if (!actor.SeesAllShipments) return AgentResult.Of(AgentOutcome.NotAllowed);
        var faults = AgentFacts.Check(typed, directory.Value, out var facts);
        if (facts is null) return AgentResult.Refused(faults);
        await using var database = await factory.CreateDbContextAsync(token);
        var agent = PickupAgent.Add(id, facts, actor.UserId, clock.GetUtcNow());
        database.PickupAgents.Add(agent);
        return await database.SaveAsync(agent, token);
    }

    /// <summary>Corrects office, name and number; what pickups that have ended say stays.</summary>
    /// <param name="actor">One of the staff.</param>
    /// <param name="id">The agent.</param>
    /// <param name="seen">The version that was shown.</param>
    /// <param name="typed">As typed.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<AgentResult> CorrectAsync(Actor actor, Guid id, Guid seen, TypedAgentFacts typed, CancellationToken token)
    {
        if (!actor.SeesAllShipments) return AgentResult.Of(AgentOutcome.NotAllowed);
        var faults = AgentFacts.Check(typed, directory.Value, out var facts);
        if (facts is null) return AgentResult.Refused(faults);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.PickupAgents.SingleOrDefaultAsync(agent => agent.Id == id, token) is not { } agent) return AgentResult.Of(AgentOutcome.Missing);
        if (agent.Version != seen) return AgentResult.Of(AgentOutcome.ChangedMeanwhile);
        agent.Correct(facts);
        return await database.SaveAsync(agent, token);
    }
}
