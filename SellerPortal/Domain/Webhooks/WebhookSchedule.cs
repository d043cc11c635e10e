namespace SellerPortal.Domain.Webhooks;

/// <summary>When a delivery that failed is tried again: soon at first, then over more than three days.</summary>
public static class WebhookSchedule
{
    private static readonly TimeSpan MostJitter = TimeSpan.FromMinutes(10);

    /// <summary>The pauses after the first, second … failed attempt; after the last of them the delivery is given up.</summary>
    public static IReadOnlyList<TimeSpan> Pauses { get; } =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    /// <summary>The longest rest of an endpoint: after that it is asked again, whatever waits for it.</summary>
    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    /// <summary>The longest pause that a receiver can ask for.</summary>
    public static TimeSpan Longest => Pauses[^1];

    /// <summary>
    /// The pause after the given number of failed attempts; null to give up. A little longer than the plan, up to a tenth
    /// and ten minutes, so that what failed together does not come back together.
    /// </summary>
    /// <param name="attempts">From 1.</param>
    /// <param name="jitter">From 0 to 1, drawn by lot.</param>
    /// <param name="wanted">What the receiver asked for with Retry-After; null when it did not.</param>
    public static TimeSpan? After(int attempts, double jitter, TimeSpan? wanted = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (attempts > Pauses.Count) return null;
        var pause = Pauses[attempts - 1];
        if (wanted > pause) pause = wanted.Value < Longest ? wanted.Value : Longest;
        return ALittleLonger(pause, jitter);
    }

    /// <summary>
    /// How long an endpoint whose receiver did not answer in time is not asked at all, with any message: as long as the
    /// message itself waits, and at most <see cref="LongestRest"/>.
    /// </summary>
    /// <param name="failures">How often it did not, one after the other; from 1.</param>
    /// <param name="jitter">From 0 to 1, drawn by lot.</param>
    public static TimeSpan RestAfter(int failures, double jitter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failures, 1);
        var pause = Pauses[Math.Min(failures, Pauses.Count) - 1];
        return ALittleLonger(pause < LongestRest ? pause : LongestRest, jitter);
    }

    private static TimeSpan ALittleLonger(TimeSpan pause, double jitter)
    {
        var most = pause / 10 < MostJitter ? pause / 10 : MostJitter;
        return pause + (most * Math.Clamp(jitter, 0, 1));
    }
}
