using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Team;

/// <summary>
/// The one way to change a team: alone among all changes of that team, and only for who is an owner at that moment. What
/// was done is written into the team's history in the same transaction.
/// </summary>
public sealed class TeamDoor(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Does one change; when somebody saved the same account in between, once more with what is there now.</summary>
    internal Task<TeamOutcome> ChangeAsync(Actor actor, Func<TeamChange, Task<TeamOutcome>> change, CancellationToken token) =>
        OptimisticConcurrency.RetryAsync(() => AttemptAsync(actor, change, token), token);

    private async Task<TeamOutcome> AttemptAsync(Actor actor, Func<TeamChange, Task<TeamOutcome>> change, CancellationToken token)
    {
        if (actor is not { IsOwner: true, SellerId: { } seller }) return TeamOutcome.NotAllowed;
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        if (!await database.LockTeamAsync(seller, token)
            || await database.OwnerAsync(seller, actor.UserId, token) is not { } owner)
        {
            return TeamOutcome.NotAllowed;
        }

        var outcome = await change(new TeamChange(database, seller, owner, time.GetUtcNow()));
        if (outcome != TeamOutcome.Done) return outcome;
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return outcome;
    }
}

/// <summary>A change of a team while it is made.</summary>
/// <param name="Database">In a transaction that holds the team.</param>
/// <param name="Seller">Whose team it is.</param>
/// <param name="Owner">Who makes the change.</param>
/// <param name="Now">The time of the change.</param>
internal sealed record TeamChange(PortalDbContext Database, SellerId Seller, PortalUser Owner, DateTimeOffset Now)
{
    /// <summary>Writes into the team's history.</summary>
    public void Record(TeamEventKind kind, string subject, TeamRole? role = null) =>
        Database.TeamEvents.Add(TeamEvent.Of(Seller, kind, Owner.Id, Owner.DisplayName, subject, role, Now));

    /// <summary>True when the seller has sent as many invitations in the last day as it may.</summary>
    public async Task<bool> LettersAreUsedUpAsync(CancellationToken token)
    {
        var since = Now.AddDays(-1);
        return await Database.TeamEvents.CountAsync(
            one => one.SellerId == Seller && one.At > since && (one.Kind == TeamEventKind.Invited || one.Kind == TeamEventKind.InvitedAgain), token) >= TeamInvitation.MostLettersPerDay;
    }

    /// <summary>The name that the letter gives.</summary>
    public Task<string> SellerNameAsync(CancellationToken token) => Database.Sellers.Where(one => one.Id == Seller).Select(one => one.LegalName).SingleAsync(token);
}
