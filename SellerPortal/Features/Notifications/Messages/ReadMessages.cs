using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>Reads the messages of an account's seller; what is read is a matter of each account.</summary>
public sealed class ReadMessages(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 30;

    /// <summary>Counting unread ones ends here; the bell shows "99+".</summary>
    public const int HighestCount = 99;

    /// <summary>How many are unread; one more than <see cref="HighestCount"/> stands for more than that.</summary>
    public async Task<int> CountUnreadAsync(Actor actor, CancellationToken token)
    {
        if (actor.SellerId is null) return 0;
        await using var database = await factory.CreateDbContextAsync(token);
        return await Unread(database, actor, await database.ReadUpToAsync(actor, token)).Take(HighestCount + 1).CountAsync(token);
    }

    /// <summary>One page, the newest first.</summary>
    public async Task<MessagePage> ExecuteAsync(Actor actor, MessageFilter filter, CancellationToken token)
    {
        if (actor.SellerId is not { } seller) return new MessagePage([], Older: null, Unread: 0, Newest: 0);
        await using var database = await factory.CreateDbContextAsync(token);
        var upTo = await database.ReadUpToAsync(actor, token);
        // Before the rows: what comes in between may be shown, and stays unread.
        var newest = await database.PortalMessages.Where(message => message.SellerId == seller).MaxAsync(message => (long?)message.Id, token) ?? 0;
        var messages = filter.OnlyUnread ? Unread(database, actor, upTo) : database.PortalMessages.Where(message => message.SellerId == seller);
        if (filter.Before is { } before) messages = messages.Where(message => message.Id < before);
        var rows = await messages.OrderByDescending(message => message.Id).Take(PageSize + 1)
            .Select(message => new MessageRow(
                message.Id,
                message.Kind,
                message.ShipmentId,
                message.Article,
                message.Count,
                message.Reason,
                message.At,
                message.Id <= upTo || database.MessageReads.Any(read => read.UserId == actor.UserId && read.MessageId == message.Id)))
            .ToListAsync(token);
        var unread = await Unread(database, actor, upTo).Take(HighestCount + 1).CountAsync(token);
        return new MessagePage([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null, unread, newest);
    }

    private static IQueryable<PortalMessage> Unread(PortalDbContext database, Actor actor, long upTo) => database.PortalMessages.Where(message =>
        message.SellerId == actor.SellerId!.Value && message.Id > upTo && !database.MessageReads.Any(read => read.UserId == actor.UserId && read.MessageId == message.Id));
}

/// <summary>Which messages are shown; it travels in the query string.</summary>
/// <param name="OnlyUnread">True to leave out what was read.</param>
/// <param name="Before">Only messages older than this one; null for the newest.</param>
public sealed record MessageFilter(bool OnlyUnread, long? Before);

/// <summary>One page of messages.</summary>
/// <param name="Rows">The newest first.</param>
/// <param name="Older">Where the next page begins; null on the last one.</param>
/// <param name="Unread">How many are unread on all pages, counted up to a bound.</param>
/// <param name="Newest">The newest message on all pages when they were read; 0 when there is none.</param>
public sealed record MessagePage(IReadOnlyList<MessageRow> Rows, long? Older, int Unread, long Newest);

/// <summary>One message in the list.</summary>
public sealed record MessageRow(
    long Id, NotificationKind Kind, ShipmentId? ShipmentId, string? Article, int Count, NonDeliveryReason? Reason, DateTimeOffset At, bool IsRead);

/// <summary>How far an account has read.</summary>
internal static class MessageReading
{
    /// <summary>The last message up to which everything is read; 0 when the account never marked all.</summary>
    public static Task<long> ReadUpToAsync(this PortalDbContext database, Actor actor, CancellationToken token) =>
        database.MessageReaders.Where(reader => reader.UserId == actor.UserId).Select(reader => reader.ReadUpTo).SingleOrDefaultAsync(token);
}
