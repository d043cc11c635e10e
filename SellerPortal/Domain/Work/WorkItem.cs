namespace SellerPortal.Domain.Work;

/// <summary>
/// Work that must be done though the process dies: written in the same transaction as its cause, claimed for a while by
/// whoever does it, deleted when done, and left as dead with the last fault when it has failed too often.
/// </summary>
public sealed class WorkItem
{
    /// <summary>The longest name of a kind of work.</summary>
    public const int LongestKind = 40;

    /// <summary>The longest fault that is kept; more is cut off.</summary>
    public const int LongestFault = 500;

    private WorkItem()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Which handler does it, such as <c>mail</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the handler needs, in its own form: an id or JSON.</summary>
    public string Payload { get; private set; } = "";

    public DateTimeOffset EnqueuedAt { get; private set; }

    /// <summary>Not before this; after a failure the time of the next attempt, during one the end of the claim.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Who does it at the moment; null when nobody does. Each claim has a name of its own.</summary>
    public Guid? ClaimedBy { get; private set; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; private set; }

    /// <summary>What went wrong the last time.</summary>
    public string? LastFault { get; private set; }

    /// <summary>When it was given up; null while there is hope.</summary>
    public DateTimeOffset? DeadAt { get; private set; }

    public static WorkItem Of(string kind, string payload, DateTimeOffset now, DateTimeOffset? due = null)
    {
        if (kind.Length is 0 or > LongestKind) throw new ArgumentException($"A kind of work has 1 to {LongestKind} characters.", nameof(kind));
        return new WorkItem { Id = Guid.CreateVersion7(now), Kind = kind, Payload = payload, EnqueuedAt = now, DueAt = due ?? now };
    }
}
