using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Makes, lists and revokes keys. The page that calls it is for admins only.</summary>
public sealed class ManageApiKeys(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>Makes a key.</summary>
    /// <returns>The key itself, to be shown once.</returns>
    public async Task<string> CreateAsync(NewApiKey wanted, Actor actor, CancellationToken token)
    {
        var (stored, key) = ApiKey.Create(wanted, actor.UserId, clock.GetUtcNow());
        await using var database = await factory.CreateDbContextAsync(token);
        database.ApiKeys.Add(stored);
        await database.SaveChangesAsync(token);
        return key;
    }

    /// <summary>All keys, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.ApiKeys.OrderByDescending(key => key.CreatedAt)
            .Select(key => new ApiKeyRow(key.Id, key.Name, key.Prefix, key.Scopes, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.LastUsedAt))
            .ToListAsync(token);
    }

    /// <summary>Ends a key; the next call with it is refused.</summary>
    public async Task RevokeAsync(Guid id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var key = await database.ApiKeys.SingleAsync(candidate => candidate.Id == id, token);
        key.Revoke(clock.GetUtcNow());
        await database.SaveChangesAsync(token);
    }
}

/// <summary>One key in the list.</summary>
public sealed record ApiKeyRow(
    Guid Id, string Name, string Prefix, string Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>True while the key opens what it was made for.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}
