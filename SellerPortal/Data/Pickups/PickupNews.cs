using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Data.Pickups;

/// <summary>What a pickup says about its parcels.</summary>
public static class PickupNews
{
    /// <summary>Adds the news that the post has taken over what its agent has, to the changes that the next save writes. Of what was scanned before, the scan has told it.</summary>
    public static async Task TellTakenOverAsync(this PortalDbContext database, PickupRequest pickup, CancellationToken token)
    {
        if (pickup.State != PickupState.PickedUp) return;
        var parcels = await database.Shipments
            .Where(shipment => shipment.PickupId == pickup.Id && shipment.Status == ShipmentStatus.Booked && shipment.LastScanAt == null)
            .Select(shipment => shipment.Id).ToListAsync(token);
        database.ShipmentChanges.AddRange(parcels.Select(parcel => ShipmentChange.TakenOver(parcel, pickup.SellerId, pickup.StateAt)));
    }
}
