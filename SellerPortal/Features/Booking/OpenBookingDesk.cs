using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Booking;

/// <summary>What the booking page opens with: the seller, the draft, and a parcel that was booked just before.</summary>
public sealed class OpenBookingDesk(IDbContextFactory<PortalDbContext> factory)
{
    /// <param name="actor">Who opens the page.</param>
    /// <param name="booked">The shipment whose confirmation is asked for, or null.</param>
    /// <param name="token">Ends the work.</param>
    /// <returns>Null when the account books for no seller.</returns>
    public async Task<BookingDesk?> ExecuteAsync(Actor actor, Guid? booked, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        await database.Database.OpenConnectionAsync(token);
        var seller = await database.Sellers.AsNoTracking().FirstOrDefaultAsync(seller => seller.Id == sellerId, token);
        if (seller is null) return null;
        var draft = await database.BookingDrafts
            .Where(draft => draft.UserId == actor.UserId)
            .Select(draft => new { draft.Key, draft.Json, draft.SavedAt })
            .FirstOrDefaultAsync(token);

        // The line broke after the booking and before its confirmation was seen: the draft's key tells.
        var unseen = draft is null
            ? null
            : await database.BookingClaims
                .Where(claim => claim.SellerId == sellerId && claim.Key == draft.Key)
                .Select(claim => (ShipmentId?)claim.ShipmentId)
                .FirstOrDefaultAsync(token);
        var shown = unseen ?? (booked is { } id ? new ShipmentId(id) : null);
        return new BookingDesk
        {
            SellerName = seller.LegalName,
            Status = seller.Status,
            PickupPincode = seller.PickupAddress.Pincode.ToString(),
            PickupCity = seller.PickupAddress.City,
            HasContract = seller.HasContract,
            Gstin = seller.Gstin,
            DraftKey = draft?.Key,
            DraftJson = unseen is null ? draft?.Json : null,
            DraftSavedAt = unseen is null ? draft?.SavedAt : null,
            Booked = shown is { } shipment ? await database.FindBookedAsync(sellerId, shipment, token) : null,
        };
    }
}

/// <summary>The booking page's opening state; carried over from prerendering to the circuit.</summary>
public sealed record BookingDesk
{
    public required string SellerName { get; init; }

    public required SellerStatus Status { get; init; }

    /// <summary>Six digits.</summary>
    public required string PickupPincode { get; init; }

    public required string PickupCity { get; init; }

    public required bool HasContract { get; init; }

    public string? Gstin { get; init; }

    /// <summary>The key of the saved draft, also of one that has been booked.</summary>
    public Guid? DraftKey { get; init; }

    public string? DraftJson { get; init; }

    public DateTimeOffset? DraftSavedAt { get; init; }

    /// <summary>The parcel whose confirmation is shown.</summary>
    public BookedShipment? Booked { get; init; }
}
