using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Data.Pickups;

/// <summary>The agents of offices, and what they have to do.</summary>
public static class AgentRoster
{
    /// <summary>Only pickups that an agent still has to do something about.</summary>
    public static IQueryable<PickupRequest> Open(this IQueryable<PickupRequest> pickups) => pickups.Where(
        pickup => pickup.State == PickupState.Requested || pickup.State == PickupState.Confirmed || pickup.State == PickupState.OutForPickup);

    /// <summary>The active agents of an office, by name, and how many pickups each has at a time; none in the test mode.</summary>
    public static async Task<IReadOnlyList<AgentLoad>> AgentLoadsAsync(this PortalDbContext database, SlotOffice office, PickupTime time, CancellationToken token)
    {
        if (office.IsTest) return [];
        var then = database.Pickups.Open().Where(pickup => pickup.Day == time.Day && pickup.Slot == time.Slot);
        return await database.PickupAgents.AsNoTracking()
            .Where(agent => agent.OfficePincode == office.Pincode && agent.Office == office.Name && agent.LeftAt == null)
            .OrderBy(agent => agent.Name)
            .ThenBy(agent => agent.Id)
            .Select(agent => new AgentLoad(agent, then.Count(pickup => pickup.AgentId == agent.Id)))
            .ToListAsync(token);
    }

    /// <summary>
    /// Chooses who comes at a time. Belongs after <see cref="PickupPlaceStock.TakePickupPlaceAsync"/> into its transaction,
    /// in which nobody else is given a pickup of the same slot: of two who ask at once, each counts the other's.
    /// </summary>
    public static async Task<PickupAgent?> ChooseAgentAsync(this PortalDbContext database, SlotOffice office, PickupTime time, Guid? present, CancellationToken token) =>
        AgentChoice.For(office, await database.AgentLoadsAsync(office, time, token), present);
}
