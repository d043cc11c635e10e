namespace SellerPortal.Domain.Access;

/// <summary>A call of the API under a key of its caller: noted when it begins, kept with its answer when it has ended.</summary>
public sealed class IdempotentCall
{
    /// <summary>
    /// How long an answer is given again. A caller may ask again for 24 hours; twice that leaves room for clocks and queues.
    /// After that the answer is removed and the key stays used for good: what it made is found by it, and must not be taken for
    /// the answer to a wish of another week.
    /// </summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>After this long without a word from its holder a call is taken for lost, with the process that ran it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>How often a holder says that its call still runs. Three may fail before the call is taken for lost.</summary>
    public static readonly TimeSpan RenewedEvery = Lease / 4;

    /// <summary>A holder that is silent for longer than this is probably gone.</summary>
    public static readonly TimeSpan Silent = RenewedEvery + TimeSpan.FromSeconds(2);

    private IdempotentCall()
    {
    }

    /// <summary>The seller or the system whose key it is.</summary>
    public Guid Owner { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of what is asked for.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>
    /// When it began, or its holder last said that it still runs. Whoever takes it over writes a time that is later by the
    /// lease, so that the time also tells holders apart.
    /// </summary>
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The status of the answer; null until there is one.</summary>
    public int? Status { get; private set; }

    public string? ContentType { get; private set; }

    public string? Location { get; private set; }

    public string? ETag { get; private set; }

    public byte[]? Body { get; private set; }

    /// <summary>True when it was answered so long ago that its answer is not given again, or another node has removed it.</summary>
    public bool HasEnded(DateTimeOffset now) => Status is not null && (Body is null || BegunAt < now - Kept);

    /// <summary>Notes that a call begins.</summary>
    public static IdempotentCall Begin(Guid owner, string key, byte[] content, DateTimeOffset now) => new()
    {
        Owner = owner,
        Key = key,
        Content = content,
        BegunAt = now,
    };
}
