using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.Returns;

/// <summary>Reads the returns an actor may see, page by page, with why they come back and when they should be there.</summary>
public sealed class ReadReturns(IDbContextFactory<PortalDbContext> factory, Snapshot<TariffBook> tariffs, TimeProvider time)
{
    private static readonly Expression<Func<Shipment, ReturnRow>> Row = shipment => new ReturnRow
    {
        Id = shipment.Id,
        Article = shipment.Article,
        // The other end: who sends a booked return back, else who did not take the parcel.
        Name = shipment.ReturnOf == null ? shipment.Consignee.Name : shipment.Consignor.Name,
        City = shipment.ReturnOf == null ? shipment.Consignee.City : shipment.Consignor.City,
        Status = shipment.Status,
        StatusAt = shipment.StatusAt,
        BookedAt = shipment.BookedAt,
        ExpectedFrom = shipment.ExpectedFrom,
        ExpectedTo = shipment.ExpectedTo,
        TurnedBackAt = shipment.TurnedBackAt,
        RecalledAt = shipment.RecallRequestedAt,
        LastScan = shipment.LastScan,
        LastScanCode = shipment.LastScanCode,
        LastScanOffice = shipment.LastScanOffice,
        LastScanAt = shipment.LastScanAt,
        ReturnOf = shipment.ReturnOf,
    };

    /// <summary>One page of a tab, the latest first, and how many each tab holds.</summary>
    public async Task<ReturnsShown> ExecuteAsync(Actor actor, ReturnsFilter filter, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var mine = database.Shipments.AsNoTracking().VisibleTo(actor);
        var counts = new Dictionary<ReturnTab, int>();
        foreach (var tab in Enum.GetValues<ReturnTab>()) counts[tab] = await In(mine, tab).CountAsync(token);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (counts[filter.Tab] + ReturnsFilter.PageSize - 1) / ReturnsFilter.PageSize));
        var rows = await In(mine, filter.Tab).OrderByDescending(shipment => shipment.StatusAt).ThenBy(shipment => shipment.Id)
            .Skip((page - 1) * ReturnsFilter.PageSize).Take(ReturnsFilter.PageSize).Select(Row).ToListAsync(token);
        return new ReturnsShown { Rows = await CompleteAsync(database, rows, token), Page = page, Counts = counts, At = time.GetUtcNow() };
    }

    /// <summary>The shipments of a tab. The tile is named beside the status, because it has an index.</summary>
    private static IQueryable<Shipment> In(IQueryable<Shipment> shipments, ReturnTab tab) => tab switch
    {
        // One that was called back may be taken out and refused all the same, before it turns round.
        ReturnTab.Coming => shipments.Where(shipment => (shipment.Tile == ShipmentTile.InTransit || shipment.Tile == ShipmentTile.OutForDelivery || shipment.Tile == ShipmentTile.NeedsYou)
            && (shipment.Status == ShipmentStatus.Returning || shipment.RecallRequestedAt != null)),
        ReturnTab.Ended => shipments.Where(shipment => shipment.Tile == null && shipment.Status == ShipmentStatus.Returned),
        ReturnTab.FromConsignee => shipments.Where(shipment => shipment.ReturnOf != null && shipment.Status != ShipmentStatus.Cancelled),
        _ => throw new ArgumentOutOfRangeException(nameof(tab), tab, "There is no such tab."),
    };

    private async Task<List<ReturnRow>> CompleteAsync(PortalDbContext database, List<ReturnRow> rows, CancellationToken token)
    {
        var articles = rows.ConvertAll(row => row.Article);
        var failures = await database.TrackingEvents.Where(scan => articles.Contains(scan.Article) && scan.Code == EventCodes.NonDelivery && scan.Reason != null)
            .Select(scan => new { scan.Article, scan.OccurredAt, scan.Reason }).ToListAsync(token);
        var calendar = tariffs.Value.Calendar;
        return rows.ConvertAll(row => row with
        {
            Reason = failures.Where(scan => scan.Article == row.Article && scan.OccurredAt <= row.TurnedBackAt).MaxBy(scan => scan.OccurredAt)?.Reason,
            ExpectedBack = ExpectedBack(row, calendar),
        });
    }

    private static (DateOnly From, DateOnly To)? ExpectedBack(ReturnRow row, PostalCalendar calendar)
    {
        if (row.Status is ShipmentStatus.Returned or ShipmentStatus.Delivered) return null;
        if (row.TurnedBackAt is { } turned) return ReturnEstimate.Of(IndianFormat.DayOf(row.BookedAt), row.ExpectedFrom, row.ExpectedTo, IndianFormat.DayOf(turned), calendar);
        return row.ReturnOf is not null && row.ExpectedFrom is { } from ? (from, row.ExpectedTo ?? from) : null;
    }
}

/// <summary>What the page shows.</summary>
public sealed record ReturnsShown
{
    public required IReadOnlyList<ReturnRow> Rows { get; init; }

    /// <summary>The page shown; the last one when a later one was asked for.</summary>
    public required int Page { get; init; }

    public required IReadOnlyDictionary<ReturnTab, int> Counts { get; init; }

    /// <summary>When it was read.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A parcel that comes back.</summary>
public sealed record ReturnRow
{
    public required ShipmentId Id { get; init; }

    public required string Article { get; init; }

    /// <summary>Who did not take it, or sends it back.</summary>
    public required string Name { get; init; }

    public required string City { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required DateTimeOffset StatusAt { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public DateOnly? ExpectedFrom { get; init; }

    public DateOnly? ExpectedTo { get; init; }

    /// <summary>When it turned round.</summary>
    public DateTimeOffset? TurnedBackAt { get; init; }

    /// <summary>When the seller called it back.</summary>
    public DateTimeOffset? RecalledAt { get; init; }

    public string? LastScan { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    /// <summary>The delivered shipment of which it is the return.</summary>
    public ShipmentId? ReturnOf { get; init; }

    /// <summary>Why it was not delivered before it turned round.</summary>
    public NonDeliveryReason? Reason { get; init; }

    /// <summary>First and last day on which it should be back; an estimate.</summary>
    public (DateOnly From, DateOnly To)? ExpectedBack { get; init; }
}
