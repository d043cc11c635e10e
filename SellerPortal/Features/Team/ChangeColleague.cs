using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Team;

/// <summary>An owner gives a colleague another role or removes the account. Open sessions learn of it at once.</summary>
public sealed class ChangeColleague(TeamDoor door, ChangedAccounts changed)
{
    /// <summary>Gives a role; the last owner stays one.</summary>
    public async Task<TeamOutcome> GiveRoleAsync(Actor actor, Guid id, TeamRole role, CancellationToken token)
    {
        if (!Enum.IsDefined(role)) return TeamOutcome.Missing;
        var outcome = await door.ChangeAsync(actor, change => GiveRoleAsync(change, id, role, token), token);
        if (outcome == TeamOutcome.Done) changed.Tell(id);
        return outcome;
    }

    /// <summary>
    /// Removes a colleague's account for good, so that the person may join another seller; what the colleague did for the
    /// seller stays. The last owner cannot be removed.
    /// </summary>
    public async Task<TeamOutcome> RemoveAsync(Actor actor, Guid id, CancellationToken token)
    {
        var outcome = await door.ChangeAsync(actor, change => RemoveAsync(change, id, token), token);
        if (outcome == TeamOutcome.Done) changed.Tell(id);
        return outcome;
    }

    private static async Task<TeamOutcome> GiveRoleAsync(TeamChange change, Guid id, TeamRole role, CancellationToken token)
    {
        if (await FindAsync(change, id, token) is not { } colleague) return TeamOutcome.Missing;
        if (colleague.TeamRole == role) return TeamOutcome.Done;
        if (await IsLastOwnerAsync(change, colleague, token)) return TeamOutcome.LastOwner;
        colleague.TeamRole = role;
        // Whoever read the account before must not write the old role back.
        colleague.ConcurrencyStamp = Guid.CreateVersion7(change.Now).ToString();
        change.Record(TeamEventKind.RoleChanged, colleague.Email!, role);
        return TeamOutcome.Done;
    }

    private static async Task<TeamOutcome> RemoveAsync(TeamChange change, Guid id, CancellationToken token)
    {
        if (await FindAsync(change, id, token) is not { } colleague) return TeamOutcome.Missing;
        if (await IsLastOwnerAsync(change, colleague, token)) return TeamOutcome.LastOwner;
        change.Record(TeamEventKind.Removed, colleague.Email!);
        await change.Database.TeamInvitations.Where(one => one.SellerId == change.Seller && one.JoinedAs == id).ExecuteDeleteAsync(token);
        change.Database.Remove(colleague);
        return TeamOutcome.Done;
    }

    private static Task<PortalUser?> FindAsync(TeamChange change, Guid id, CancellationToken token) =>
        change.Database.Colleagues(change.Seller).SingleOrDefaultAsync(user => user.Id == id, token);

    private static async Task<bool> IsLastOwnerAsync(TeamChange change, PortalUser colleague, CancellationToken token) =>
        colleague.TeamRole == TeamRole.Owner
        && !await change.Database.Colleagues(change.Seller).AnyAsync(user => user.TeamRole == TeamRole.Owner && user.Id != colleague.Id, token);
}
