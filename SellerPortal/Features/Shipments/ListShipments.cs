using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Features.Shipments;

/// <summary>Lists the shipments an actor may see, page by page, the newest first, and counts them by tile.</summary>
public sealed class ListShipments(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    /// <summary>One page of the list.</summary>
    public async Task<ShipmentPage> ExecuteAsync(Actor actor, ShipmentFilter filter, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var shipments = database.Shipments.AsNoTracking().VisibleTo(actor);
        if (filter.Tile is { } tile) shipments = shipments.Where(tile.Holds(clock.GetUtcNow()));
        if (filter.Text is { } text) shipments = Matching(shipments, text);
        var total = await shipments.CountAsync(token);
        var rows = await Rows(shipments).Skip((filter.Page - 1) * ShipmentFilter.PageSize).Take(ShipmentFilter.PageSize).ToListAsync(token);
        return new ShipmentPage(rows, total);
    }

    /// <summary>The latest few.</summary>
    public async Task<IReadOnlyList<ShipmentRow>> LatestAsync(Actor actor, int count, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await Rows(database.Shipments.AsNoTracking().VisibleTo(actor)).Take(count).ToListAsync(token);
    }

    /// <summary>How many shipments each tile holds.</summary>
    public async Task<IReadOnlyDictionary<ShipmentTile, int>> CountAsync(Actor actor, CancellationToken token)
    {
        var since = clock.GetUtcNow() - ShipmentTiles.DeliveredFor;
        await using var database = await factory.CreateDbContextAsync(token);
        var groups = await database.Shipments.VisibleTo(actor)
            .GroupBy(shipment => new
            {
                shipment.Status,
                Scanned = shipment.LastScanAt != null,
                Printed = shipment.LabelPrints > 0,
                Recent = shipment.StatusAt >= since,
            })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(token);
        var counts = Enum.GetValues<ShipmentTile>().ToDictionary(tile => tile, _ => 0);
        foreach (var group in groups)
        {
            if (ShipmentTiles.Of(group.Key.Status, group.Key.Scanned, group.Key.Printed, group.Key.Recent) is { } tile) counts[tile] += group.Count;
        }

        return counts;
    }

    private static IQueryable<Shipment> Matching(IQueryable<Shipment> shipments, string text)
    {
        var article = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var mobile = digits.Length >= 4 && digits.Length == text.Count(c => !char.IsWhiteSpace(c)) ? digits : "-";
        if (article.Length < 2) article = "-";
        var word = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the case, not .NET.
        return shipments.Where(shipment => shipment.Article.Contains(article)
            || shipment.Consignee.Name.ToLower().Contains(word)
            || shipment.Consignee.Company!.ToLower().Contains(word)
            || shipment.Consignee.Mobile.Contains(mobile)
            || shipment.References.Order!.ToLower().Contains(word)
            || shipment.References.Invoice!.ToLower().Contains(word)
            || shipment.References.GemContract!.ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private static IQueryable<ShipmentRow> Rows(IQueryable<Shipment> shipments) => shipments
        .OrderByDescending(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id)
        .Select(shipment => new ShipmentRow
        {
            Id = shipment.Id,
            Article = shipment.Article,
            Consignee = shipment.Consignee.Name,
            City = shipment.Consignee.City,
            Pincode = shipment.Consignee.Pincode,
            GemContract = shipment.References.GemContract,
            Order = shipment.References.Order,
            Product = shipment.Product,
            ChargeableGrams = shipment.Parcel.ChargeableGrams,
            Paid = shipment.Price.Total,
            Status = shipment.Status,
            LabelPrints = shipment.LabelPrints,
            BookedAt = shipment.BookedAt,
            LastScanCode = shipment.LastScanCode,
            LastScan = shipment.LastScan,
            LastScanOffice = shipment.LastScanOffice,
            LastScanAt = shipment.LastScanAt,
            LastScanReason = shipment.LastScanReason,
        });
}

/// <summary>One page of the list, and how many shipments there are on all pages.</summary>
public sealed record ShipmentPage(IReadOnlyList<ShipmentRow> Rows, int Total);

/// <summary>One shipment in a list.</summary>
public sealed record ShipmentRow
{
    public required ShipmentId Id { get; init; }

    public required string Article { get; init; }

    public required string Consignee { get; init; }

    public required string City { get; init; }

    public required Pincode Pincode { get; init; }

    public string? GemContract { get; init; }

    public string? Order { get; init; }

    public required ProductCode Product { get; init; }

    public required int ChargeableGrams { get; init; }

    public required Money Paid { get; init; }

    public required ShipmentStatus Status { get; init; }

    public required int LabelPrints { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public string? LastScanCode { get; init; }

    public string? LastScan { get; init; }

    public string? LastScanOffice { get; init; }

    public DateTimeOffset? LastScanAt { get; init; }

    public NonDeliveryReason? LastScanReason { get; init; }
}
