namespace SellerPortal.Domain.Webhooks;

/// <summary>One message on its way to one endpoint, and what became of the last attempt.</summary>
public sealed class WebhookDelivery
{
    /// <summary>The longest part of an answer that is kept.</summary>
    public const int LongestAnswer = 500;

    private WebhookDelivery()
    {
    }

    /// <summary>Given by the database, rising.</summary>
    public long Id { get; private set; }

    public Guid EndpointId { get; private set; }

    public Guid MessageId { get; private set; }

    public WebhookDeliveryState State { get; private set; }

    /// <summary>How often it was begun since it was written or replayed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not before this; during an attempt the end of the claim; null once it has ended.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Who sends it at the moment; null when nobody does. Each claim has a name of its own.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>When the last attempt ended.</summary>
    public DateTimeOffset? TriedAt { get; private set; }

    /// <summary>The HTTP status of the last answer; null when there was none.</summary>
    public int? AnswerStatus { get; private set; }

    /// <summary>Why there was no answer; null when there was one.</summary>
    public WebhookTrouble? Trouble { get; private set; }

    /// <summary>The beginning of the last answer's text.</summary>
    public string? Answer { get; private set; }

    /// <summary>How long the last attempt took, in milliseconds.</summary>
    public int? DurationMs { get; private set; }

    /// <summary>When it was delivered or given up; null while it is pending.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A message for an endpoint, to be sent at once.</summary>
    public static WebhookDelivery Of(Guid endpoint, Guid message, DateTimeOffset now) =>
        new() { EndpointId = endpoint, MessageId = message, State = WebhookDeliveryState.Pending, DueAt = now };
}

/// <summary>Where a delivery stands.</summary>
public enum WebhookDeliveryState
{
    /// <summary>Waits for its first or next attempt.</summary>
    Pending,

    /// <summary>The receiver answered with 2xx.</summary>
    Delivered,

    /// <summary>Given up; it waits in the dead letters for a replay.</summary>
    Dead,
}

/// <summary>Why a receiver did not answer.</summary>
public enum WebhookTrouble
{
    /// <summary>No answer within the time limit.</summary>
    Timeout,

    /// <summary>The name does not exist.</summary>
    UnknownHost,

    /// <summary>The name leads to an address that is not public.</summary>
    BlockedAddress,

    /// <summary>Nothing accepts connections, or the connection broke.</summary>
    NoConnection,

    /// <summary>The certificate is not valid for the name, or no common encryption.</summary>
    Tls,

    /// <summary>The answer was no HTTP.</summary>
    BadAnswer,

    /// <summary>The secret cannot be read any more; it has to be rotated.</summary>
    Secret,
}
