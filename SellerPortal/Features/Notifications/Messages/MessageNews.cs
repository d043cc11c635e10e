using System.Collections.Concurrent;
using System.Collections.Immutable;
using SellerPortal.Domain;

namespace SellerPortal.Features.Notifications.Messages;

/// <summary>
/// Tells open pages of this node that a seller's messages, or what was read of them, changed. It carries no data and
/// promises nothing across nodes: a page reads again when told, and also looks by itself from time to time.
/// </summary>
internal sealed class MessageNews
{
    private readonly ConcurrentDictionary<SellerId, ImmutableArray<Action>> listeners = new();

    /// <summary>Calls <paramref name="changed"/> until the result is disposed. It must not block or throw.</summary>
    public IDisposable Subscribe(SellerId seller, Action changed)
    {
        listeners.AddOrUpdate(seller, _ => [changed], (_, others) => others.Add(changed));
        return new Subscription(this, seller, changed);
    }

    /// <summary>Tells everyone who listens; called after the commit.</summary>
    public void Publish(IEnumerable<SellerId> sellers)
    {
        foreach (var seller in sellers)
        {
            if (!listeners.TryGetValue(seller, out var told)) continue;
            foreach (var listener in told) listener();
        }
    }

    private void Remove(SellerId seller, Action changed)
    {
        while (listeners.TryGetValue(seller, out var others))
        {
            var left = others.Remove(changed);
            var done = left.IsEmpty ? listeners.TryRemove(KeyValuePair.Create(seller, others)) : listeners.TryUpdate(seller, left, others);
            if (done) return;
        }
    }

    private sealed class Subscription(MessageNews owner, SellerId seller, Action changed) : IDisposable
    {
        public void Dispose() => owner.Remove(seller, changed);
    }
}
