using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Keeps the answers of calls in the database, so that every node and the next start know them.</summary>
internal sealed class AnswerStore(IDbContextFactory<PortalDbContext> factory, TimeProvider clock) : IIdempotencyStore
{
    public async Task<IdempotencyState> BeginAsync(Guid owner, string key, byte[] content, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (await KnownAsync(database, owner, key, content, now, token) is { } known) return known;
        database.IdempotentCalls.Add(IdempotentCall.Begin(owner, key, content, now));
        try
        {
            await database.SaveChangesAsync(token);
            return new IdempotencyState.Begun();
        }
        catch (DbUpdateException)
        {
            // Another node noted the same key at the same moment.
            database.ChangeTracker.Clear();
            if (await KnownAsync(database, owner, key, content, now, token) is { } other) return other;
            throw;
        }
    }

    public async Task KeepAsync(Guid owner, string key, StoredAnswer answer, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.IdempotentCalls.Where(call => call.Owner == owner && call.Key == key).ExecuteUpdateAsync(
            set => set
                .SetProperty(call => call.Status, answer.Status)
                .SetProperty(call => call.ContentType, answer.ContentType)
                .SetProperty(call => call.Location, answer.Location)
                .SetProperty(call => call.ETag, answer.ETag)
                .SetProperty(call => call.Body, answer.Body),
            token);
    }

    public async Task ForgetAsync(Guid owner, string key, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.IdempotentCalls.Where(call => call.Owner == owner && call.Key == key && call.Status == null).ExecuteDeleteAsync(token);
    }

    private static async Task<IdempotencyState?> KnownAsync(PortalDbContext database, Guid owner, string key, byte[] content, DateTimeOffset now, CancellationToken token)
    {
        if (await database.IdempotentCalls.AsNoTracking().SingleOrDefaultAsync(call => call.Owner == owner && call.Key == key, token) is not { } call) return null;
        if (!call.Content.AsSpan().SequenceEqual(content)) return new IdempotencyState.OtherContent();
        if (call.Status is { } status) return new IdempotencyState.Answered(new StoredAnswer(status, call.ContentType, call.Location, call.ETag, call.Body ?? []));

        // Taken over from a process that died; what it may have created is found again by its id.
        var lost = now - IdempotentCall.Lost;
        var taken = await database.IdempotentCalls.Where(one => one.Owner == owner && one.Key == key && one.Status == null && one.BegunAt < lost)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.BegunAt, now), token);
        return taken == 1 ? new IdempotencyState.Begun() : new IdempotencyState.Running();
    }
}
