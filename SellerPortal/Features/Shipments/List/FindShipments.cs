using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Search;
using SellerPortal.Domain.Values;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments.List;

/// <summary>
/// Finds which shipments stand on a page of a list. A text is first looked for among the newest, where a common word
/// fills the page at once; only then in the index of letters, where a rare word is found at once. Either alone would
/// be slow for the other kind.
/// </summary>
internal sealed class FindShipments(PortalDbContext database, Actor actor, ShipmentFilter filter, DateTimeOffset now)
{
    /// <summary>How many of the newest are read through for a text.</summary>
    public const int Newest = 10_000;

    /// <summary>With more matches than these the index is no shortcut.</summary>
    private const int MostFromIndex = 20_000;

    private readonly SearchWords words = SearchWords.Of(filter);
    private List<Found>? ofSheet;

    /// <summary>True when only the newest were searched, because the text is too short for more.</summary>
    public bool SearchedOnlyNewest { get; private set; }

    /// <summary>The first <paramref name="count"/> from the place of the filter, the latest first.</summary>
    public async Task<List<Found>> TakeAsync(int count, CancellationToken token)
    {
        if (filter.Sheet is { } sheet) return [.. (await OfSheetAsync(sheet, token)).Skip(filter.Place?.Skip ?? 0).Take(count)];
        if (words.IsEmpty) return await FirstAsync(All(), count, token);
        var fits = OfPlace(Rows(database.ShipmentSearch));
        var newest = fits.OrderByDescending(row => row.BookedAt).ThenByDescending(row => row.ShipmentId).Take(Newest);
        var found = await FirstAsync(Matching(newest), count, token);
        if (found.Count == count || !await Ordered(ToFound(fits)).Skip(Newest).AnyAsync(token)) return found;
        SearchedOnlyNewest = !words.CanUseIndex;
        if (SearchedOnlyNewest) return found;
        return await FromIndexAsync(count, token) ?? await FirstAsync(Matching(fits), count, token);
    }

    /// <summary>How many there are, at most one more than <see cref="ShipmentTiles.HighestCount"/>; null where counting would be slow.</summary>
    public async Task<int?> CountAsync(CancellationToken token)
    {
        if (filter.Sheet is { } sheet) return (await OfSheetAsync(sheet, token)).Count;
        var conditions = new object?[] { filter.Tile, filter.Product, filter.Pincode }.Count(condition => condition is not null);
        if (!words.IsEmpty || conditions > 1) return null;
        return await All().Take(ShipmentTiles.HighestCount + 1).CountAsync(token);
    }

    /// <summary>Where the page before the present one begins; null for the first page.</summary>
    public async Task<ListPlace?> PreviousAsync(int pageSize, CancellationToken token)
    {
        if (filter.Place is not { } place) return null;
        if (place.Skip >= pageSize) return place with { Skip = place.Skip - pageSize };
        if (!words.IsEmpty || filter.Sheet is not null) return null;
        var missing = pageSize - place.Skip;
        var newer = await All().Where(found => found.At > place.At).OrderBy(found => found.At).ThenBy(found => found.Id).Take(missing + 1).ToListAsync(token);
        if (newer.Count <= missing) return null;
        var first = newer[missing - 1].At;
        var sameInstant = await All().CountAsync(found => found.At == first, token);
        return new ListPlace(first, sameInstant - newer.Take(missing).Count(found => found.At == first));
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> found) => found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id);

    private static IQueryable<Found> ToFound(IQueryable<ShipmentSearchRow> rows) => rows.Select(row => new Found { Id = row.ShipmentId, At = row.BookedAt });

    private Task<List<Found>> FirstAsync(IQueryable<Found> found, int count, CancellationToken token)
    {
        if (filter.Place is { } place) found = found.Where(one => one.At <= place.At);
        return Ordered(found).Skip(filter.Place?.Skip ?? 0).Take(count).ToListAsync(token);
    }

    /// <summary>What fits the filter among the shipments of a sheet, in the order of its rows: they share one instant, so that a place in the list is a count of rows.</summary>
    private async Task<List<Found>> OfSheetAsync(Guid sheet, CancellationToken token)
    {
        if (ofSheet is not null) return ofSheet;
        var all = await SheetShipments.IdsAsync(database, actor, sheet, token);
        if (all.Count == 0) return ofSheet = [];
        IEnumerable<ShipmentId> ids = all;
        if (!words.IsEmpty || filter is not { Product: null, Pincode: null, From: null, To: null })
        {
            var rows = words.In(Rows(SheetShipments.SearchRows(database, sheet, all)));
            ids = ids.Where((await rows.Select(row => row.ShipmentId).ToListAsync(token)).ToHashSet().Contains);
        }

        if (filter is not { Tile: null, Order: null, Article: null })
        {
            var fits = OnlyShipments(SheetShipments.Shipments(database, sheet, all));
            ids = ids.Where((await fits.Select(shipment => shipment.Id).ToListAsync(token)).ToHashSet().Contains);
        }

        return ofSheet = [.. ids.Select(id => new Found { Id = id, At = DateTimeOffset.UnixEpoch })];
    }

    /// <summary>Everything that fits the filter, when no text is asked for.</summary>
    private IQueryable<Found> All()
    {
        if (filter.Tile is not { } tile || filter.Pincode is not null) return Matching(Rows(database.ShipmentSearch));
        var shipments = database.Shipments.VisibleTo(actor).In(tile, now);
        if (filter.Product is { } product) shipments = shipments.Where(shipment => shipment.Product == product);
        if (filter.From is { } from)
        {
            var start = IndianTime.StartOf(from);
            shipments = shipments.Where(shipment => shipment.BookedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = IndianTime.StartOf(to.AddDays(1));
            shipments = shipments.Where(shipment => shipment.BookedAt < end);
        }

        return tile == ShipmentTile.Delivered
            ? shipments.Select(shipment => new Found { Id = shipment.Id, At = shipment.StatusAt })
            : shipments.Select(shipment => new Found { Id = shipment.Id, At = shipment.BookedAt });
    }

    private IQueryable<ShipmentSearchRow> Rows(IQueryable<ShipmentSearchRow> rows)
    {
        rows = rows.VisibleTo(actor);
        if (filter.Product is { } product) rows = rows.Where(row => row.Product == product);
        if (filter.Pincode is { } pincode) rows = rows.Where(row => row.Pincode == pincode);
        if (filter.From is { } from)
        {
            var start = IndianTime.StartOf(from);
            rows = rows.Where(row => row.BookedAt >= start);
        }

        if (filter.To is { } to)
        {
            var end = IndianTime.StartOf(to.AddDays(1));
            rows = rows.Where(row => row.BookedAt < end);
        }

        return rows;
    }

    private IQueryable<ShipmentSearchRow> OfPlace(IQueryable<ShipmentSearchRow> rows) =>
        filter.Place is { } place ? rows.Where(row => row.BookedAt <= place.At) : rows;

    /// <summary>The rows that hold the text, and whose shipment fits the conditions that only the shipment knows.</summary>
    private IQueryable<Found> Matching(IQueryable<ShipmentSearchRow> rows)
    {
        rows = words.In(rows);
        if (filter.Tile is null && filter.Order is null && filter.Article is null) return ToFound(rows);
        return rows.Join(OnlyShipments(database.Shipments), row => row.ShipmentId, shipment => shipment.Id, (row, shipment) => new Found { Id = row.ShipmentId, At = row.BookedAt });
    }

    /// <summary>The conditions that only the shipment knows.</summary>
    private IQueryable<Shipment> OnlyShipments(IQueryable<Shipment> shipments)
    {
        if (filter.Tile is { } tile) shipments = shipments.In(tile, now);
        if (filter.Article is { } article) shipments = shipments.Where(shipment => shipment.Article.Contains(article));
        if (filter.Order?.ToLowerInvariant() is { } order)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database folds the case, not .NET.
            shipments = shipments.Where(shipment => shipment.References.Order!.ToLower().Contains(order));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return shipments;
    }

    /// <summary>From the index of letters; null when there are too many matches for it.</summary>
    private async Task<List<Found>?> FromIndexAsync(int count, CancellationToken token)
    {
        var found = database is SqlitePortalDbContext ? await FromSqliteIndexAsync(token)
            // Not ordered by the database: it would rather read the list in its order and hope to meet the few matches soon.
            : await Matching(OfPlace(Rows(database.ShipmentSearch))).Take(MostFromIndex + 1).ToListAsync(token);
        if (found is null || found.Count > MostFromIndex) return null;
        return [.. found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id.Value).Skip(filter.Place?.Skip ?? 0).Take(count)];
    }

    /// <summary>The cross joins make SQLite begin with the few candidates; by itself it would begin with the seller's rows.</summary>
    private async Task<List<Found>?> FromSqliteIndexAsync(CancellationToken token)
    {
        var ids = await database.Database.SqlQuery<long>(
            $"""SELECT rowid AS "Value" FROM "ShipmentWords" WHERE "ShipmentWords" MATCH {words.ToMatch()} ORDER BY rowid DESC LIMIT {MostFromIndex + 1}""").ToListAsync(token);
        if (ids.Count > MostFromIndex) return null;
        var candidates = JsonSerializer.Serialize(ids);
        var found = await Matching(OfPlace(Rows(database.ShipmentSearch.FromSql(
            $"""SELECT x.* FROM json_each({candidates}) AS c CROSS JOIN "ShipmentSearch" AS x ON x."Id" = c.value""")))).ToListAsync(token);
        foreach (var start in words.ArticleStarts())
        {
            var end = start[..^1] + (char)(start[^1] + 1);
            found.AddRange(await Matching(OfPlace(Rows(database.ShipmentSearch.FromSql(
                $"""
                SELECT x.* FROM "Shipments" AS a CROSS JOIN "ShipmentSearch" AS x ON x."ShipmentId" = a."Id" WHERE a."Article" >= {start} AND a."Article" < {end}
                """)))).Take(MostFromIndex + 1).ToListAsync(token));
        }

        return [.. found.Distinct()];
    }

    /// <summary>A shipment of the list, and the instant by which the list is ordered: its booking, or its delivery.</summary>
    public sealed record Found
    {
        public required ShipmentId Id { get; init; }

        public required DateTimeOffset At { get; init; }
    }
}
