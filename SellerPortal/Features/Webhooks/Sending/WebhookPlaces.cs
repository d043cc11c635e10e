namespace SellerPortal.Features.Webhooks.Sending;

/// <summary>
/// The places in which this node sends. Endpoints that are not known to answer quickly share half of them, so that any
/// number of slow or dead receivers leaves room for the others.
/// </summary>
internal sealed class WebhookPlaces(int count) : IDisposable
{
    private readonly SemaphoreSlim all = new(count);
    private readonly SemaphoreSlim unproven = new(count / 2);

    /// <summary>Waits for a place.</summary>
    /// <returns>Give it back by disposing of it.</returns>
    public async Task<IDisposable> TakeAsync(bool isQuick, CancellationToken token)
    {
        if (!isQuick) await unproven.WaitAsync(token);
        try
        {
            await all.WaitAsync(token);
            return new Place(this, isQuick);
        }
        catch
        {
            if (!isQuick) unproven.Release();
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
        unproven.Dispose();
    }

    private sealed class Place(WebhookPlaces places, bool isQuick) : IDisposable
    {
        public void Dispose()
        {
            places.all.Release();
            if (!isQuick) places.unproven.Release();
        }
    }
}
