using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Booking;

/// <summary>What the booking page opens with: the seller, the draft, and a parcel that was booked just before.</summary>
public sealed class OpenBookingDesk(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <param name="actor">Who opens the page.</param>
    /// <param name="booked">The shipment whose confirmation is asked for, or null.</param>
    /// <param name="like">The shipment whose data the form begins with, in place of a draft; null for none.</param>
    /// <param name="returned">The delivered shipment whose way back is to be booked, in place of a draft; null for none.</param>
    /// <param name="token">Ends the work.</param>
    /// <returns>Null when the account books for no seller.</returns>
    public async Task<BookingDesk?> ExecuteAsync(Actor actor, Guid? booked, Guid? like, Guid? returned, CancellationToken token)
    {
        if (actor.SellerId is not { } sellerId) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        await database.Database.OpenConnectionAsync(token);
        var seller = await database.Sellers.AsNoTracking().FirstOrDefaultAsync(seller => seller.Id == sellerId, token);
        if (seller is null) return null;
        var draft = await database.BookingDrafts
            .Where(draft => draft.UserId == actor.UserId && draft.IsTest == actor.IsTest)
            .Select(draft => new { draft.Key, draft.Json, draft.SavedAt })
            .FirstOrDefaultAsync(token);

        // The line broke after the booking and before its confirmation was seen: the draft's key tells.
        var unseen = draft is null
            ? null
            : await database.BookingClaims
                .Where(claim => claim.SellerId == sellerId && claim.Key == draft.Key)
                .Select(claim => (ShipmentId?)claim.ShipmentId)
                .FirstOrDefaultAsync(token);
        var places = await SellerLocations.OfAsync(database, seller, token);
        List<DeskLocation> locations = [.. places.Select(place => new DeskLocation(place.Id, place.Name, place.AddressFor(seller).Pincode.ToString(), place.IsDefault))];
        var copied = like is { } earlier ? await CopyAsync(database, seller, places, new ShipmentId(earlier), token) : null;
        var boxes = await database.BoxPresets
            .Where(box => box.SellerId == sellerId)
            .OrderBy(box => box.NameKey)
            .Select(box => new DeskBox(box.Name, box.LengthMm, box.BreadthMm, box.HeightMm, box.WeightGrams))
            .ToListAsync(token);

        ReturnRefusal? whyNoReturn = null;
        if (returned is { } delivered)
        {
            (var original, whyNoReturn) = await database.FindOriginalAsync(sellerId, new ShipmentId(delivered), token);
            copied = original is null || whyNoReturn is not null ? null : JsonSerializer.Serialize(BookingFields.Return(original, Guid.CreateVersion7(time.GetUtcNow())));
        }
        var shown = unseen ?? (booked is { } id ? new ShipmentId(id) : null);
        return new BookingDesk
        {
            SellerName = seller.LegalName,
            Status = seller.Status,
            PickupPincode = seller.PickupAddress.Pincode.ToString(),
            PickupCity = seller.PickupAddress.City,
            HasContract = seller.HasContract,
            Gstin = seller.Gstin,
            Boxes = boxes,
            Locations = locations,
            DraftKey = draft?.Key,
            DraftJson = copied ?? (unseen is null ? draft?.Json : null),
            DraftSavedAt = unseen is null && copied is null ? draft?.SavedAt : null,
            WhyNoReturn = whyNoReturn,
            Booked = shown is { } shipment ? await database.FindBookedAsync(sellerId, shipment, token) : null,
        };
    }

    /// <summary>The fields of a booking with the data of an earlier one, under a new key.</summary>
    private async Task<string?> CopyAsync(
        PortalDbContext database, Seller seller, IReadOnlyList<PickupLocation> places, ShipmentId id, CancellationToken token)
    {
        var shipment = await database.Shipments.AsNoTracking().FirstOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == seller.Id, token);
        if (shipment is null) return null;
        var fields = BookingFields.Like(shipment, Guid.CreateVersion7(time.GetUtcNow()));
        fields.Location = places.FirstOrDefault(place => !place.IsDefault && place.Address == shipment.Consignor)?.Id;
        return JsonSerializer.Serialize(fields);
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

    /// <summary>The seller's own boxes, by name.</summary>
    public IReadOnlyList<DeskBox> Boxes { get; init; } = [];

    /// <summary>Where the seller sends from, the default location first.</summary>
    public IReadOnlyList<DeskLocation> Locations { get; init; } = [];

    /// <summary>The key of the saved draft, also of one that has been booked.</summary>
    public Guid? DraftKey { get; init; }

    public string? DraftJson { get; init; }

    public DateTimeOffset? DraftSavedAt { get; init; }

    /// <summary>Why the way back that was asked for cannot be booked, or null.</summary>
    public ReturnRefusal? WhyNoReturn { get; init; }

    /// <summary>The parcel whose confirmation is shown.</summary>
    public BookedShipment? Booked { get; init; }
}

/// <summary>A box of the seller.</summary>
/// <param name="Name">What the seller calls it.</param>
/// <param name="LengthMm">Outer measures in millimetres.</param>
/// <param name="BreadthMm">See <paramref name="LengthMm"/>.</param>
/// <param name="HeightMm">See <paramref name="LengthMm"/>.</param>
/// <param name="WeightGrams">What the packed parcel usually weighs; null when that differs.</param>
public sealed record DeskBox(string Name, int LengthMm, int BreadthMm, int HeightMm, int? WeightGrams);

/// <summary>A place the seller sends from.</summary>
/// <param name="Id">Names it in a booking.</param>
/// <param name="Name">What the seller calls it.</param>
/// <param name="Pincode">Six digits.</param>
/// <param name="IsDefault">True for the one that is taken when nothing else is said.</param>
public sealed record DeskLocation(Guid Id, string Name, string Pincode, bool IsDefault);
