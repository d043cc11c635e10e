namespace SellerPortal.Platform.Api;

/// <summary>
/// Remembers which keys were used, for what, and with which answer. A call is held by whoever runs it, for as long as it
/// says so; what the first holder says after another has taken the call over changes nothing.
/// </summary>
public interface IIdempotencyStore
{
    /// <summary>Notes that a call begins, or takes over one whose holder is gone, unless its key is known.</summary>
    /// <param name="owner">Whose key it is.</param>
    /// <param name="key">As the caller sent it.</param>
    /// <param name="content">A hash of what is asked for.</param>
    /// <param name="token">Stops the work.</param>
    Task<IdempotencyState> BeginAsync(Guid owner, string key, byte[] content, CancellationToken token);

    /// <summary>Says that the call still runs.</summary>
    /// <returns>The hold from now on; null when another has taken the call over.</returns>
    Task<IdempotencyHold?> RenewAsync(IdempotencyHold hold);

    /// <summary>Keeps the answer of a call that has begun.</summary>
    /// <returns>The answer that stands: the one of who has taken the call over, if there is one.</returns>
    Task<StoredAnswer> KeepAsync(IdempotencyHold hold, StoredAnswer answer);

    /// <summary>Gives a call back that broke off: nobody knows how far it came, and it may be taken over at once.</summary>
    Task ReleaseAsync(IdempotencyHold hold);

    /// <summary>Forgets a call that came to nothing: it may be sent again, corrected.</summary>
    Task ForgetAsync(IdempotencyHold hold);
}

/// <summary>The right to run a call.</summary>
/// <param name="Owner">Whose key it is.</param>
/// <param name="Key">As the caller sent it.</param>
/// <param name="Since">When it was taken or last renewed, in whole microseconds; no two holders of a call have the same.</param>
/// <param name="IsResumed">True when the call was begun before by somebody else, and nobody knows how far it came.</param>
public sealed record IdempotencyHold(Guid Owner, string Key, DateTimeOffset Since, bool IsResumed);

/// <summary>What is known of a key.</summary>
public abstract record IdempotencyState
{
    private IdempotencyState()
    {
    }

    /// <summary>It is held by the asker from now on: the call goes on.</summary>
    public sealed record Begun(IdempotencyHold Hold) : IdempotencyState;

    /// <summary>A call with it has not ended yet.</summary>
    /// <param name="Wait">After this long it pays to ask again: a moment while its holder is heard of, otherwise what is left until it is taken for lost.</param>
    public sealed record Running(TimeSpan Wait) : IdempotencyState
    {
        /// <summary>The wait while the holder is heard of.</summary>
        public static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    }

    /// <summary>It was used for something else.</summary>
    public sealed record OtherContent : IdempotencyState;

    /// <summary>It was answered so long ago that the answer is not given again.</summary>
    public sealed record Ended : IdempotencyState;

    /// <summary>It was answered.</summary>
    public sealed record Answered(StoredAnswer Answer) : IdempotencyState;
}

/// <summary>An answer as it was given.</summary>
public sealed record StoredAnswer(int Status, string? ContentType, string? Location, string? ETag, byte[] Body);
