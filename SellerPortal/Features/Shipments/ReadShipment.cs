using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>Reads everything about one shipment, if the actor may see it.</summary>
public sealed class ReadShipment(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, IOptions<SilenceRules> silence, TimeProvider time)
{
    /// <summary>The shipment, or null when there is none for this actor.</summary>
    public async Task<ShipmentDetail?> ExecuteAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var detail = await database.Shipments.AsNoTracking().VisibleTo(actor).Where(shipment => shipment.Id == id)
            .Select(shipment => new ShipmentDetail
            {
                Id = shipment.Id,
                Version = shipment.Version,
                Article = shipment.Article,
                Product = shipment.Product,
                Status = shipment.Status,
                StatusAt = shipment.StatusAt,
                BookedAt = shipment.BookedAt,
                ExpectedFrom = shipment.ExpectedFrom,
                ExpectedTo = shipment.ExpectedTo,
                LastScanAt = shipment.LastScanAt,
                LastScanReason = shipment.LastScanReason,
                TurnedBackAt = shipment.TurnedBackAt,
                Refund = shipment.Refund,
                RecallRequestedAt = shipment.RecallRequestedAt,
                PickupId = shipment.PickupId,
                Consignee = shipment.Consignee,
                Parcel = shipment.Parcel,
                Price = shipment.Price,
                References = shipment.References,
                BookingOffice = shipment.BookingOffice,
                DeliveryOffice = shipment.DeliveryOffice,
                LabelPrints = shipment.LabelPrints,
                ReturnOf = database.Shipments.Where(original => original.Id == shipment.ReturnOf).Select(original => new LinkedShipment(original.Id, original.Article)).FirstOrDefault(),
                Return = database.Shipments.Where(back => back.ReturnOf == shipment.Id && back.Status != ShipmentStatus.Cancelled)
                    .Select(back => new LinkedShipment(back.Id, back.Article)).FirstOrDefault(),
            })
            .SingleOrDefaultAsync(token);
        if (detail is null) return null;
        var scans = await database.TrackingEvents.AsNoTracking().Where(scan => scan.Article == detail.Article)
            .Select(scan => new TimelineFact
            {
                At = scan.OccurredAt,
                Code = scan.Code,
                Words = scan.Description,
                Office = scan.Office,
                Reason = scan.Reason,
                Remark = scan.Remark,
            })
            .ToListAsync(token);
        var history = await database.History.AsNoTracking().Where(entry => entry.ShipmentId == id)
            .Select(entry => new TimelineFact { At = entry.At, Kind = entry.Kind, Remark = entry.Detail })
            .ToListAsync(token);
        return detail with
        {
            ExpectedBack = ExpectedBack(detail),
            MayInstruct = DeliveryInstructions.WhyNot(detail.Status, detail.LastScanAt, detail.RecallRequestedAt is not null, silence.Value.SilentSince(time.GetUtcNow())) is null,
            Timeline = [.. scans.Concat(history).OrderByDescending(fact => fact.At).ThenByDescending(fact => fact.Code, StringComparer.Ordinal)],
        };
    }

    /// <summary>The version of a shipment, which changes whenever anything about it does; null when it is not for this actor.</summary>
    public async Task<Guid?> VersionAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Shipments.VisibleTo(actor).Where(shipment => shipment.Id == id).Select(shipment => (Guid?)shipment.Version).SingleOrDefaultAsync(token);
    }

    private (DateOnly From, DateOnly To)? ExpectedBack(ShipmentDetail shipment) => shipment is { Status: ShipmentStatus.Returning, TurnedBackAt: { } turned }
        ? ReturnEstimate.Of(IndianFormat.DayOf(shipment.BookedAt), shipment.ExpectedFrom, shipment.ExpectedTo, IndianFormat.DayOf(turned), tariffs.Value.Calendar)
        : null;
}

/// <summary>Everything the page of a shipment shows.</summary>
public sealed record ShipmentDetail
{
    public required ShipmentId Id { get; init; }

    public required Guid Version { get; init; }

    public required string Article { get; init; }

    public required ProductCode Product { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    /// <summary>First and last day on which one on its way back should be there; an estimate.</summary>
    public (DateOnly From, DateOnly To)? ExpectedBack { get; init; }

    /// <summary>True when the office can be told what to do with it.</summary>
    public bool MayInstruct { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public NonDeliveryReason? LastScanReason { get; init; }

    public DateTimeOffset? TurnedBackAt { get; init; }

    /// <summary>What is paid back; null for a shipment that is not cancelled.</summary>
    public Money? Refund { get; init; }

    public DateTimeOffset? RecallRequestedAt { get; init; }

    /// <summary>The pickup that fetches it, or has fetched it; null without one.</summary>
    public PickupId? PickupId { get; init; }

    public required PostalAddress Consignee { get; init; }

    public required Parcel Parcel { get; init; }

    public required BookedPrice Price { get; init; }

    public required OrderReferences References { get; init; }

    public required string BookingOffice { get; init; }

    public required string DeliveryOffice { get; init; }

    public required int LabelPrints { get; init; }

    /// <summary>The delivered shipment that comes back with this one.</summary>
    public LinkedShipment? ReturnOf { get; init; }

    /// <summary>The shipment with which this one comes back.</summary>
    public LinkedShipment? Return { get; init; }

    /// <summary>Scans of the post and acts in the portal, the latest first.</summary>
    public IReadOnlyList<TimelineFact> Timeline { get; init; } = [];

    /// <summary>True while it is with the seller and waits for no pickup.</summary>
    public bool CanBeFetched => Status == ShipmentStatus.Booked && PickupId is null && ReturnOf is null && Timeline.All(fact => fact.Code is null);

    /// <summary>True when the post scanned it although it had been cancelled.</summary>
    public bool WasScannedAfterCancellation => Status == ShipmentStatus.Cancelled && LastScanAt > StatusAt;

    /// <summary>True when its way back can be booked.</summary>
    public bool MayReturn => ReturnRules.WhyNot(Status, ReturnOf is not null, Return is not null) is null;

    /// <summary>Why an act is not possible now, or null.</summary>
    public ActRefusal? WhyNot(ShipmentAct act) => ShipmentActs.WhyNot(
        act, Status, Timeline.Any(fact => fact.Code is { } code && EventCodes.OutForDelivery.Contains(code)), RecallRequestedAt is not null);
}

/// <summary>Another shipment that this one belongs to.</summary>
public sealed record LinkedShipment(ShipmentId Id, string Article);

/// <summary>One line of a shipment's timeline: a scan has a code, an act in the portal a kind.</summary>
public sealed record TimelineFact
{
    public required DateTimeOffset At { get; init; }

    public string? Code { get; init; }

    public string? Words { get; init; }

    public string? Office { get; init; }

    public NonDeliveryReason? Reason { get; init; }

    /// <summary>The office's note, or the fact of an act in the portal, such as the paper format of a label.</summary>
    public string? Remark { get; init; }

    public HistoryKind? Kind { get; init; }
}
