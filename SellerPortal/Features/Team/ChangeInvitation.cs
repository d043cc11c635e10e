using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Team;

/// <summary>An owner sends an invitation once more or takes it back.</summary>
public sealed class ChangeInvitation(TeamDoor door, InvitationLetter letters, WorkSignal signal)
{
    /// <summary>Sends a letter with a new link; the old link opens nothing any more.</summary>
    public async Task<TeamOutcome> SendAgainAsync(Actor actor, Guid id, CancellationToken token)
    {
        var outcome = await door.ChangeAsync(actor, change => SendAgainAsync(change, id, token), token);
        if (outcome == TeamOutcome.Done) signal.Pulse();
        return outcome;
    }

    /// <summary>Takes the invitation back; its link opens nothing any more.</summary>
    public Task<TeamOutcome> WithdrawAsync(Actor actor, Guid id, CancellationToken token) => door.ChangeAsync(
        actor,
        async change =>
        {
            if (await FindAsync(change, id, token) is not { } invitation) return TeamOutcome.Missing;
            change.Database.Remove(invitation);
            change.Record(TeamEventKind.Withdrawn, invitation.Email);
            return TeamOutcome.Done;
        },
        token);

    private async Task<TeamOutcome> SendAgainAsync(TeamChange change, Guid id, CancellationToken token)
    {
        if (await FindAsync(change, id, token) is not { } invitation) return TeamOutcome.Missing;
        if (invitation.WasJustSent(change.Now)) return TeamOutcome.TooSoon;
        if (await change.LettersAreUsedUpAsync(token)) return TeamOutcome.TooManyLetters;
        if (!invitation.IsOpen(change.Now) && await change.Database.CountTeamAsync(change.Seller, change.Now, token) >= TeamInvitation.MostColleagues) return TeamOutcome.TooMany;
        letters.Send(change, invitation, TeamEventKind.InvitedAgain, invitation.Renew(change.Now), await change.SellerNameAsync(token));
        return TeamOutcome.Done;
    }

    private static Task<TeamInvitation?> FindAsync(TeamChange change, Guid id, CancellationToken token) =>
        change.Database.TeamInvitations.SingleOrDefaultAsync(one => one.Id == id && one.SellerId == change.Seller && one.JoinedAs == null, token);
}
