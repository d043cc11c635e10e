using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Outbox;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The next scan answers an open instruction and closes it.</summary>
internal sealed class ScansCloseInstructions : IShipmentChangeHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(PortalDbContext database, IReadOnlyList<ShipmentChange> changes, CancellationToken token)
    {
        // Bookings and scans on the way are most of the news and close nothing.
        var news = changes.Where(change => change.Before is not null && MayClose(change.Status)).ToLookup(change => change.ShipmentId);
        if (news.Count == 0) return;
        List<ShipmentId> ids = [.. news.Select(group => group.Key)];
        var open = await database.DeliveryInstructions.Where(instruction => instruction.ClosedAt == null && ids.Contains(instruction.ShipmentId)).ToListAsync(token);
        foreach (var instruction in open)
        {
            foreach (var change in news[instruction.ShipmentId].OrderBy(change => change.Id)) instruction.Hear(change);
        }
    }

    private static bool MayClose(ShipmentStatus status) => status is ShipmentStatus.Delivered or ShipmentStatus.AttemptFailed
        or ShipmentStatus.Redirected or ShipmentStatus.Returning or ShipmentStatus.Returned or ShipmentStatus.Cancelled;
}
