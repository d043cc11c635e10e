using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Accounts;

/// <summary>Makes the account of somebody who was invited to a seller's team. The link proves that the address is read by that person.</summary>
public sealed class AcceptInvitation(PortalDbContext database, UserManager<PortalUser> users, TimeProvider time)
{
    /// <summary>What the link invites to, or why it opens nothing.</summary>
    public async Task<JoinLink> FindAsync(string? token, CancellationToken cancel)
    {
        if (await StoredAsync(token, cancel) is not { } invitation) return new JoinLink(null, JoinOutcome.Unknown);
        if (WhyClosed(invitation, time.GetUtcNow()) is { } why) return new JoinLink(null, why);
        var seller = await database.Sellers.Where(one => one.Id == invitation.SellerId).Select(one => one.LegalName).SingleAsync(cancel);
        return new JoinLink(new Invitation(seller, invitation.Email, invitation.Role), null);
    }

    /// <summary>Makes the account, once; the same form sent twice gives the same account.</summary>
    /// <param name="token">From the link.</param>
    /// <param name="name">Tidy and not empty.</param>
    /// <param name="password">As typed.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<JoinResult> ExecuteAsync(string? token, string name, string password, CancellationToken cancel)
    {
        if (await StoredAsync(token, cancel) is not { } found) return JoinResult.Of(JoinOutcome.Unknown);
        try
        {
            return await JoinAsync(found.SellerId, token, name, password, cancel);
        }
        catch (DbUpdateException)
        {
            // Another seller's invitation to the same address was taken a moment earlier.
            return JoinResult.Of(JoinOutcome.HasAccount);
        }
    }

    private async Task<JoinResult> JoinAsync(SellerId seller, string? token, string name, string password, CancellationToken cancel)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancel);
        await database.LockTeamAsync(seller, cancel);
        database.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        if (await StoredAsync(token, cancel) is not { } invitation) return JoinResult.Of(JoinOutcome.Unknown);
        if (invitation.JoinedAs is { } account) return await TwinAsync(invitation, account, password, now);
        if (WhyClosed(invitation, now) is { } why) return JoinResult.Of(why);
        if (await users.FindByEmailAsync(invitation.Email) is not null) return JoinResult.Of(JoinOutcome.HasAccount);
        if (await database.Colleagues(invitation.SellerId).CountAsync(cancel) >= TeamInvitation.MostColleagues) return JoinResult.Of(JoinOutcome.TooMany);
        var (user, errors) = await MakeAsync(invitation, name, password, now);
        if (errors.Count > 0)
        {
            await transaction.RollbackAsync(cancel);
            return errors.Any(error => error.Code.StartsWith("Duplicate", StringComparison.Ordinal))
                ? JoinResult.Of(JoinOutcome.HasAccount)
                : new JoinResult(JoinOutcome.PasswordRefused, null, [.. errors.Select(error => error.Code)]);
        }

        invitation.Join(user.Id, now);
        database.TeamEvents.Add(TeamEvent.Of(invitation.SellerId, TeamEventKind.Joined, user.Id, name, invitation.Email, invitation.Role, now));
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new JoinResult(JoinOutcome.Joined, user, []);
    }

    private async Task<(PortalUser User, IReadOnlyList<IdentityError> Errors)> MakeAsync(TeamInvitation invitation, string name, string password, DateTimeOffset now)
    {
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = invitation.Email,
            Email = invitation.Email,
            EmailConfirmed = true,
            DisplayName = name,
            SellerId = invitation.SellerId,
            TeamRole = invitation.Role,
            JoinedAt = now,
        };
        var result = await users.CreateAsync(user, password);
        if (result.Succeeded) result = await users.AddToRoleAsync(user, Roles.Seller);
        return (user, [.. result.Errors]);
    }

    /// <summary>The account that the same form made a moment ago; its password proves that the same person sends it again.</summary>
    private async Task<JoinResult> TwinAsync(TeamInvitation invitation, Guid account, string password, DateTimeOffset now) =>
        invitation.WasJustUsed(now)
        && await users.FindByIdAsync(account.ToString()) is { TwoFactorEnabled: false } user
        && await users.CheckPasswordAsync(user, password)
            ? new JoinResult(JoinOutcome.Joined, user, [])
            : JoinResult.Of(JoinOutcome.Used);

    private static JoinOutcome? WhyClosed(TeamInvitation invitation, DateTimeOffset now) => invitation switch
    {
        { JoinedAs: not null } => JoinOutcome.Used,
        _ when !invitation.IsOpen(now) => JoinOutcome.Expired,
        _ => null,
    };

    private async Task<TeamInvitation?> StoredAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var hash = TeamInvitation.HashOf(token);
        return await database.TeamInvitations.SingleOrDefaultAsync(one => one.TokenHash == hash, cancel);
    }
}

/// <summary>What is behind a link.</summary>
/// <param name="Asked">What it invites to, when it is open.</param>
/// <param name="WhyNot">Why it opens nothing, when it is not.</param>
public sealed record JoinLink(Invitation? Asked, JoinOutcome? WhyNot);

/// <summary>What a link invites to.</summary>
public sealed record Invitation(string Seller, string Email, TeamRole Role);

/// <summary>How joining went.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Account">The account, when there is one now.</param>
/// <param name="PasswordFaults">The codes of what the password lacks.</param>
public sealed record JoinResult(JoinOutcome Outcome, PortalUser? Account, IReadOnlyList<string> PasswordFaults)
{
    public static JoinResult Of(JoinOutcome outcome) => new(outcome, null, []);
}

/// <summary>How joining ended.</summary>
public enum JoinOutcome
{
    Joined,

    /// <summary>No invitation has this link: it was withdrawn, a later letter took its place, or it is not complete.</summary>
    Unknown,

    /// <summary>Somebody joined with it already.</summary>
    Used,

    /// <summary>It is too old.</summary>
    Expired,

    /// <summary>The address has an account; an account belongs to one seller.</summary>
    HasAccount,

    /// <summary>All places of the team are taken.</summary>
    TooMany,

    /// <summary>The password is too weak.</summary>
    PasswordRefused,
}
