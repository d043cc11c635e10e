namespace SellerPortal.Platform.Api;

/// <summary>Remembers which keys were used, for what, and with which answer.</summary>
public interface IIdempotencyStore
{
    /// <summary>Notes that a call begins, unless its key is known.</summary>
    /// <param name="owner">Whose key it is.</param>
    /// <param name="key">As the caller sent it.</param>
    /// <param name="content">A hash of what is asked for.</param>
    /// <param name="token">Stops the work.</param>
    Task<IdempotencyState> BeginAsync(Guid owner, string key, byte[] content, CancellationToken token);

    /// <summary>Keeps the answer of a call that has begun.</summary>
    Task KeepAsync(Guid owner, string key, StoredAnswer answer, CancellationToken token);

    /// <summary>Forgets a call that came to nothing: it may be sent again, corrected.</summary>
    Task ForgetAsync(Guid owner, string key, CancellationToken token);
}

/// <summary>What is known of a key.</summary>
public abstract record IdempotencyState
{
    private IdempotencyState()
    {
    }

    /// <summary>It is new, and now noted: the call goes on.</summary>
    public sealed record Begun : IdempotencyState;

    /// <summary>A call with it has not ended yet.</summary>
    public sealed record Running : IdempotencyState;

    /// <summary>It was used for something else.</summary>
    public sealed record OtherContent : IdempotencyState;

    /// <summary>It was answered.</summary>
    public sealed record Answered(StoredAnswer Answer) : IdempotencyState;
}

/// <summary>An answer as it was given.</summary>
public sealed record StoredAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body);
