namespace SellerPortal.Domain.Access;

/// <summary>A call of the API under a key of its caller: noted when it begins, kept with its answer when it has ended.</summary>
public sealed class IdempotentCall
{
    /// <summary>How long an answer is kept. A caller may ask again for 24 hours; twice that leaves room for clocks and queues.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>After this long without an end a call is taken for lost, with the process that ran it.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(2);

    private IdempotentCall()
    {
    }

    /// <summary>The seller or the system whose key it is.</summary>
    public Guid Owner { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of what is asked for.</summary>
    public byte[] Content { get; private set; } = [];

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The status of the answer; null until there is one.</summary>
    public int? Status { get; private set; }

    public string? ContentType { get; private set; }

    public string? Location { get; private set; }

    public string? ETag { get; private set; }

    public byte[]? Body { get; private set; }

    /// <summary>Notes that a call begins.</summary>
    public static IdempotentCall Begin(Guid owner, string key, byte[] content, DateTimeOffset now) => new()
    {
        Owner = owner,
        Key = key,
        Content = content,
        BegunAt = now,
    };
}
