using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Messages;

namespace SellerPortal.Features.Team;

/// <summary>An owner asks somebody to join the team; a letter with a link goes out.</summary>
public sealed class InviteColleague(TeamDoor door, InvitationLetter letters, WorkSignal signal)
{
    /// <summary>Invites.</summary>
    /// <param name="actor">An owner.</param>
    /// <param name="key">Made with the form: the same key again sends nothing.</param>
    /// <param name="email">As typed.</param>
    /// <param name="role">What the colleague will be allowed to do.</param>
    /// <param name="token">Ends the work.</param>
    public async Task<TeamOutcome> ExecuteAsync(Actor actor, Guid key, string? email, TeamRole role, CancellationToken token)
    {
        if (!Enum.IsDefined(role)) return TeamOutcome.Missing;
        var outcome = await door.ChangeAsync(actor, change => InviteAsync(change, key, EmailAddress.Tidy(email), role, token), token);
        if (outcome == TeamOutcome.Done) signal.Pulse();
        return outcome;
    }

    private async Task<TeamOutcome> InviteAsync(TeamChange change, Guid id, string? email, TeamRole role, CancellationToken token)
    {
        if (email is null) return TeamOutcome.EmailMalformed;
        var (database, seller, owner, now) = change;
        var key = TeamInvitation.KeyOf(email);
        if (key == owner.NormalizedEmail) return TeamOutcome.Yourself;
        if (await database.Users.AsNoTracking().FirstOrDefaultAsync(user => user.NormalizedEmail == key, token) is { } account)
        {
            return account.SellerId == seller ? TeamOutcome.AlreadyColleague : TeamOutcome.HasAccount;
        }

        var earlier = await database.TeamInvitations.SingleOrDefaultAsync(one => one.SellerId == seller && one.EmailKey == key, token);
        if (earlier is not null && earlier.Id == id) return TeamOutcome.Done;
        if (earlier is not null && earlier.IsOpen(now)) return TeamOutcome.AlreadyInvited;
        if (await database.CountTeamAsync(seller, now, token) >= TeamInvitation.MostColleagues) return TeamOutcome.TooMany;
        if (await change.LettersAreUsedUpAsync(token)) return TeamOutcome.TooManyLetters;
        if (earlier is not null)
        {
            database.Remove(earlier);
            await database.SaveChangesAsync(token);
        }

        var (invitation, secret) = TeamInvitation.Create(id, seller, email, role, now);
        database.TeamInvitations.Add(invitation);
        letters.Send(change, invitation, TeamEventKind.Invited, secret, await change.SellerNameAsync(token));
        return TeamOutcome.Done;
    }
}
