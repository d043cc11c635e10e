using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPlaces = SellerPortal.Data.Sellers.PickupPlaces;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Asks for a pickup: the place in the slot, the parcels and the pickup stand in one transaction, so that a refused one
/// leaves nothing behind and of many who want the last place one gets it.
/// </summary>
public sealed class RequestPickup(IDbContextFactory<PortalDbContext> factory, PickupDesk desk, TimeProvider time)
{
    /// <summary>Ids that one statement names.</summary>
    private const int Portion = 500;

    /// <summary>Asks, or says why not and when instead. The same key gives the same pickup back.</summary>
    public async Task<PickupResult> ExecuteAsync(Actor actor, PickupWish wish, CancellationToken token) =>
        actor is { MayWrite: true, SellerId: { } seller }
            ? await ForSellerAsync(seller, actor.UserId, wish, token)
            : new PickupResult.NotAllowed();

    /// <summary>Asks for a seller, by an account or, when <paramref name="by"/> is null, by the portal itself.</summary>
    internal Task<PickupResult> ForSellerAsync(SellerId seller, Guid? by, PickupWish wish, CancellationToken token) =>
        PickupAttempts.RunAsync(() => TryAsync(seller, by, wish, token), token);

    private async Task<PickupResult> TryAsync(SellerId sellerId, Guid? by, PickupWish wish, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (await FindAsync(database, sellerId, wish, token) is { } before) return new PickupResult.Done(before, Again: true);
        var seller = await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == sellerId, token);
        if (seller is not { MayBook: true }) return new PickupResult.NotAllowed();
        var locations = await SellerPlaces.OfAsync(database, seller, token);
        if (locations.FirstOrDefault(one => wish.Location is null ? one.IsDefault : one.Id == wish.Location) is not { } location) return new PickupResult.Refused(PickupRefusal.LocationUnknown, null);
        var from = new Origin(seller, location, locations);
        if (desk.OfficeFor(from.Address.Pincode) is not { Office: var office }) return new PickupResult.Refused(PickupRefusal.UnservedPincode, null);
        var plan = await desk.PlanAsync(database, new SlotOffice(office.Pincode, office.Name, sellerId.IsTest), token);
        if (plan.WhyNot(wish.Time) is { } reason) return new PickupResult.Refused(reason, plan.NextFrom(wish.Time));
        return await WriteAsync(database, from, office, by, wish, plan, token);
    }

    private async Task<PickupResult> WriteAsync(
        PortalDbContext database, Origin from, PostOffice office, Guid? by, PickupWish wish, PickupPlan plan, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var slots = new SlotOffice(office.Pincode, office.Name, from.Seller.IsTest);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var hasPlace = await database.TakePickupPlaceAsync(slots, wish.Time, desk.Rules.Capacity, token);

        // Whoever was before us in the slot has committed by now: perhaps it was the first press of the same button.
        if (await FindAsync(database, from.Seller.Id, wish, token) is { } before) return new PickupResult.Done(before, Again: true);
        if (!hasPlace)
        {
            var current = await desk.PlanAsync(database, slots, token);
            return new PickupResult.Refused(PickupRefusal.Full, current.NextFrom(wish.Time));
        }

        var pickup = PickupRequest.Request(
            new NewPickup { SellerId = from.Seller.Id, Key = wish.Key, RepeatId = wish.RepeatId, Address = from.Address, Office = office, Time = wish.Time }, by, now);
        var parcels = await AddAsync(database, pickup, from, wish.Shipments, token);
        if (parcels < desk.Rules.MinimumParcels) return new PickupResult.Refused(PickupRefusal.TooFewParcels, plan.NextFrom(wish.Time));
        pickup.CountParcels(parcels, now);
        database.Pickups.Add(pickup);
        await database.AnnounceAsync(pickup, token);
        database.EnqueueTestStep(pickup, now);
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new PickupResult.Done(pickup.Id);
    }

    private static async Task<PickupId?> FindAsync(PortalDbContext database, SellerId seller, PickupWish wish, CancellationToken token) =>
        await database.Pickups.AsNoTracking()
            .Where(pickup => pickup.SellerId == seller && (pickup.Key == wish.Key || (wish.RepeatId != null && pickup.RepeatId == wish.RepeatId && pickup.RepeatDay == wish.Time.Day)))
            .Select(pickup => (PickupId?)pickup.Id)
            .FirstOrDefaultAsync(token);

    /// <summary>Adds what can be fetched; the rest is left out.</summary>
    /// <returns>How many were added.</returns>
    private static async Task<int> AddAsync(PortalDbContext database, PickupRequest pickup, Origin from, IReadOnlyCollection<ShipmentId>? ids, CancellationToken token)
    {
        var free = database.Shipments.Where(shipment => shipment.SellerId == pickup.SellerId).WithoutPickup();
        if (ids is null) return await from.Sent(free).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)pickup.Id), token);
        var added = 0;
        foreach (var portion in ids.Distinct().Chunk(Portion))
        {
            added += await free.Where(shipment => portion.Contains(shipment.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)pickup.Id), token);
        }

        return added;
    }

    /// <summary>Where the agent comes to.</summary>
    private sealed record Origin(Seller Seller, PickupLocation Location, IReadOnlyList<PickupLocation> All)
    {
        public PostalAddress Address => Location.AddressFor(Seller);

        public IQueryable<Domain.Shipments.Shipment> Sent(IQueryable<Domain.Shipments.Shipment> shipments) => shipments.SentFrom(Location, All, Seller);
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Key">Made with the form.</param>
/// <param name="Time">Day and slot.</param>
/// <param name="Shipments">The parcels; null for all that were sent from the location and wait for no pickup.</param>
/// <param name="RepeatId">The repeating pickup that asks; null for a person.</param>
/// <param name="Location">One of the seller's pickup locations; the default one when null.</param>
public sealed record PickupWish(Guid Key, PickupTime Time, IReadOnlyCollection<ShipmentId>? Shipments, Guid? RepeatId = null, Guid? Location = null);
