namespace SellerPortal.Components;

/// <summary>An open page looks again from time to time, for what nobody tells this node.</summary>
public static class LookAgain
{
    /// <summary>Looks after every pause, until the visitor leaves.</summary>
    /// <param name="pause">The time between two looks.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="look">Looks; on the page's own thread.</param>
    /// <param name="leaving">Ends when the visitor leaves.</param>
    public static async Task EveryAsync(TimeSpan pause, TimeProvider clock, Func<Task> look, CancellationToken leaving)
    {
        try
        {
            using var timer = new PeriodicTimer(pause, clock);
            while (await timer.WaitForNextTickAsync(leaving)) await look();
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The visitor left.
        }
    }
}
