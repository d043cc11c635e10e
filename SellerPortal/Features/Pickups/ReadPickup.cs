using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>Reads one pickup with its history and its parcels.</summary>
public sealed class ReadPickup(IDbContextFactory<PortalDbContext> factory, PickupDesk desk)
{
    /// <summary>The most parcels that are listed.</summary>
    public const int MostListed = 200;

    /// <summary>The pickup; null when it does not exist for the actor.</summary>
    public async Task<PickupView?> ExecuteAsync(Actor actor, PickupId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var pickup = await database.Pickups.AsNoTracking().VisibleTo(actor).Include(pickup => pickup.Steps).SingleOrDefaultAsync(pickup => pickup.Id == id, token);
        if (pickup is null) return null;
        var parcels = await database.Shipments.AsNoTracking().Where(shipment => shipment.PickupId == id)
            .OrderBy(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id)
            .Take(MostListed)
            .Select(shipment => new PickupParcel(shipment.Id, shipment.Article, shipment.Consignee.Name, shipment.Consignee.City, shipment.Parcel.WeightGrams))
            .ToListAsync(token);
        var seller = await database.Sellers.AsNoTracking().Where(seller => seller.Id == pickup.SellerId).Select(seller => seller.LegalName).SingleAsync(token);
        var today = desk.Today;
        var plan = actor.SellerId == pickup.SellerId && pickup.MayReschedule(today)
            ? PickupDays.Of(await desk.PlanAsync(database, pickup.SlotOffice, token), desk)
            : [];
        return new PickupView(pickup, seller, [.. pickup.Steps.OrderByDescending(step => step.Sequence)], parcels, plan)
        {
            MayChange = pickup.MayReschedule(today),
            IsOverdue = pickup.State != PickupState.Failed && pickup.CameToNothing(today),
            Agents = actor.SeesAllShipments && pickup.MayNameAgent ? await database.AgentLoadsAsync(pickup.SlotOffice, pickup.Time, token) : [],
        };
    }
}

/// <summary>One pickup.</summary>
/// <param name="Pickup">The pickup as it stands.</param>
/// <param name="Seller">Whose parcels.</param>
/// <param name="Steps">What happened, the latest first.</param>
/// <param name="Parcels">The first of its parcels.</param>
/// <param name="Days">When it can be moved to; empty for one who may not.</param>
public sealed record PickupView(
    PickupRequest Pickup, string Seller, IReadOnlyList<PickupStep> Steps, IReadOnlyList<PickupParcel> Parcels, IReadOnlyList<PickupDay> Days)
{
    /// <summary>True while its seller may move it and call it off.</summary>
    public required bool MayChange { get; init; }

    /// <summary>True when its day is over and nobody has told how it ended.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>The agents of the office who can be sent; empty for one who does not decide that.</summary>
    public IReadOnlyList<AgentLoad> Agents { get; init; } = [];
}

/// <summary>A parcel of a pickup.</summary>
public sealed record PickupParcel(ShipmentId Id, string Article, string Consignee, string City, int Grams);
