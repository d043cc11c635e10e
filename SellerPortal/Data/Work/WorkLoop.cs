namespace SellerPortal.Data.Work;

/// <summary>The life of a background service: work while there is any, then wait for the signal or the next look.</summary>
internal static class WorkLoop
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <param name="signal">Ends the wait early.</param>
    /// <param name="next">Does one piece of work; false when there is none.</param>
    /// <param name="interrupted">Told of trouble. The loop goes on a while later, signal or not.</param>
    /// <param name="stopping">Ends the loop.</param>
    public static async Task RunAsync(WorkSignal signal, Func<CancellationToken, Task<bool>> next, Action<Exception> interrupted, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            // Taken before looking, so that no signal is missed in between.
            var woken = signal.Next();
            try
            {
                while (await next(stopping))
                {
                }

                await Task.WhenAny(woken, Task.Delay(LookEvery, stopping));
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the database has, the loop goes on when it is well again.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                interrupted(fault);
                await Task.Delay(AfterTrouble, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
