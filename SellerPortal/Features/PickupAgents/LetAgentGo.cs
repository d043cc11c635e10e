using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>Takes agents off their work and back into it; they stay on the roster for the history. For staff and admins.</summary>
public sealed class LetAgentGo(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>Lets an agent go, who stays named on open pickups until another is.</summary>
    /// <param name="actor">One of the staff.</param>
    /// <param name="id">The agent; one who has left already stays so.</param>
    /// <param name="seen">The version that was shown.</param>
    /// <param name="token">Ends the work.</param>
    public Task<AgentResult> ExecuteAsync(Actor actor, Guid id, Guid seen, CancellationToken token) =>
        ChangeAsync(actor, id, seen, active: false, agent => agent.LetGo(clock.GetUtcNow()), token);

    /// <summary>Takes an agent back.</summary>
    /// <param name="actor">One of the staff.</param>
    /// <param name="id">The agent; one who has not left stays so.</param>
    /// <param name="seen">The version that was shown.</param>
    /// <param name="token">Ends the work.</param>
    public Task<AgentResult> TakeBackAsync(Actor actor, Guid id, Guid seen, CancellationToken token) =>
        ChangeAsync(actor, id, seen, active: true, agent => agent.TakeBack(), token);

    private async Task<AgentResult> ChangeAsync(Actor actor, Guid id, Guid seen, bool active, Action<PickupAgent> change, CancellationToken token)
    {
        if (!actor.SeesAllShipments) return AgentResult.Of(AgentOutcome.NotAllowed);
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.PickupAgents.SingleOrDefaultAsync(agent => agent.Id == id, token) is not { } agent) return AgentResult.Of(AgentOutcome.Missing);
        if (agent.IsActive == active) return AgentResult.Done;
        if (agent.Version != seen) return AgentResult.Of(AgentOutcome.ChangedMeanwhile);
        change(agent);
        return await database.SaveAsync(agent, token);
    }
}
