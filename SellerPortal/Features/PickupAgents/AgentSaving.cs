using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>Saves what was changed on the roster.</summary>
internal static class AgentSaving
{
    /// <summary>
    /// Saves, or says what stood in the way. Open pickups get the name and the number as they are now, so that the
    /// seller rings the right one; those that have ended keep what was true then.
    /// </summary>
    /// <param name="database">Holds the change.</param>
    /// <param name="agent">Who was added or changed.</param>
    /// <param name="token">Ends the work.</param>
    public static async Task<AgentResult> SaveAsync(this PortalDbContext database, PickupAgent agent, CancellationToken token)
    {
        var isNew = database.Entry(agent).State == EntityState.Added;
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(token);
            await database.SaveChangesAsync(token);
            if (!isNew) await CorrectOpenAsync(database, agent, token);
            await transaction.CommitAsync(token);
            return AgentResult.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AgentResult.Of(AgentOutcome.ChangedMeanwhile);
        }
        catch (DbUpdateException)
        {
            database.ChangeTracker.Clear();
            if (isNew && await database.PickupAgents.AnyAsync(one => one.Id == agent.Id, token)) return AgentResult.Done;
            if (await database.PickupAgents.AnyAsync(
                one => one.OfficePincode == agent.OfficePincode && one.Office == agent.Office && one.Mobile == agent.Mobile && one.LeftAt == null && one.Id != agent.Id, token))
            {
                return AgentResult.Refused(AgentFault.MobileTaken);
            }

            throw;
        }
    }

    private static Task<int> CorrectOpenAsync(PortalDbContext database, PickupAgent agent, CancellationToken token) =>
        database.Pickups.Open()
            .Where(pickup => pickup.AgentId == agent.Id && (pickup.AgentName != agent.Name || pickup.AgentMobile != agent.Mobile))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(pickup => pickup.AgentName, agent.Name)
                    .SetProperty(pickup => pickup.AgentMobile, agent.Mobile)
                    .SetProperty(pickup => pickup.Version, Guid.CreateVersion7()),
                token);
}
