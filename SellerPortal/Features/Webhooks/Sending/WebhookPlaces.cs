namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// Places that receivers share by their pace: slow and dead ones have a quarter of them, unknown ones half. So any number of
/// slow ones leaves room for the unknown, and both together leave room for the quick.
/// </summary>
internal sealed class WebhookPlaces(int count) : IDisposable
{
    /// <summary>The fewest that can be shared.</summary>
    public const int Fewest = 4;

    private readonly SemaphoreSlim all = new(count);
    private readonly SemaphoreSlim unknown = new(count / 2);
    private readonly SemaphoreSlim slow = new(count / 4);

    /// <summary>Waits for a place.</summary>
    /// <returns>Give it back by disposing of it.</returns>
    public async Task<IDisposable> TakeAsync(WebhookPace pace, CancellationToken token)
    {
        var share = pace switch
        {
            WebhookPace.Quick => null,
            WebhookPace.Slow => slow,
            _ => unknown,
        };
        if (share is not null) await share.WaitAsync(token);
        try
        {
            await all.WaitAsync(token);
            return new Place(all, share);
        }
        catch
        {
            share?.Release();
            throw;
        }
    }

    /// <summary>Takes further places if they are free at this moment.</summary>
    /// <returns>How many were taken; give them back with <see cref="Return"/>.</returns>
    public int TryTakeMore(int most)
    {
        var taken = 0;
        while (taken < most && all.Wait(0)) taken++;
        return taken;
    }

    /// <summary>Gives back what <see cref="TryTakeMore"/> took.</summary>
    public void Return(int places)
    {
        if (places > 0) all.Release(places);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        all.Dispose();
        unknown.Dispose();
        slow.Dispose();
    }

    private sealed class Place(SemaphoreSlim all, SemaphoreSlim? share) : IDisposable
    {
        public void Dispose()
        {
            all.Release();
            share?.Release();
        }
    }
}
