using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>How many parcels a pickup has.</summary>
internal static class ParcelCounts
{
    /// <summary>
    /// Counts them after some may have left; a pickup without any is called off, for the reason that is named, and its place
    /// is free. Belongs into the transaction in which they leave.
    /// </summary>
    public static async Task CountAgainAsync(this PortalDbContext database, PickupRequest pickup, PickupStepKind emptied, DateTimeOffset now, CancellationToken token)
    {
        var parcels = await database.Shipments.CountAsync(shipment => shipment.PickupId == pickup.Id, token);
        if (parcels == pickup.Parcels) return;
        var held = pickup.HoldsPlace;
        pickup.CountParcels(parcels, now, emptied);
        if (held && !pickup.HoldsPlace) await database.GiveBackPickupPlaceAsync(pickup.SlotOffice, pickup.Time, token);
        await database.AnnounceAsync(pickup, token);
    }
}
