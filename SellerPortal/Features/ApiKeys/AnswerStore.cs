using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Keeps the answers of calls in the database, so that every node and the next start know them.</summary>
internal sealed class AnswerStore(IDbContextFactory<PortalDbContext> factory, TimeProvider clock) : IIdempotencyStore
{
    public async Task<IdempotencyState> BeginAsync(Guid owner, string key, byte[] content, CancellationToken token)
    {
        var now = Now();
        await using var database = await factory.CreateDbContextAsync(token);
        if (await KnownAsync(database, owner, key, content, now, token) is { } known) return known;
        if (await HasBookedAsync(database, owner, key, token)) return new IdempotencyState.OtherContent();
        database.IdempotentCalls.Add(IdempotentCall.Begin(owner, key, content, now));
        try
        {
            await database.SaveChangesAsync(token);
            return new IdempotencyState.Begun(new IdempotencyHold(owner, key, now, IsResumed: false));
        }
        catch (DbUpdateException)
        {
            // Another node noted the same key at the same moment.
            database.ChangeTracker.Clear();
            if (await KnownAsync(database, owner, key, content, now, token) is { } other) return other;
            throw;
        }
    }

    public async Task<IdempotencyHold?> RenewAsync(IdempotencyHold hold)
    {
        var now = Now();
        await using var database = await factory.CreateDbContextAsync();
        return await HeldBy(database, hold).ExecuteUpdateAsync(set => set.SetProperty(call => call.BegunAt, now)) == 1 ? hold with { Since = now } : null;
    }

    public async Task<StoredAnswer> KeepAsync(IdempotencyHold hold, StoredAnswer answer)
    {
        await using var database = await factory.CreateDbContextAsync();
        var kept = await HeldBy(database, hold).ExecuteUpdateAsync(set => set
            .SetProperty(call => call.Status, answer.Status)
            .SetProperty(call => call.ContentType, answer.ContentType)
            .SetProperty(call => call.Location, answer.Location)
            .SetProperty(call => call.ETag, answer.ETag)
            .SetProperty(call => call.Body, AnswerBody.Pack(answer.Body)));
        return kept == 0 && await FindAsync(database, hold.Owner, hold.Key, CancellationToken.None) is { } other && AnswerOf(other) is { } before ? before : answer;
    }

    public async Task ReleaseAsync(IdempotencyHold hold)
    {
        var lost = Now() - IdempotentCall.Lease;
        await using var database = await factory.CreateDbContextAsync();
        await HeldBy(database, hold).ExecuteUpdateAsync(set => set.SetProperty(call => call.BegunAt, lost));
    }

    public async Task ForgetAsync(IdempotencyHold hold)
    {
        await using var database = await factory.CreateDbContextAsync();
        await HeldBy(database, hold).ExecuteDeleteAsync();
    }

    /// <summary>On SQLite there is one process: what runs before it serves is run by one that is dead.</summary>
    internal async Task ReleaseAllAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (database is not SqlitePortalDbContext) return;
        var lost = Now() - IdempotentCall.Lease;
        await database.IdempotentCalls.Where(call => call.Status == null && call.BegunAt > lost).ExecuteUpdateAsync(set => set.SetProperty(call => call.BegunAt, lost), token);
    }

    private static IQueryable<IdempotentCall> HeldBy(PortalDbContext database, IdempotencyHold hold) =>
        database.IdempotentCalls.Where(call => call.Owner == hold.Owner && call.Key == hold.Key && call.Status == null && call.BegunAt == hold.Since);

    private static async Task<IdempotencyState?> KnownAsync(PortalDbContext database, Guid owner, string key, byte[] content, DateTimeOffset now, CancellationToken token)
    {
        if (await FindAsync(database, owner, key, token) is not { } call) return null;
        if (!call.Content.AsSpan().SequenceEqual(content)) return new IdempotencyState.OtherContent();
        if (call.HasEnded(now)) return new IdempotencyState.Ended();
        if (AnswerOf(call) is { } answer) return new IdempotencyState.Answered(answer);

        var silent = now - call.BegunAt;
        if (silent < IdempotentCall.Lease) return new IdempotencyState.Running(silent > IdempotentCall.Silent ? IdempotentCall.Lease - silent : IdempotencyState.Running.Moment);
        var taken = await HeldBy(database, new IdempotencyHold(owner, key, call.BegunAt, IsResumed: true)).ExecuteUpdateAsync(set => set.SetProperty(one => one.BegunAt, now), token);
        return taken == 1 ? new IdempotencyState.Begun(new IdempotencyHold(owner, key, now, IsResumed: true)) : new IdempotencyState.Running(IdempotencyState.Running.Moment);
    }

    /// <summary>A single booking leaves a claim and no call: its key is used all the same.</summary>
    private static Task<bool> HasBookedAsync(PortalDbContext database, Guid owner, string key, CancellationToken token)
    {
        var (seller, booked) = (new SellerId(owner), IdempotencyKey.IdOf(owner, key));
        return database.BookingClaims.AnyAsync(claim => claim.SellerId == seller && claim.Key == booked, token);
    }

    private static Task<IdempotentCall?> FindAsync(PortalDbContext database, Guid owner, string key, CancellationToken token) =>
        database.IdempotentCalls.AsNoTracking().SingleOrDefaultAsync(call => call.Owner == owner && call.Key == key, token);

    private static StoredAnswer? AnswerOf(IdempotentCall call) =>
        call.Status is { } status ? new StoredAnswer(status, call.ContentType, call.Location, call.ETag, AnswerBody.Unpack(call.Body)) : null;

    private DateTimeOffset Now() => clock.GetUtcNow().ToMicroseconds();
}
