using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Today;

/// <summary>What waits for somebody today, and the latest shipments.</summary>
public sealed class ReadToday(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    private const int Latest = 6;

    // Few shipments at any time, whatever was booked in all the years: the index of the tiles holds just these.
    private static readonly ShipmentTile?[] Open = [ShipmentTile.ToPrint, ShipmentTile.ToHandOver, ShipmentTile.OutForDelivery, ShipmentTile.NeedsYou];

    /// <summary>Reads it for whoever may see shipments; for others the counts are zero.</summary>
    public async Task<Today> ExecuteAsync(Actor actor, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var today = IndianFormat.DayOf(clock.GetUtcNow());
        return new Today
        {
            Seller = await SellerAsync(database, actor, token),
            Counts = await CountAsync(database, actor, token) with
            {
                Pickups = await PickupsAsync(database, actor, today, token),
                MissedPickups = await database.Pickups.VisibleTo(actor).Missed(database, today).CountAsync(token),
            },
            Latest = actor.SellerId is null ? [] : await LatestAsync(database, actor, token),
        };
    }

    private static async Task<SellerStanding?> SellerAsync(PortalDbContext database, Actor actor, CancellationToken token)
    {
        if (actor.SellerId is not { } id) return null;
        return await database.Sellers.Where(seller => seller.Id == id)
            .Select(seller => new SellerStanding(seller.LegalName, seller.Status, seller.StatusReason, seller.RegisteredAt))
            .SingleOrDefaultAsync(token);
    }

    private static async Task<TodayCounts> CountAsync(PortalDbContext database, Actor actor, CancellationToken token)
    {
        var counts = await database.Shipments.VisibleTo(actor)
            .Where(shipment => Open.Contains(shipment.Tile))
            .GroupBy(shipment => shipment.Tile)
            .Select(group => new { Tile = group.Key, Count = group.Count() })
            .ToListAsync(token);
        // A recalled parcel waits for no decision; it is among the returns.
        var recalled = await database.Shipments.VisibleTo(actor).CountAsync(shipment => shipment.Tile == ShipmentTile.NeedsYou && shipment.RecallRequestedAt != null, token);
        int Of(ShipmentTile tile) => counts.Where(count => count.Tile == tile).Sum(count => count.Count);
        return new TodayCounts(Of(ShipmentTile.ToPrint), Of(ShipmentTile.ToHandOver), Of(ShipmentTile.NeedsYou) - recalled, Of(ShipmentTile.OutForDelivery));
    }

    /// <summary>Pickups of the day that have not come to their end.</summary>
    private static Task<int> PickupsAsync(PortalDbContext database, Actor actor, DateOnly today, CancellationToken token) => database.Pickups.VisibleTo(actor).Open()
        .CountAsync(pickup => pickup.Day == today, token);

    private static async Task<IReadOnlyList<LatestShipment>> LatestAsync(PortalDbContext database, Actor actor, CancellationToken token) =>
        await database.Shipments.AsNoTracking().VisibleTo(actor)
            .OrderByDescending(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id)
            .Take(Latest)
            .Select(shipment => new LatestShipment(
                shipment.Id, shipment.Article, shipment.Consignee.Name, shipment.Consignee.City, shipment.Consignee.Pincode, shipment.Price.Total, shipment.Status, shipment.StatusAt))
            .ToListAsync(token);
}

/// <summary>The first page after signing in.</summary>
public sealed record Today
{
    /// <summary>Null for an account that belongs to no seller.</summary>
    public SellerStanding? Seller { get; init; }

    public required TodayCounts Counts { get; init; }

    /// <summary>The seller's newest bookings; empty for staff.</summary>
    public required IReadOnlyList<LatestShipment> Latest { get; init; }
}

/// <summary>Shipments that want something done, or to be known of.</summary>
/// <param name="ToPrint">Booked, no label made.</param>
/// <param name="ToHandOver">Label made, not yet seen in the post.</param>
/// <param name="Failed">A delivery failed and the next step is not known yet.</param>
/// <param name="OutForDelivery">With the postman.</param>
public sealed record TodayCounts(int ToPrint, int ToHandOver, int Failed, int OutForDelivery)
{
    /// <summary>Pickups of today that are still to come.</summary>
    public int Pickups { get; init; }

    /// <summary>Pickups that came to nothing while their parcels still wait.</summary>
    public int MissedPickups { get; init; }
}

/// <summary>Where a seller stands with the Department.</summary>
public sealed record SellerStanding(string Name, SellerStatus Status, string? Reason, DateTimeOffset RegisteredAt);

/// <summary>One of the newest bookings.</summary>
public sealed record LatestShipment(
    ShipmentId Id, string Article, string Consignee, string City, Pincode Pincode, Money Paid, ShipmentStatus Status, DateTimeOffset StatusAt);
