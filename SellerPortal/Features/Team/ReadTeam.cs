using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Team;

/// <summary>Reads a seller's team. Every colleague may see who else is in it.</summary>
public sealed class ReadTeam(IDbContextFactory<PortalDbContext> factory)
{
    private const int EventsShown = 20;

    /// <returns>Nothing for an account without a seller.</returns>
    public async Task<TeamView> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return new TeamView([], [], []);
        await using var database = await factory.CreateDbContextAsync(token);
        var colleagues = await database.Colleagues(seller)
            .Select(user => new ColleagueRow(user.Id, user.DisplayName, user.Email!, user.TeamRole, user.JoinedAt, user.LastSignInAt, user.TwoFactorEnabled))
            .ToListAsync(token);
        var invitations = await database.TeamInvitations.Where(one => one.SellerId == seller && one.JoinedAs == null)
            .OrderBy(one => one.EmailKey)
            .Select(one => new InvitationRow(one.Id, one.Email, one.Role, one.SentAt, one.ExpiresAt))
            .ToListAsync(token);
        var events = await database.TeamEvents.AsNoTracking().Where(one => one.SellerId == seller)
            .OrderByDescending(one => one.At).ThenByDescending(one => one.Id).Take(EventsShown).ToListAsync(token);
        return new TeamView([.. colleagues.OrderBy(one => one.Role).ThenBy(one => one.Name, StringComparer.CurrentCulture)], invitations, events);
    }
}

/// <summary>A team.</summary>
/// <param name="Colleagues">Owners first, then by name.</param>
/// <param name="Invitations">Those nobody joined with yet, ended ones included.</param>
/// <param name="Events">The last changes, the newest first.</param>
public sealed record TeamView(IReadOnlyList<ColleagueRow> Colleagues, IReadOnlyList<InvitationRow> Invitations, IReadOnlyList<TeamEvent> Events);

/// <summary>One colleague in the list.</summary>
public sealed record ColleagueRow(
    Guid Id, string Name, string Email, TeamRole Role, DateTimeOffset? JoinedAt, DateTimeOffset? LastSignInAt, bool HasSecondFactor);

/// <summary>One invitation in the list.</summary>
public sealed record InvitationRow(Guid Id, string Email, TeamRole Role, DateTimeOffset SentAt, DateTimeOffset ExpiresAt);
