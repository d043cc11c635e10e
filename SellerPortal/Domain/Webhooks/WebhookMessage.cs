namespace SellerPortal.Domain.Webhooks;

/// <summary>
/// One event as it is told to the systems of a seller: written once, in the transaction of what happened, and sent
/// unchanged to every endpoint and at every attempt.
/// </summary>
public sealed class WebhookMessage
{
    private WebhookMessage()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>One of <see cref="WebhookEventTypes"/>.</summary>
    public string Type { get; private set; } = "";

    /// <summary>JSON with type, timestamp and data.</summary>
    public string Body { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public static WebhookMessage Of(SellerId seller, string type, string body, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), SellerId = seller, Type = type, Body = body, CreatedAt = now };

    /// <summary>The stable id that the receiver sees; by it a message that came twice is known.</summary>
    public static string PublicId(Guid id) => $"msg_{id:N}";
}
