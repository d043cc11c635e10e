using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>Keeps the form that an account has begun, so that a lost line or a reload loses nothing.</summary>
public sealed class BookingDrafts(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <summary>Writes the draft over the account's former one in the same mode.</summary>
    /// <returns>When it was saved; null when it is longer than a draft may be, or the account does not book, and was not saved.</returns>
    public async Task<DateTimeOffset?> SaveAsync(Actor actor, Guid key, string json, CancellationToken token)
    {
        if (!actor.MayWrite || json.Length > BookingDraft.LongestJson) return null;
        var now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (await ReplaceAsync(database, actor, key, json, now, token)) return now;
        database.BookingDrafts.Add(new BookingDraft { UserId = actor.UserId, IsTest = actor.IsTest, Key = key, Json = json, SavedAt = now });
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // Another window of the same account began a draft at the same moment; the later one stays.
            if (!await ReplaceAsync(database, actor, key, json, now, token)) throw;
        }

        return now;
    }

    /// <summary>Throws away the draft made under <paramref name="key"/>; a newer one stays.</summary>
    public async Task DiscardAsync(Actor actor, Guid key, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        await database.BookingDrafts.Where(draft => draft.UserId == actor.UserId && draft.Key == key).ExecuteDeleteAsync(token);
    }

    private static async Task<bool> ReplaceAsync(
        PortalDbContext database, Actor actor, Guid key, string json, DateTimeOffset now, CancellationToken token) =>
        await database.BookingDrafts
            .Where(draft => draft.UserId == actor.UserId && draft.IsTest == actor.IsTest)
            .ExecuteUpdateAsync(
                set => set.SetProperty(draft => draft.Key, key).SetProperty(draft => draft.Json, json).SetProperty(draft => draft.SavedAt, now),
                token) == 1;
}
