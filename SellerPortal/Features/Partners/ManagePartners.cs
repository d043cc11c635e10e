using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Partners;

/// <summary>Admits partners, gives them new secrets and shuts them out; for admins.</summary>
public sealed class ManagePartners(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>All partners, the newest first; none for who is no admin.</summary>
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(Actor actor, CancellationToken token)
    {
        if (!actor.IsAdmin) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Partners.OrderByDescending(partner => partner.CreatedAt)
            .Select(partner => new PartnerRow(
                partner.Id,
                partner.Name,
                partner.ClientId,
                partner.Scopes,
                partner.LastUsedAt,
                partner.RevokedAt,
                database.Sellers.Count(seller => seller.PartnerId == partner.Id)))
            .ToListAsync(token);
    }

    /// <summary>Admits a partner.</summary>
    /// <param name="actor">An admin.</param>
    /// <param name="name">Not blank, at most <see cref="Partner.LongestName"/> characters.</param>
    /// <param name="scopes">Some of <see cref="ApiScopes.OfPartners"/>.</param>
    /// <param name="test">True to let it into the test mode only.</param>
    /// <param name="token">Stops the work.</param>
    /// <returns>What the partner is told once; null when it was not admitted.</returns>
    public async Task<PartnerAccessData?> AdmitAsync(Actor actor, string name, IReadOnlySet<string> scopes, bool test, CancellationToken token)
    {
        if (!actor.IsAdmin || string.IsNullOrWhiteSpace(name) || name.Length > Partner.LongestName || scopes.Count == 0 || scopes.Except(ApiScopes.OfPartners, StringComparer.Ordinal).Any()) return null;
        var (stored, secret) = Partner.Admit(name.Trim(), scopes, actor.UserId, clock.GetUtcNow(), test);
        await using var database = await factory.CreateDbContextAsync(token);
        database.Partners.Add(stored);
        await database.SaveChangesAsync(token);
        return new PartnerAccessData(stored.ClientId, secret);
    }

    /// <summary>Gives a partner a new secret; the old one opens for the overlap.</summary>
    /// <returns>What the partner is told once; null when there is no such partner, or it is shut out.</returns>
    public async Task<PartnerAccessData?> RotateAsync(Actor actor, Guid id, TimeSpan overlap, CancellationToken token)
    {
        if (!actor.IsAdmin) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        if (await database.Partners.SingleOrDefaultAsync(partner => partner.Id == id && partner.RevokedAt == null, token) is not { } partner) return null;
        try
        {
            var secret = partner.Rotate(overlap, clock.GetUtcNow());
            await database.SaveChangesAsync(token);
            return new PartnerAccessData(partner.ClientId, secret);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another admin gave it a secret, or shut it out, at this moment.
            return null;
        }
    }

    /// <summary>Shuts a partner out at once.</summary>
    public async Task RevokeAsync(Actor actor, Guid id, CancellationToken token)
    {
        if (!actor.IsAdmin) return;
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        await database.Partners.Where(partner => partner.Id == id && partner.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(partner => partner.RevokedAt, now).SetProperty(partner => partner.Version, Guid.CreateVersion7(now)), token);
    }
}

/// <summary>One partner in the list.</summary>
public sealed record PartnerRow(Guid Id, string Name, string ClientId, string Scopes, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, int Sellers)
{
    /// <summary>True for one that is let into the test mode only.</summary>
    public bool IsTest => Partner.IsTestClient(ClientId);
}

/// <summary>With what a partner fetches tokens.</summary>
public sealed record PartnerAccessData(string ClientId, string Secret);
