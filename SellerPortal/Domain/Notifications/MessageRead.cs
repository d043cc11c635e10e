namespace SellerPortal.Domain.Notifications;

/// <summary>One message that one account has read.</summary>
public sealed class MessageRead
{
    private MessageRead()
    {
    }

    public Guid UserId { get; private set; }

    public long MessageId { get; private set; }

    public static MessageRead Of(Guid user, long message) => new() { UserId = user, MessageId = message };
}
