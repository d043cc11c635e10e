using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Cancellations;

/// <summary>Reads what cancelling all parcels of a sheet would do.</summary>
public sealed class ReadSheetToCancel(IDbContextFactory<PortalDbContext> factory, CancelShipments cancel)
{
    /// <summary>The parcels that the sheet booked; null when the sheet does not exist for the actor.</summary>
    public async Task<SheetToCancel?> ExecuteAsync(Actor actor, Guid sheet, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        if (await SheetShipments.NameAsync(database, actor, sheet, token) is not { } name) return null;
        var ids = await SheetShipments.IdsAsync(database, actor, sheet, token);
        var parcels = await SheetShipments.Shipments(database, sheet, ids).AsNoTracking().VisibleTo(actor)
            .Select(shipment => new { shipment.Id, shipment.Status, shipment.Price, HandedOver = shipment.LastScanAt != null || shipment.FetchedAt != null })
            .ToDictionaryAsync(parcel => parcel.Id, token);
        var refused = parcels.Values.ToDictionary(parcel => parcel.Id, parcel => ShipmentActs.WhyNot(ShipmentAct.Cancel, parcel.Status, wasOut: false, recalled: false));
        var possible = ids.Where(id => refused.TryGetValue(id, out var reason) && reason is null).ToList();
        return new SheetToCancel
        {
            FileName = name,
            Parcels = parcels.Count,
            Possible = possible,
            Refund = new Money(possible.Sum(id => cancel.RefundOf(parcels[id].Price.Total, parcels[id].HandedOver).Paise)),
            Refused = [.. refused.Values.OfType<ActRefusal>().CountBy(reason => reason).OrderBy(reason => reason.Key)],
        };
    }
}

/// <summary>What cancelling all parcels of a sheet would do.</summary>
public sealed record SheetToCancel
{
    public required string FileName { get; init; }

    /// <summary>How many parcels the sheet booked.</summary>
    public required int Parcels { get; init; }

    /// <summary>Those that can be cancelled, in the order of the rows.</summary>
    public required IReadOnlyList<ShipmentId> Possible { get; init; }

    /// <summary>What would be paid back for them together.</summary>
    public required Money Refund { get; init; }

    /// <summary>Why the others cannot be, and how many.</summary>
    public required IReadOnlyList<KeyValuePair<ActRefusal, int>> Refused { get; init; }
}
