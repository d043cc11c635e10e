using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Webhooks;

namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// What this node knows of the receivers: the pace of each, and which of them rest because they did not answer in time. A
/// receiver that fails at once is not slow. What is known holds for a version of the endpoint: a changed one begins anew.
/// </summary>
public sealed class WebhookPaces(IOptions<WebhookOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Known> known = new();

    /// <summary>True when the endpoint was used or learnt of, as it is now.</summary>
    internal bool Knows(DueEndpoint endpoint) => known.TryGetValue(endpoint.Id, out var one) && one.Version == endpoint.Version;

    /// <summary>Begins with an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="slowAttempts">How often its last message found no answer in time, as the database has it; 0 when it did, or nobody knows.</param>
    internal void Learn(DueEndpoint endpoint, int slowAttempts) =>
        known[endpoint.Id] = new Known(endpoint.Version, slowAttempts > 0 ? WebhookPace.Slow : WebhookPace.Unknown, slowAttempts, RestsUntil: null);

    /// <summary>The pace of an endpoint.</summary>
    public WebhookPace Of(Guid endpoint) => known.TryGetValue(endpoint, out var one) ? one.Pace : WebhookPace.Unknown;

    /// <summary>True while an endpoint is not asked, whatever waits for it.</summary>
    public bool Rests(Guid endpoint) => known.TryGetValue(endpoint, out var one) && one.RestsUntil > time.GetUtcNow();

    /// <summary>Ends the rest of an endpoint: its receiver has answered a test, or its owner says that it is well again.</summary>
    public void Wake(Guid endpoint)
    {
        if (known.TryGetValue(endpoint, out var one)) known.TryUpdate(endpoint, one with { RestsUntil = null }, one);
    }

    /// <summary>Notes what became of messages that were sent at the same time.</summary>
    public void Note(Guid endpoint, IReadOnlyCollection<WebhookOutcome> attempts)
    {
        if (attempts.Count == 0 || !known.TryGetValue(endpoint, out var before)) return;
        known[endpoint] = After(before, attempts);
    }

    private Known After(Known before, IReadOnlyCollection<WebhookOutcome> attempts)
    {
        if (attempts.Any(attempt => IsSlow(attempt) && !attempt.IsSuccess))
        {
            var failures = before.Failures + 1;
            return before with { Pace = WebhookPace.Slow, Failures = failures, RestsUntil = time.GetUtcNow() + WebhookSchedule.RestAfter(failures, Random.Shared.NextDouble()) };
        }

        return before with { Pace = PaceAfter(before.Pace, attempts), Failures = 0, RestsUntil = null };
    }

    private WebhookPace PaceAfter(WebhookPace before, IReadOnlyCollection<WebhookOutcome> attempts)
    {
        if (attempts.Any(IsSlow)) return WebhookPace.Slow;
        if (attempts.All(attempt => attempt.IsSuccess)) return WebhookPace.Quick;
        return before == WebhookPace.Slow ? WebhookPace.Unknown : before;
    }

    private bool IsSlow(WebhookOutcome attempt) => attempt.Trouble == WebhookTrouble.Timeout || attempt.DurationMs >= options.Value.Quick.TotalMilliseconds;

    private sealed record Known(Guid Version, WebhookPace Pace, int Failures, DateTimeOffset? RestsUntil);
}
