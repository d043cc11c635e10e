using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SellerPortal.Platform;

/// <summary>
/// Tells open pages of this node that something changed. It carries no data and promises nothing across nodes: a page
/// reads again when told, and also looks by itself from time to time.
/// </summary>
/// <typeparam name="TKey">Names what a page listens to.</typeparam>
public abstract class Announcements<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, ImmutableArray<Action>> listeners = new();

    /// <summary>Calls <paramref name="changed"/> after every change of <paramref name="key"/> until the result is disposed.</summary>
    public IDisposable Subscribe(TKey key, Action changed)
    {
        listeners.AddOrUpdate(key, _ => [changed], (_, others) => others.Add(changed));
        return new Subscription(this, key, changed);
    }

    /// <summary>Tells everyone who listens; called after the transaction is committed. A listener must not block or throw.</summary>
    public void Publish(IEnumerable<TKey> changed)
    {
        if (listeners.IsEmpty) return;
        foreach (var key in changed)
        {
            if (!listeners.TryGetValue(key, out var told)) continue;
            foreach (var listener in told) listener();
        }
    }

    private void Remove(TKey key, Action changed)
    {
        while (listeners.TryGetValue(key, out var others))
        {
            var left = others.Remove(changed);
            var done = left.IsEmpty ? listeners.TryRemove(KeyValuePair.Create(key, others)) : listeners.TryUpdate(key, left, others);
            if (done) return;
        }
    }

    private sealed class Subscription(Announcements<TKey> owner, TKey key, Action changed) : IDisposable
    {
        public void Dispose() => owner.Remove(key, changed);
    }
}
