using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>
/// Opens the portal to a seller that a partner registered: nobody has an account of it, so a letter asks the seller's own
/// address to make the first one, as its owner.
/// </summary>
public sealed class OwnerInvitation(IDbContextFactory<PortalDbContext> factory, SellerLetters letters, WorkSignal signal, TimeProvider time)
{
    /// <summary>Sends the letter once more, with a new link.</summary>
    /// <returns>False when there is nobody to invite, or the last letter went out a moment ago.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<bool> SendAgainAsync(Actor actor, SellerId id, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin invites the owner of a seller.");
        return await OptimisticConcurrency.RetryAsync(() => AttemptAsync(id, token), token);
    }

    /// <summary>True for a seller whose letter can be sent once more: a partner registered it, and nobody has an account of it.</summary>
    public async Task<bool> IsMissingAsync(Seller seller, CancellationToken token)
    {
        if (seller.PartnerId is null || seller.IsTest) return false;
        await using var database = await factory.CreateDbContextAsync(token);
        return !await database.Colleagues(seller.Id).AnyAsync(token);
    }

    /// <summary>
    /// Adds invitation and letter to the changes that the next save writes, if a partner registered the seller and nobody
    /// has an account of it. Pulse the <see cref="WorkSignal"/> after the commit.
    /// </summary>
    /// <returns>False when there is nobody to invite.</returns>
    internal async Task<bool> AddAsync(PortalDbContext database, Seller seller, DateTimeOffset now, CancellationToken token)
    {
        if (seller.PartnerId is not { } id || seller.IsTest || await database.Colleagues(seller.Id).AnyAsync(token)) return false;
        var partner = await database.Partners.Where(one => one.Id == id).Select(one => one.Name).SingleAsync(token);
        var key = TeamInvitation.KeyOf(seller.Email);
        var invitation = await database.TeamInvitations.SingleOrDefaultAsync(one => one.SellerId == seller.Id && one.EmailKey == key, token);
        var kind = invitation is null ? TeamEventKind.Invited : TeamEventKind.InvitedAgain;
        database.TeamEvents.Add(TeamEvent.Of(seller.Id, kind, id, partner, seller.Email, TeamRole.Owner, now));
        if (await database.Users.AnyAsync(user => user.NormalizedEmail == key, token))
        {
            database.Enqueue(letters.HasAccount(seller, partner), now);
            return true;
        }

        string secret;
        if (invitation is null)
        {
            (invitation, secret) = TeamInvitation.Create(Guid.CreateVersion7(now), seller.Id, seller.Email, TeamRole.Owner, now);
            database.TeamInvitations.Add(invitation);
        }
        else
        {
            secret = invitation.Renew(now);
        }

        database.Enqueue(letters.Invited(seller, partner, secret) with { NotAfter = invitation.ExpiresAt }, now);
        return true;
    }

    private async Task<bool> AttemptAsync(SellerId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var now = time.GetUtcNow();
        if (await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id, token) is not { } seller) return false;
        var last = now - TeamInvitation.Pause;
        if (await database.TeamEvents.AnyAsync(one => one.SellerId == id && one.At > last, token)) return false;
        if (!await AddAsync(database, seller, now, token)) return false;
        await database.SaveChangesAsync(token);
        signal.Pulse();
        return true;
    }
}
