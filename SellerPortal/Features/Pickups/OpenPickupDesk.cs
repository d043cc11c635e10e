using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Sellers;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads what somebody needs who is about to ask for a pickup.</summary>
public sealed class OpenPickupDesk(IDbContextFactory<PortalDbContext> factory, PickupDesk desk, TimeProvider time)
{
    /// <summary>Where, who comes, when, and how many parcels; null for an account without a seller.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="ids">The parcels; null for all that wait for no pickup.</param>
    /// <param name="location">The pickup location; when null or not the seller's, the one that most of the chosen parcels were sent from.</param>
    /// <param name="token">Stops the reading.</param>
    public async Task<PickupDeskView?> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId>? ids, Guid? location, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var seller = await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == actor.SellerId, token);
        if (seller is null) return null;
        var today = IndianTime.DayOf(time.GetUtcNow());
        var locations = await SellerLocations.OfAsync(database, seller, token);
        var chosen = locations.FirstOrDefault(one => one.Id == location) ?? await MostlyFromAsync(database, ids, locations, seller, today, token);
        var from = new PickupOrigin(seller, chosen, locations);
        var waiting = await from.Waiting(database, today).CountAsync(token);
        var leftOut = await database.LeftOutAsync(from, ids, pickup: null, today, token);
        var parcels = ids is null ? waiting : ids.Distinct().Count() - leftOut.Count;
        var office = desk.OfficeFor(from.Address.Pincode);
        var days = office is null ? [] : PickupDays.Of(await desk.PlanAsync(database, new SlotOffice(office.Office.Pincode, office.Office.Name, actor.IsTest), token), desk);
        return new PickupDeskView(from.Address, office, days, parcels, leftOut, waiting, desk.Rules.MinimumParcels)
        {
            Location = chosen.Id,
            Locations = PickupLocationChoice.Of(locations, seller),
        };
    }

    /// <summary>Where most of the chosen parcels are; the first portion of them tells enough. The default location when nothing is chosen.</summary>
    private static async Task<PickupLocation> MostlyFromAsync(
        PortalDbContext database, IReadOnlyCollection<ShipmentId>? ids, IReadOnlyList<PickupLocation> locations, Seller seller, DateOnly today, CancellationToken token)
    {
        if (ids is null || locations.Count == 1) return locations[0];
        var some = ids.Distinct().Take(LeftOutParcels.Portion).ToList();
        var (most, best) = (0, locations[0]);
        foreach (var location in locations)
        {
            var count = await new PickupOrigin(seller, location, locations).Waiting(database, today).CountAsync(shipment => some.Contains(shipment.Id), token);
            if (count > most) (most, best) = (count, location);
        }

        return best;
    }
}

/// <summary>What somebody needs who asks for a pickup.</summary>
/// <param name="Address">Where the parcels are.</param>
/// <param name="Office">The office whose agent comes; null when none serves the pincode.</param>
/// <param name="Days">The days to choose from.</param>
/// <param name="Parcels">The parcels that would be fetched.</param>
/// <param name="LeftOut">Those of the chosen that would not be.</param>
/// <param name="Waiting">All that were sent from the location and wait for no pickup.</param>
/// <param name="Minimum">The fewest parcels of a pickup.</param>
public sealed record PickupDeskView(
    PostalAddress Address, BookingOffice? Office, IReadOnlyList<PickupDay> Days, int Parcels, IReadOnlyList<LeftOutParcel> LeftOut, int Waiting, int Minimum)
{
    /// <summary>The location that the agent would come to.</summary>
    public required Guid Location { get; init; }

    /// <summary>The seller's locations, the default one first.</summary>
    public required IReadOnlyList<PickupLocationChoice> Locations { get; init; }
}
