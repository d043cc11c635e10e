using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;

namespace SellerPortal.Features.Webhooks;

/// <summary>How many letters are sent again.</summary>
public sealed record ReplayAnswer(int Count);

/// <summary>How a try went.</summary>
/// <param name="Delivered">True when the receiver answered with 2xx.</param>
/// <param name="AnswerStatus">The HTTP status of the answer; left out when there was none.</param>
/// <param name="Trouble">Why there was no answer.</param>
/// <param name="Answer">The first 256 characters of the answer's text.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record WebhookTestAnswer(bool Delivered, int? AnswerStatus, WebhookTrouble? Trouble, string? Answer, int DurationMs)
{
    internal static WebhookTestAnswer Of(WebhookOutcome outcome) => new(outcome.IsSuccess, outcome.Status, outcome.Trouble, outcome.Answer, outcome.DurationMs);
}

/// <summary>One message on its way.</summary>
/// <param name="Id">Its number in the log.</param>
/// <param name="MessageId">The message; webhook-id is msg_ and this without hyphens.</param>
/// <param name="Type">The event.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was begun since it was written or replayed.</param>
/// <param name="CreatedAt">When the message was written.</param>
/// <param name="NextAt">When it is tried next; left out when it has ended or is being sent.</param>
/// <param name="TriedAt">When the last attempt ended.</param>
/// <param name="AnswerStatus">The HTTP status of the last answer; left out when there was none.</param>
/// <param name="DurationMs">How long the last attempt took, in milliseconds.</param>
/// <param name="Log">Every attempt that has ended, the first one first, those before a replay included.</param>
public sealed record DeliveryAnswer(
    long Id,
    Guid MessageId,
    string Type,
    WebhookDeliveryState State,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAt,
    DateTimeOffset? TriedAt,
    int? AnswerStatus,
    int? DurationMs,
    IReadOnlyList<AttemptAnswer> Log)
{
    internal static DeliveryAnswer Of(DeliveryRow row) => new(
        row.Id,
        row.MessageId,
        row.Type,
        row.State,
        row.Attempts,
        row.CreatedAt,
        row.NextAt,
        row.TriedAt,
        row.AnswerStatus,
        row.DurationMs,
        [.. row.Log.Select(attempt => new AttemptAnswer(attempt.At, attempt.AnswerStatus, attempt.Trouble, attempt.Answer, attempt.DurationMs))]);
}

/// <summary>One attempt to deliver a message.</summary>
/// <param name="At">When it ended.</param>
/// <param name="AnswerStatus">The HTTP status of the answer; left out when there was none.</param>
/// <param name="Trouble">Why there was no answer.</param>
/// <param name="Answer">The first 256 characters of the answer's text.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record AttemptAnswer(DateTimeOffset At, int? AnswerStatus, WebhookTrouble? Trouble, string? Answer, int DurationMs);
