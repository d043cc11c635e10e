using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Accounts;

/// <summary>A seller's team in the database.</summary>
public static class TeamQueries
{
    /// <summary>
    /// Holds every other change of the seller's team until the transaction ends: two owners who demote each other come one
    /// after the other. The update changes nothing; on PostgreSQL it locks the seller's row, on SQLite only one
    /// transaction writes at a time anyway.
    /// </summary>
    /// <returns>False when there is no such seller.</returns>
    public static async Task<bool> LockTeamAsync(this PortalDbContext database, SellerId seller, CancellationToken token) =>
        await database.Sellers.Where(one => one.Id == seller).ExecuteUpdateAsync(set => set.SetProperty(one => one.Email, one => one.Email), token) == 1;

    /// <summary>The seller's accounts.</summary>
    public static IQueryable<PortalUser> Colleagues(this PortalDbContext database, SellerId seller) => database.Users.Where(user => user.SellerId == seller);

    /// <summary>The account of an owner as the database knows it now; null when it is no owner any more, whatever its session says.</summary>
    public static Task<PortalUser?> OwnerAsync(this PortalDbContext database, SellerId seller, Guid account, CancellationToken token) =>
        database.Colleagues(seller).AsNoTracking().SingleOrDefaultAsync(user => user.Id == account && user.TeamRole == TeamRole.Owner, token);

    /// <summary>How many places of the team are taken: by accounts, and by invitations that are open.</summary>
    public static async Task<int> CountTeamAsync(this PortalDbContext database, SellerId seller, DateTimeOffset now, CancellationToken token) =>
        await database.Colleagues(seller).CountAsync(token)
        + await database.TeamInvitations.CountAsync(one => one.SellerId == seller && one.JoinedAs == null && one.ExpiresAt > now, token);
}
