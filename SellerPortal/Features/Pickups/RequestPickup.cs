using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Webhooks;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Pickups;

/// <summary>
/// Asks for a pickup: the place in the slot, the parcels and the pickup stand in one transaction, so that a refused one
/// leaves nothing behind and of many who want the last place one gets it.
/// </summary>
public sealed class RequestPickup(IDbContextFactory<PortalDbContext> factory, PickupDesk desk, TimeProvider time)
{
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
        var seller = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == sellerId, token);
        var locations = await SellerLocations.OfAsync(database, seller, token);
        var location = locations.FirstOrDefault(one => wish.Location is null ? one.IsDefault : one.Id == wish.Location);
        var from = location is null ? null : new PickupOrigin(seller, location, locations);
        if (await FindAsync(database, sellerId, wish, token) is { } before) return await AgainAsync(database, before, from, wish, token);
        if (!seller.MayBook) return new PickupResult.NotAllowed();
        if (from is null) return new PickupResult.Refused(PickupRefusal.LocationUnknown, null);
        if (desk.OfficeFor(from.Address.Pincode) is not { Office: var office }) return new PickupResult.Refused(PickupRefusal.UnservedPincode, null);
        var plan = await desk.PlanAsync(database, new SlotOffice(office.Pincode, office.Name, sellerId.IsTest), token);
        if (plan.WhyNot(wish.Time) is { } reason) return new PickupResult.Refused(reason, plan.NextFrom(wish.Time));
        return await WriteAsync(database, from, office, by, wish, plan, token);
    }

    private async Task<PickupResult> WriteAsync(
        PortalDbContext database, PickupOrigin from, PostOffice office, Guid? by, PickupWish wish, PickupPlan plan, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var slots = new SlotOffice(office.Pincode, office.Name, from.Seller.IsTest);
        await using var transaction = await database.Database.BeginTransactionAsync(token);
        var hasPlace = await database.TakePickupPlaceAsync(slots, wish.Time, desk.Rules.Capacity, token);

        // Whoever was before us in the slot has committed by now: perhaps it was the first press of the same button.
        if (await FindAsync(database, from.Seller.Id, wish, token) is { } before) return await AgainAsync(database, before, from, wish, token);
        if (!hasPlace)
        {
            var current = await desk.PlanAsync(database, slots, token);
            return new PickupResult.Refused(PickupRefusal.Full, current.NextFrom(wish.Time));
        }

        var agent = await database.ChooseAgentAsync(slots, wish.Time, present: null, token);
        var pickup = PickupRequest.Request(
            new NewPickup { SellerId = from.Seller.Id, Key = wish.Key, RepeatId = wish.RepeatId, Address = from.Address, Office = office, Agent = agent, Time = wish.Time }, by, now);
        var parcels = await AddAsync(database, pickup, from, wish.Shipments, now, token);
        var leftOut = await database.LeftOutAsync(from, wish.Shipments, pickup.Id, plan.Today, token);
        if (parcels < desk.Rules.MinimumParcels) return new PickupResult.Refused(PickupRefusal.TooFewParcels, plan.NextFrom(wish.Time)) { LeftOut = leftOut };
        pickup.CountParcels(parcels, now);
        database.Pickups.Add(pickup);
        await database.AnnounceAsync(pickup, token);
        database.EnqueueTestStep(pickup, now);
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new PickupResult.Done(pickup.Id) { LeftOut = leftOut };
    }

    private async Task<PickupResult> AgainAsync(PortalDbContext database, PickupId pickup, PickupOrigin? from, PickupWish wish, CancellationToken token) => new PickupResult.Done(pickup, Again: true)
    {
        LeftOut = from is null ? [] : await database.LeftOutAsync(from, wish.Shipments, pickup, IndianTime.DayOf(time.GetUtcNow()), token),
    };

    private static async Task<PickupId?> FindAsync(PortalDbContext database, SellerId seller, PickupWish wish, CancellationToken token) =>
        await database.Pickups.AsNoTracking()
            .Where(pickup => pickup.SellerId == seller && (pickup.Key == wish.Key || (wish.RepeatId != null && pickup.RepeatId == wish.RepeatId && pickup.RepeatDay == wish.Time.Day)))
            .Select(pickup => (PickupId?)pickup.Id)
            .FirstOrDefaultAsync(token);

    /// <summary>Adds what can be fetched; the rest is left out. Pickups that came to nothing give their parcels away.</summary>
    /// <returns>How many were added.</returns>
    private static async Task<int> AddAsync(
        PortalDbContext database, PickupRequest pickup, PickupOrigin from, IReadOnlyCollection<ShipmentId>? ids, DateTimeOffset now, CancellationToken token)
    {
        var today = IndianTime.DayOf(now);
        var missed = await database.Pickups.Where(old => old.SellerId == pickup.SellerId).Missed(database, today).ToListAsync(token);
        var waiting = from.Waiting(database, today);
        var added = 0;
        if (ids is null) added = await TakeAsync(waiting);
        foreach (var portion in ids?.Distinct().Chunk(LeftOutParcels.Portion) ?? []) added += await TakeAsync(waiting.Where(shipment => portion.Contains(shipment.Id)));

        // The version of an old pickup decides between this and its being moved to another day at the same moment.
        foreach (var old in missed) await database.CountAgainAsync(old, PickupStepKind.TakenOver, now, token);
        return added;

        Task<int> TakeAsync(IQueryable<Shipment> shipments) => shipments.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.PickupId, (PickupId?)pickup.Id), token);
    }
}

/// <summary>What is asked for.</summary>
/// <param name="Key">Made with the form.</param>
/// <param name="Time">Day and slot.</param>
/// <param name="Shipments">The parcels; null for all that were sent from the location and wait for no pickup.</param>
/// <param name="RepeatId">The repeating pickup that asks; null for a person.</param>
/// <param name="Location">One of the seller's pickup locations; the default one when null.</param>
public sealed record PickupWish(Guid Key, PickupTime Time, IReadOnlyCollection<ShipmentId>? Shipments, Guid? RepeatId = null, Guid? Location = null);
