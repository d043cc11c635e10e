using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Pickups;

/// <summary>The office sends another of its agents for a pickup. For staff and admins.</summary>
public sealed class NameAgent(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Names the agent; one who is named already stays so.</summary>
    /// <param name="actor">Who decides.</param>
    /// <param name="id">The pickup.</param>
    /// <param name="agentId">An active agent of its office.</param>
    /// <param name="token">Stops the work.</param>
    public Task<PickupResult> ExecuteAsync(Actor actor, PickupId id, Guid agentId, CancellationToken token) =>
        PickupAttempts.RunAsync(() => TryAsync(actor, id, agentId, token), token);

    private async Task<PickupResult> TryAsync(Actor actor, PickupId id, Guid agentId, CancellationToken token)
    {
        if (!actor.SeesAllShipments) return new PickupResult.NotAllowed();
        await using var database = await factory.CreateDbContextAsync(token);
        var pickup = await database.Pickups.VisibleTo(actor).SingleOrDefaultAsync(pickup => pickup.Id == id, token);
        if (pickup is null) return new PickupResult.NotFound();
        if (!pickup.MayNameAgent) return new PickupResult.NotPossible(pickup.State);
        var agent = await database.PickupAgents.AsNoTracking().SingleOrDefaultAsync(agent => agent.Id == agentId, token);
        if (agent is null || !agent.Serves(pickup.SlotOffice)) return new PickupResult.AgentUnknown();
        if (pickup.AgentId == agentId) return new PickupResult.Done(id, Again: true);
        pickup.NameAgent(agent, actor.UserId, time.GetUtcNow());
        await database.AnnounceAsync(pickup, token);
        await database.SaveChangesAsync(token);
        return new PickupResult.Done(id);
    }
}
