using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.ParcelChanges;

/// <summary>Reads what of a booked parcel can be changed, and how far it is.</summary>
public sealed class ReadChangeable(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The parcel; null when it does not exist for the actor, or the actor may only look.</summary>
    public async Task<Changeable?> ExecuteAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        if (!actor.MayWrite) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        var shipment = await database.Shipments.AsNoTracking().SingleOrDefaultAsync(shipment => shipment.Id == id && shipment.SellerId == actor.SellerId, token);
        return shipment is null ? null : new Changeable
        {
            Id = id,
            Version = shipment.Version,
            Article = shipment.Article,
            Status = shipment.Status,
            Stage = ShipmentEdits.StageOf(shipment.Status, shipment.IsTakenOver),
            Facts = shipment.EditableFacts,
            LabelPrinted = shipment.LabelPrints > 0,
        };
    }
}

/// <summary>A booked parcel as far as it can be changed.</summary>
public sealed record Changeable
{
    public required ShipmentId Id { get; init; }

    /// <summary>Changed at every save.</summary>
    public required Guid Version { get; init; }

    public required string Article { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required EditStage Stage { get; init; }

    public required EditableFacts Facts { get; init; }

    /// <summary>True when a label was printed, which then shows what was before.</summary>
    public required bool LabelPrinted { get; init; }
}
