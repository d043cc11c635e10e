namespace SellerPortal.Domain.Notifications;

/// <summary>How far an account has read: everything up to a message, and of the later ones each with a <see cref="MessageRead"/>.</summary>
public sealed class MessageReader
{
    private MessageReader()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>The last message that was there when the account marked all as read.</summary>
    public long ReadUpTo { get; private set; }

    public static MessageReader Of(Guid user, long upTo) => new() { UserId = user, ReadUpTo = upTo };
}
