using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.ApiKeys;

/// <summary>
/// Makes, lists, renews and revokes keys: an owner those of the seller, an admin those of the Department's systems.
/// Neither sees the other's.
/// </summary>
public sealed class ManageApiKeys(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>Makes a key.</summary>
    public async Task<MadeApiKey> CreateAsync(NewApiKey wanted, Actor actor, CancellationToken token)
    {
        if (!MayManage(actor) || wanted.SellerId != SellerOf(actor)) return new MadeApiKey(Key: null, KeyRefusal.NotAllowed);
        var offered = actor.IsAdmin ? ApiScopes.OfDepartment : ApiScopes.OfSellers;
        if (wanted.Scopes.Count == 0 || wanted.Scopes.Except(offered, StringComparer.Ordinal).Any()) return new MadeApiKey(Key: null, KeyRefusal.NotAllowed);
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (await OpenAsync(database, actor, now, token) >= ApiKey.MostOpen) return new MadeApiKey(Key: null, KeyRefusal.TooMany);
        var (stored, key) = ApiKey.Create(wanted, actor.UserId, now);
        database.ApiKeys.Add(stored);
        await database.SaveChangesAsync(token);
        return new MadeApiKey(key, Refusal: null);
    }

    /// <summary>The actor's keys, the newest first.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(Actor actor, CancellationToken token)
    {
        if (!MayManage(actor)) return [];
        await using var database = await factory.CreateDbContextAsync(token);
        return await Own(database, actor).OrderByDescending(key => key.CreatedAt)
            .Select(key => new ApiKeyRow(key.Id, key.Name, key.Prefix, key.Scopes, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.LastUsedAt))
            .ToListAsync(token);
    }

    /// <summary>Puts a new key in the place of another, which still opens for the overlap.</summary>
    public async Task<MadeApiKey> RotateAsync(Guid id, TimeSpan overlap, Actor actor, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (!MayManage(actor) || await Own(database, actor).SingleOrDefaultAsync(key => key.Id == id, token) is not { } key) return new MadeApiKey(Key: null, KeyRefusal.NotAllowed);

        // Without an overlap the old one ends as the new one begins.
        if (overlap > TimeSpan.Zero && await OpenAsync(database, actor, now, token) >= ApiKey.MostOpen) return new MadeApiKey(Key: null, KeyRefusal.TooMany);
        try
        {
            var (stored, text) = key.Rotate(overlap, actor.UserId, now);
            database.ApiKeys.Add(stored);
            await database.SaveChangesAsync(token);
            return new MadeApiKey(text, Refusal: null);
        }
        catch (Exception fault) when (fault is DomainRuleException or DbUpdateConcurrencyException)
        {
            // It ended, or somebody else renewed it, while the page was open.
            return new MadeApiKey(Key: null, KeyRefusal.Ended);
        }
    }

    /// <summary>Ends a key; the next call with it is refused.</summary>
    /// <returns>False when the actor has no such key.</returns>
    public async Task<bool> RevokeAsync(Guid id, Actor actor, CancellationToken token)
    {
        if (!MayManage(actor)) return false;
        return await OptimisticConcurrency.RetryAsync(async () =>
        {
            await using var database = await factory.CreateDbContextAsync(token);
            if (await Own(database, actor).SingleOrDefaultAsync(candidate => candidate.Id == id, token) is not { } key) return false;
            key.Revoke(clock.GetUtcNow());
            await database.SaveChangesAsync(token);
            return true;
        }, token);
    }

    private static bool MayManage(Actor actor) => actor.IsAdmin || actor.IsOwner;

    private static SellerId? SellerOf(Actor actor) => actor.IsAdmin ? null : actor.SellerId;

    private static IQueryable<ApiKey> Own(PortalDbContext database, Actor actor)
    {
        var seller = SellerOf(actor);
        return database.ApiKeys.Where(key => key.SellerId == seller);
    }

    private static Task<int> OpenAsync(PortalDbContext database, Actor actor, DateTimeOffset now, CancellationToken token) =>
        Own(database, actor).CountAsync(key => key.RevokedAt == null && (key.ExpiresAt == null || key.ExpiresAt > now), token);
}

/// <summary>A key that was made, or why none was.</summary>
/// <param name="Key">The key itself, to be shown once.</param>
/// <param name="Refusal">Why there is none.</param>
public sealed record MadeApiKey(string? Key, KeyRefusal? Refusal);

/// <summary>Why a key was not made.</summary>
public enum KeyRefusal
{
    /// <summary>The account makes no such keys.</summary>
    NotAllowed,

    /// <summary>As many as there may be are open.</summary>
    TooMany,

    /// <summary>The key to be renewed has ended.</summary>
    Ended,
}

/// <summary>One key in the list.</summary>
public sealed record ApiKeyRow(
    Guid Id, string Name, string Prefix, string Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    /// <summary>True while the key opens what it was made for.</summary>
    public bool IsActive(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);
}
