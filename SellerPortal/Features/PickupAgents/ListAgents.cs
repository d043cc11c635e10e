using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.PickupAgents;

/// <summary>Reads the roster, office by office, those who left last. For staff and admins.</summary>
public sealed class ListAgents(IDbContextFactory<PortalDbContext> factory, Snapshot<PincodeDirectory> directory)
{
    /// <summary>Agents of one page.</summary>
    public const int PageSize = 50;

    /// <returns>One page of what the filter asks for; the last one when the page asked for is behind it.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is none of the staff.</exception>
    public async Task<AgentPage> ExecuteAsync(Actor actor, AgentFilter filter, CancellationToken token)
    {
        if (!actor.SeesAllShipments) throw new UnauthorizedAccessException("Only the staff of the post sees the roster.");
        await using var database = await factory.CreateDbContextAsync(token);
        var found = Among(database.PickupAgents.AsNoTracking(), filter.Office);
        var count = await found.CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var open = database.Pickups.Open();
        var rows = await found
            .OrderBy(agent => agent.Office)
            .ThenBy(agent => agent.OfficePincode)
            .ThenBy(agent => agent.LeftAt != null)
            .ThenBy(agent => agent.Name)
            .ThenBy(agent => agent.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(agent => new AgentLoad(agent, open.Count(pickup => pickup.AgentId == agent.Id)))
            .ToListAsync(token);
        return new AgentPage(rows, count, page);
    }

    /// <summary>Those of an office by a part of its name, or by a pincode that is its own or one it fetches from.</summary>
    private IQueryable<PickupAgent> Among(IQueryable<PickupAgent> agents, string office)
    {
        if (office.Length == 0) return agents;
        if (Pincode.TryParse(office.Replace(" ", "", StringComparison.Ordinal), out var pincode))
        {
            var own = directory.Value.BookingOfficeFor(pincode)?.Office.Pincode ?? pincode;
            return agents.Where(agent => agent.OfficePincode == pincode || agent.OfficePincode == own);
        }

        var name = office.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the case, not .NET.
        return agents.Where(agent => agent.Office.ToLower().Contains(name));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}

/// <summary>One page of the roster.</summary>
/// <param name="Rows">The agents, and how many open pickups each is named on.</param>
/// <param name="Count">How many the filter finds on all pages.</param>
/// <param name="Page">From 1.</param>
public sealed record AgentPage(IReadOnlyList<AgentLoad> Rows, int Count, int Page);
