using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>Finds what a seller has booked.</summary>
internal static class BookedShipments
{
    /// <summary>What the confirmation shows of a shipment.</summary>
    public static BookedShipment Of(Shipment shipment) => new(
        shipment.Id,
        shipment.Article,
        shipment.Product,
        shipment.Price.Total,
        shipment.Consignee.Name,
        shipment.Consignee.City,
        shipment.Consignee.Pincode.ToString(),
        shipment.BookedAt,
        shipment.ExpectedFrom,
        shipment.ExpectedTo,
        shipment.Parcel.ChargeableGrams,
        shipment.Price,
        shipment.BookingOffice,
        shipment.DeliveryOffice);

    /// <summary>The answer to a key that was used before, or null for a new one.</summary>
    public static async Task<BookingResult?> FindClaimedAsync(
        this PortalDbContext database, SellerId seller, Guid key, string fingerprint, CancellationToken token)
    {
        var claim = await database.BookingClaims
            .Where(claim => claim.SellerId == seller && claim.Key == key)
            .Select(claim => new { claim.ShipmentId, claim.Content })
            .FirstOrDefaultAsync(token);
        if (claim is null) return null;
        var shipment = await database.FindBookedAsync(seller, claim.ShipmentId, token)
            ?? throw new InvalidOperationException($"The claim on {claim.ShipmentId} has no shipment.");
        return claim.Content == fingerprint ? new BookingResult.Booked(shipment, Again: true) : new BookingResult.KeyUsed(shipment);
    }

    /// <summary>One of the seller's own shipments, or null.</summary>
    public static async Task<BookedShipment?> FindBookedAsync(
        this PortalDbContext database, SellerId seller, ShipmentId id, CancellationToken token)
    {
        var shipment = await database.Shipments.AsNoTracking()
            .FirstOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == seller, token);
        return shipment is null ? null : Of(shipment);
    }
}
