using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Cancellations;

/// <summary>Reads the parcels that somebody wants to cancel or recall, with what speaks against it.</summary>
public sealed class ReadCandidates(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The parcels the actor may see, in the order of the ids.</summary>
    public async Task<IReadOnlyList<Candidate>> ExecuteAsync(Actor actor, IReadOnlyCollection<ShipmentId> ids, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var rows = await database.Shipments.AsNoTracking().VisibleTo(actor).Where(shipment => ids.Contains(shipment.Id))
            .Select(shipment => new Candidate
            {
                Id = shipment.Id,
                Article = shipment.Article,
                Consignee = shipment.Consignee.Name,
                City = shipment.Consignee.City,
                Status = shipment.Status,
                Version = shipment.Version,
                Price = shipment.Price,
                HandedOver = shipment.LastScanAt != null || shipment.FetchedAt != null,
                Recalled = shipment.RecallRequestedAt != null,
            })
            .ToDictionaryAsync(row => row.Id, token);
        var articles = rows.Values.Select(row => row.Article).ToList();
        var taken = await database.TrackingEvents.OutForDelivery()
            .Where(scan => articles.Contains(scan.Article))
            .Select(scan => scan.Article)
            .Distinct()
            .ToListAsync(token);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id] with { WasOut = taken.Contains(rows[id].Article) })];
    }
}

/// <summary>A parcel that somebody wants to cancel or recall.</summary>
public sealed record Candidate
{
    public required ShipmentId Id { get; init; }

    public required string Article { get; init; }

    public required string Consignee { get; init; }

    public required string City { get; init; }

    public required ShipmentStatus Status { get; init; }

    /// <summary>Changed at every save.</summary>
    public Guid Version { get; init; }

    public required BookedPrice Price { get; init; }

    public Money Total => Price.Total;

    /// <summary>True once an agent has fetched it, or the post has scanned it.</summary>
    public required bool HandedOver { get; init; }

    public required bool Recalled { get; init; }

    /// <summary>True once it was taken out for delivery.</summary>
    public bool WasOut { get; init; }

    /// <summary>Why the act is not possible, or null.</summary>
    public ActRefusal? WhyNot(ShipmentAct act) => ShipmentActs.WhyNot(act, Status, WasOut, Recalled);
}
