namespace SellerPortal.Domain.Webhooks;

/// <summary>One attempt to deliver a message, and what became of it. Kept as long as its delivery, also when that is replayed.</summary>
public sealed class WebhookAttempt
{
    /// <summary>The longest part of an answer that is kept.</summary>
    public const int LongestAnswer = 256;

    private WebhookAttempt()
    {
    }

    /// <summary>Given by the database, rising.</summary>
    public long Id { get; private set; }

    public long DeliveryId { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public int? AnswerStatus { get; private set; }

    /// <summary>Why there was no answer; null when there was one.</summary>
    public WebhookTrouble? Trouble { get; private set; }

    /// <summary>The beginning of the answer's text.</summary>
    public string? Answer { get; private set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int DurationMs { get; private set; }

    /// <summary>An attempt that ended now.</summary>
    public static WebhookAttempt Of(long delivery, int? status, WebhookTrouble? trouble, string? answer, int durationMs, DateTimeOffset now) => new()
    {
        DeliveryId = delivery,
        At = now,
        AnswerStatus = status,
        Trouble = trouble,
        Answer = answer?.AtMost(LongestAnswer),
        DurationMs = durationMs,
    };
}
