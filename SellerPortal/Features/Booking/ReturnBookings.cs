using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>Finds what a return is booked from.</summary>
internal static class ReturnBookings
{
    /// <summary>The seller's own shipment whose way back is to be booked, and why it cannot be.</summary>
    public static async Task<(Shipment? Original, ReturnRefusal? WhyNot)> FindOriginalAsync(
        this PortalDbContext database, SellerId seller, ShipmentId id, CancellationToken token)
    {
        var original = await database.Shipments.AsNoTracking().FirstOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == seller, token);
        if (original is null) return (null, ReturnRefusal.NotFound);
        return (original, ReturnRules.WhyNot(original.Status, original.ReturnOf is not null, await database.HasReturnAsync(id, token)));
    }

    /// <summary>True when a return of the shipment is booked and not cancelled.</summary>
    public static Task<bool> HasReturnAsync(this PortalDbContext database, ShipmentId id, CancellationToken token) =>
        database.Shipments.AnyAsync(shipment => shipment.ReturnOf == id && shipment.Status != ShipmentStatus.Cancelled, token);
}
