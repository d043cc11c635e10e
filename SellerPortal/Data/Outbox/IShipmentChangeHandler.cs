using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Outbox;

/// <summary>Takes note of changes of shipments, for example by writing messages.</summary>
public interface IShipmentChangeHandler
{
    /// <summary>
    /// Writes what follows from the changes to <paramref name="database"/>, whose transaction also removes them: what is
    /// written here is written once. Nothing outside the database may be done here; enqueue work for that.
    /// </summary>
    Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token);

    /// <summary>Called after the commit, for what only open pages of this node need to hear; a crash may leave it out.</summary>
    void Committed(IReadOnlyList<ShipmentChange> changes)
    {
    }
}
