using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Pickups;

/// <summary>Finds those of the chosen parcels that a pickup does not fetch.</summary>
internal static class LeftOutParcels
{
    /// <summary>Ids that one statement names.</summary>
    public const int Portion = 500;

    /// <summary>What is left out of a pickup at a location, in the order in which it was chosen.</summary>
    /// <param name="database">Where it is read.</param>
    /// <param name="from">Where the agent comes to.</param>
    /// <param name="ids">What was chosen; null for all that wait, of which nothing is left out.</param>
    /// <param name="pickup">The pickup that has taken the others; null before there is one.</param>
    /// <param name="today">The day in India.</param>
    /// <param name="token">Stops the reading.</param>
    public static async Task<IReadOnlyList<LeftOutParcel>> LeftOutAsync(
        this PortalDbContext database, PickupOrigin from, IReadOnlyCollection<ShipmentId>? ids, PickupId? pickup, DateOnly today, CancellationToken token)
    {
        if (ids is null) return [];
        var (free, here) = (from.Free(database, today), from.Waiting(database, today));
        var leftOut = new List<LeftOutParcel>();
        foreach (var portion in ids.Distinct().Chunk(Portion))
        {
            var known = await database.Shipments
                .Where(shipment => shipment.SellerId == from.Seller.Id && portion.Contains(shipment.Id))
                .Select(shipment => new Chosen
                {
                    Id = shipment.Id,
                    Article = shipment.Article,
                    Status = shipment.Status,
                    IsTakenOver = shipment.LastScanAt != null || shipment.FetchedAt != null,
                    IsReturn = shipment.ReturnOf != null,
                    PickupId = shipment.PickupId,
                    IsFree = free.Any(one => one.Id == shipment.Id),
                    IsHere = here.Any(one => one.Id == shipment.Id),
                })
                .ToDictionaryAsync(shipment => shipment.Id, token);
            foreach (var id in portion)
            {
                if (!known.TryGetValue(id, out var shipment)) leftOut.Add(new LeftOutParcel(id, null, PickupLeftOutReason.Unknown));
                else if (!shipment.IsHere && (pickup is null || shipment.PickupId != pickup)) leftOut.Add(new LeftOutParcel(id, shipment.Article, WhyNot(shipment)));
            }
        }

        return leftOut;
    }

    /// <summary>Those of the left out that another pickup can fetch, from where they are.</summary>
    public static IReadOnlyList<ShipmentId> Elsewhere(IEnumerable<LeftOutParcel> leftOut) =>
        [.. leftOut.Where(parcel => parcel.Reason == PickupLeftOutReason.AnotherLocation).Select(parcel => parcel.Id)];

    private static PickupLeftOutReason WhyNot(Chosen shipment) => shipment switch
    {
        { Status: ShipmentStatus.Cancelled } => PickupLeftOutReason.Cancelled,
        { Status: not ShipmentStatus.Booked } or { IsTakenOver: true } => PickupLeftOutReason.WithThePost,
        { IsReturn: true } => PickupLeftOutReason.Return,
        { IsFree: false } => PickupLeftOutReason.OnAnotherPickup,
        _ => PickupLeftOutReason.AnotherLocation,
    };

    private sealed record Chosen
    {
        public required ShipmentId Id { get; init; }

        public required string Article { get; init; }

        public required ShipmentStatus Status { get; init; }

        public required bool IsTakenOver { get; init; }

        public required bool IsReturn { get; init; }

        public required PickupId? PickupId { get; init; }

        /// <summary>True while it waits for no pickup.</summary>
        public required bool IsFree { get; init; }

        /// <summary>True while it waits for no pickup where the agent comes to.</summary>
        public required bool IsHere { get; init; }
    }
}

/// <summary>A chosen parcel that a pickup does not fetch.</summary>
/// <param name="Id">Its id, as it was chosen.</param>
/// <param name="Article">Its article number; null for one that is unknown.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOutParcel(ShipmentId Id, string? Article, PickupLeftOutReason Reason);

/// <summary>Why a chosen parcel is not fetched.</summary>
public enum PickupLeftOutReason
{
    /// <summary>The seller has no such parcel.</summary>
    Unknown,

    Cancelled,

    /// <summary>An agent has fetched it, or the post has scanned it.</summary>
    WithThePost,

    /// <summary>It comes from the consignee back to the seller, who has nothing to hand over.</summary>
    Return,

    OnAnotherPickup,

    /// <summary>It was sent from another pickup location.</summary>
    AnotherLocation,
}
