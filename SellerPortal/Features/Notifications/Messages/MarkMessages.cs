using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Notifications;
using SellerPortal.Platform;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>Marks messages as read by one account; marking twice changes nothing.</summary>
internal sealed class MarkMessages(IDbContextFactory<PortalDbContext> factory, MessageNews news)
{
    /// <summary>Marks one.</summary>
    /// <returns>False when the account's seller has no such message.</returns>
    public async Task<bool> ReadAsync(Actor actor, long message, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return false;
        await using var database = await factory.CreateDbContextAsync(token);
        if (!await database.PortalMessages.AnyAsync(one => one.Id == message && one.SellerId == seller, token)) return false;
        if (!await database.MessageReads.AnyAsync(read => read.UserId == actor.UserId && read.MessageId == message, token))
        {
            database.MessageReads.Add(MessageRead.Of(actor.UserId, message));
            await SaveOnceAsync(database, token);
        }

        news.Publish([seller]);
        return true;
    }

    /// <summary>Marks all that the account could see, up to <paramref name="newest"/>: what came since stays unread.</summary>
    public async Task ReadAllAsync(Actor actor, long newest, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return;
        await using var database = await factory.CreateDbContextAsync(token);
        var moved = await database.MessageReaders.Where(reader => reader.UserId == actor.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(reader => reader.ReadUpTo, reader => reader.ReadUpTo > newest ? reader.ReadUpTo : newest), token);
        if (moved == 0)
        {
            database.MessageReaders.Add(MessageReader.Of(actor.UserId, newest));
            await SaveOnceAsync(database, token);
        }

        await database.MessageReads.Where(read => read.UserId == actor.UserId && read.MessageId <= newest).ExecuteDeleteAsync(token);
        news.Publish([seller]);
    }

    private static async Task SaveOnceAsync(PortalDbContext database, CancellationToken token)
    {
        try
        {
            await database.SaveChangesAsync(token);
        }
        catch (DbUpdateException)
        {
            // Another window of the same account was quicker, or the message is gone: either way it is no longer unread.
            database.ChangeTracker.Clear();
        }
    }
}
