namespace SellerPortal.Data.Work;

/// <summary>Wakes the background services of this node, so that work begins at once and not at the next look.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource woken = New();

    /// <summary>There may be work; call it after the commit.</summary>
    public void Pulse() => Interlocked.Exchange(ref woken, New()).TrySetResult();

    /// <summary>The next pulse. Take it before looking for work, so that none is missed in between.</summary>
    public Task Next() => Volatile.Read(ref woken).Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
