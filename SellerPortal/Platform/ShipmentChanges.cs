using System.Collections.Concurrent;
using System.Collections.Immutable;
using SellerPortal.Domain;

namespace SellerPortal.Platform;

/// <summary>
/// Tells open pages of this node that a shipment changed. It carries no data and promises nothing across nodes: a page
/// reads again when told, and also looks by itself from time to time.
/// </summary>
public sealed class ShipmentChanges
{
    private readonly ConcurrentDictionary<ShipmentId, ImmutableArray<Action>> listeners = new();

    /// <summary>Calls <paramref name="changed"/> after every change of the shipment until the result is disposed.</summary>
    public IDisposable Subscribe(ShipmentId shipment, Action changed)
    {
        listeners.AddOrUpdate(shipment, _ => [changed], (_, others) => others.Add(changed));
        return new Subscription(this, shipment, changed);
    }

    /// <summary>Tells everyone who listens; called after the transaction is committed. A listener must not block or throw.</summary>
    public void Publish(IEnumerable<ShipmentId> changed)
    {
        if (listeners.IsEmpty) return;
        foreach (var shipment in changed)
        {
            if (!listeners.TryGetValue(shipment, out var told)) continue;
            foreach (var listener in told) listener();
        }
    }

    private void Remove(ShipmentId shipment, Action changed)
    {
        while (listeners.TryGetValue(shipment, out var others))
        {
            var left = others.Remove(changed);
            var done = left.IsEmpty
                ? listeners.TryRemove(KeyValuePair.Create(shipment, others))
                : listeners.TryUpdate(shipment, left, others);
            if (done) return;
        }
    }

    private sealed class Subscription(ShipmentChanges owner, ShipmentId shipment, Action changed) : IDisposable
    {
        public void Dispose() => owner.Remove(shipment, changed);
    }
}
