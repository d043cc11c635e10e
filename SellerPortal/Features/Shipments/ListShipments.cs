using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>Lists the shipments an actor may see, page by page, the newest first or in the order of their sheet, and counts them by tile.</summary>
public sealed class ListShipments(IDbContextFactory<PortalDbContext> factory, TimeProvider clock)
{
    private const int ExportPortion = 1_000;

    /// <summary>The shipments of one page, whole, for systems.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">Which shipments, from which place.</param>
    /// <param name="count">The most of the page.</param>
    /// <param name="token">Stops the work.</param>
    public async Task<(IReadOnlyList<Shipment> Shipments, ListPlace? Next)> PageAsync(Actor actor, ShipmentFilter filter, int count, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var found = await new FindShipments(database, actor, filter, clock.GetUtcNow()).TakeAsync(count + 1, token);
        var (shown, next) = found.Cut(count, one => one.Place);
        var ids = shown.Select(one => one.Id).ToList();
        var shipments = await database.Shipments.AsNoTracking().Where(shipment => ids.Contains(shipment.Id)).ToDictionaryAsync(shipment => shipment.Id, token);
        return ([.. shown.Select(one => shipments[one.Id])], next);
    }

    /// <summary>One shipment, whole; null when it does not exist for the actor.</summary>
    public async Task<Shipment?> FindAsync(Actor actor, ShipmentId id, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Shipments.AsNoTracking().VisibleTo(actor).SingleOrDefaultAsync(shipment => shipment.Id == id, token);
    }

    /// <summary>One page of the list.</summary>
    public async Task<ShipmentPage> ExecuteAsync(Actor actor, ShipmentFilter filter, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var find = new FindShipments(database, actor, filter, clock.GetUtcNow());
        var found = await find.TakeAsync(ShipmentFilter.PageSize + 1, token);
        var (shown, next) = found.Cut(ShipmentFilter.PageSize, one => one.Place);
        return new ShipmentPage
        {
            Rows = await RowsAsync(database, shown, token),
            Total = filter.Place is null && found.Count <= ShipmentFilter.PageSize ? found.Count : await find.CountAsync(token),
            Previous = await find.PreviousAsync(ShipmentFilter.PageSize, token),
            Next = next,
            SearchedOnlyNewest = find.SearchedOnlyNewest,
        };
    }

    /// <summary>All shipments of the filter in the order of the list, read in portions, for an export.</summary>
    public async IAsyncEnumerable<ShipmentRow> AllAsync(Actor actor, ShipmentFilter filter, [EnumeratorCancellation] CancellationToken token)
    {
        filter = filter with { Place = null };
        var now = clock.GetUtcNow();
        while (true)
        {
            await using var database = await factory.CreateDbContextAsync(token);
            var found = await new FindShipments(database, actor, filter, now, whole: true).TakeAsync(ExportPortion, token);
            foreach (var row in await RowsAsync(database, found, token)) yield return row;
            if (found.Count < ExportPortion) yield break;
            filter = filter with { Place = found[^1].Place };
        }
    }

    /// <summary>How many shipments each tile holds, of all or of a sheet; one more than <see cref="ShipmentTiles.HighestCount"/> stands for more than that.</summary>
    public async Task<IReadOnlyDictionary<ShipmentTile, int>> CountAsync(Actor actor, Guid? sheet, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        if (sheet is { } one) return await CountOfSheetAsync(database, actor, one, now, token);
        var counts = new Dictionary<ShipmentTile, int>();
        foreach (var tile in Enum.GetValues<ShipmentTile>())
        {
            counts[tile] = await database.Shipments.VisibleTo(actor).In(tile, now).Take(ShipmentTiles.HighestCount + 1).CountAsync(token);
        }

        return counts;
    }

    /// <summary>The file name of a sheet; null when it does not exist for the actor.</summary>
    public async Task<string?> SheetNameAsync(Actor actor, Guid sheet, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await SheetShipments.NameAsync(database, actor, sheet, token);
    }

    /// <summary>The shipment whose whole article number was typed, or null.</summary>
    public async Task<ShipmentId?> ByArticleAsync(Actor actor, string? text, CancellationToken token)
    {
        if (!ArticleNumber.TryParse(text, out var number)) return null;
        var article = number.ToString();
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Shipments.VisibleTo(actor).Where(shipment => shipment.Article == article).Select(shipment => (ShipmentId?)shipment.Id).SingleOrDefaultAsync(token);
    }

    private static async Task<IReadOnlyDictionary<ShipmentTile, int>> CountOfSheetAsync(PortalDbContext database, Actor actor, Guid sheet, DateTimeOffset now, CancellationToken token)
    {
        if (await SheetShipments.NameAsync(database, actor, sheet, token) is null) return new Dictionary<ShipmentTile, int>();
        var since = now - ShipmentTiles.DeliveredFor;
        return await SheetShipments.Shipments(database, sheet).VisibleTo(actor)
            .Where(shipment => shipment.Tile != null && (shipment.Status != ShipmentStatus.Delivered || shipment.StatusAt >= since))
            .GroupBy(shipment => shipment.Tile!.Value)
            .Select(tile => new { tile.Key, Count = tile.Count() })
            .ToDictionaryAsync(tile => tile.Key, tile => tile.Count, token);
    }

    private static async Task<IReadOnlyList<ShipmentRow>> RowsAsync(PortalDbContext database, IReadOnlyList<FindShipments.Found> found, CancellationToken token)
    {
        if (found.Count == 0) return [];
        var ids = found.Select(one => one.Id).ToList();
        var rows = await database.Shipments.AsNoTracking().Where(shipment => ids.Contains(shipment.Id)).Select(ShipmentRow.OfShipment).ToDictionaryAsync(row => row.Id, token);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
