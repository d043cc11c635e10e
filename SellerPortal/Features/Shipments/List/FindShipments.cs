using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Bulk;
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
/// <param name="database">Read from.</param>
/// <param name="actor">Who looks.</param>
/// <param name="filter">Which shipments, from which place.</param>
/// <param name="now">The present.</param>
/// <param name="whole">True to read everything for a text that no index helps with, for an export; a page is not kept waiting for that.</param>
internal sealed class FindShipments(PortalDbContext database, Actor actor, ShipmentFilter filter, DateTimeOffset now, bool whole = false)
{
    /// <summary>How many of the newest are read through for a text.</summary>
    public const int Newest = 10_000;

    /// <summary>With more matches than these the index is no shortcut.</summary>
    private const int MostFromIndex = 20_000;

    private readonly SearchWords words = SearchWords.Of(filter);
    private (List<Found> Fit, int Before)? ofSheet;

    /// <summary>True when only the newest were searched, because the text is too short for more.</summary>
    public bool SearchedOnlyNewest { get; private set; }

    /// <summary>The first <paramref name="count"/> from the place of the filter, the latest first.</summary>
    public async Task<List<Found>> TakeAsync(int count, CancellationToken token)
    {
        if (filter.Sheet is { } sheet)
        {
            var (fit, before) = await OfSheetAsync(sheet, token);
            return [.. fit.Skip(before).Take(count)];
        }

        if (words.IsEmpty) return await FirstAsync(All().After(filter.Place, one => one.At, one => one.Id, id => new ShipmentId(id)), count, token);
        var fits = AfterPlace(Rows(database.ShipmentSearch));
        var newest = fits.OrderByDescending(row => row.BookedAt).ThenByDescending(row => row.ShipmentId).Take(Newest);
        var found = await FirstAsync(Matching(newest), count, token);
        if (found.Count == count || !await Ordered(ToFound(fits)).Skip(Newest).AnyAsync(token)) return found;
        SearchedOnlyNewest = !words.CanUseIndex && !whole;
        if (SearchedOnlyNewest) return found;
        var few = words.CanUseIndex ? await FromIndexAsync(count, token) : null;
        return few ?? await FirstAsync(Matching(fits), count, token);
    }

    /// <summary>How many there are, at most one more than <see cref="ShipmentTiles.HighestCount"/>; null where counting would be slow.</summary>
    public async Task<int?> CountAsync(CancellationToken token)
    {
        if (filter.Sheet is { } sheet) return (await OfSheetAsync(sheet, token)).Fit.Count;
        var conditions = new object?[] { filter.Tile, filter.Status, filter.Product, filter.Pincode }.Count(condition => condition is not null);
        if (!words.IsEmpty || conditions > 1) return null;
        return await All().Take(ShipmentTiles.HighestCount + 1).CountAsync(token);
    }

    /// <summary>Where the page before the present one begins; null for the first page.</summary>
    public async Task<ListPlace?> PreviousAsync(int pageSize, CancellationToken token)
    {
        if (filter.Place is not { } place) return null;
        if (filter.Sheet is { } sheet)
        {
            var (fit, before) = await OfSheetAsync(sheet, token);
            return before > pageSize ? fit[before - pageSize - 1].Place : null;
        }

        if (!words.IsEmpty) return null;
        var last = new ShipmentId(place.Id);
        var earlier = await All().Where(found => found.At >= place.At && (found.At > place.At || !(found.Id < last)))
            .OrderBy(found => found.At).ThenBy(found => found.Id).Take(pageSize + 1).ToListAsync(token);
        return earlier.Count > pageSize ? earlier[pageSize].Place : null;
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> found) => found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id);

    private static IQueryable<Found> ToFound(IQueryable<ShipmentSearchRow> rows) => rows.Select(row => new Found { Id = row.ShipmentId, At = row.BookedAt });

    private static Task<List<Found>> FirstAsync(IQueryable<Found> found, int count, CancellationToken token) => Ordered(found).Take(count).ToListAsync(token);

    /// <summary>
    /// What fits the filter among the shipments of a sheet, in the order of its rows, and how many of them stand on pages
    /// before the present one: those of the rows up to the place's, whether or not that one still fits.
    /// </summary>
    private async Task<(List<Found> Fit, int Before)> OfSheetAsync(Guid sheet, CancellationToken token)
    {
        if (ofSheet is { } read) return read;
        var all = await SheetShipments.IdsAsync(database, actor, sheet, token);
        if (all.Count == 0) return ([], 0);
        IEnumerable<ShipmentId> ids = all;
        if (!words.IsEmpty || filter is not { Product: null, Pincode: null, From: null, To: null })
        {
            var rows = words.In(Rows(SheetShipments.SearchRows(database, sheet, all)));
            ids = ids.Where((await rows.Select(row => row.ShipmentId).ToListAsync(token)).ToHashSet().Contains);
        }

        if (filter is not { Tile: null, Status: null, Order: null, Article: null })
        {
            var fits = OnlyShipments(SheetShipments.Shipments(database, sheet, all));
            ids = ids.Where((await fits.Select(shipment => shipment.Id).ToListAsync(token)).ToHashSet().Contains);
        }

        var fit = ids.Select(id => new Found { Id = id, At = DateTimeOffset.UnixEpoch }).ToList();
        var shown = filter.Place is { } place ? all.Take(all.IndexOf(new ShipmentId(place.Id)) + 1).ToHashSet() : [];
        ofSheet = (fit, fit.Count(one => shown.Contains(one.Id)));
        return ofSheet.Value;
    }

    /// <summary>Everything that fits the filter, when no text is asked for.</summary>
    private IQueryable<Found> All()
    {
        if (filter is { Tile: null, Status: null } or { Pincode: not null }) return Matching(Rows(database.ShipmentSearch));
        var shipments = OnlyShipments(database.Shipments.VisibleTo(actor));
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

        return filter.Tile == ShipmentTile.Delivered
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

    private IQueryable<ShipmentSearchRow> AfterPlace(IQueryable<ShipmentSearchRow> rows) =>
        rows.After(filter.Place, row => row.BookedAt, row => row.ShipmentId, id => new ShipmentId(id));

    /// <summary>The rows that hold the text, and whose shipment fits the conditions that only the shipment knows.</summary>
    private IQueryable<Found> Matching(IQueryable<ShipmentSearchRow> rows)
    {
        rows = words.In(rows);
        if (filter is { Tile: null, Status: null, Order: null, Article: null }) return ToFound(rows);
        return rows.Join(OnlyShipments(database.Shipments), row => row.ShipmentId, shipment => shipment.Id, (row, shipment) => new Found { Id = row.ShipmentId, At = row.BookedAt });
    }

    /// <summary>The conditions that only the shipment knows.</summary>
    private IQueryable<Shipment> OnlyShipments(IQueryable<Shipment> shipments)
    {
        if (filter.Tile is { } tile) shipments = shipments.In(tile, now);
        if (filter.Status is { } status) shipments = shipments.In(status);
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
            : await Matching(AfterPlace(Rows(database.ShipmentSearch))).Take(MostFromIndex + 1).ToListAsync(token);
        if (found is null || found.Count > MostFromIndex) return null;
        return [.. found.OrderByDescending(one => one.At).ThenByDescending(one => one.Id.Value).Take(count)];
    }

    /// <summary>The cross joins make SQLite begin with the few candidates; by itself it would begin with the seller's rows.</summary>
    private async Task<List<Found>?> FromSqliteIndexAsync(CancellationToken token)
    {
        var ids = await database.Database.SqlQuery<long>(
            $"""SELECT rowid AS "Value" FROM "ShipmentWords" WHERE "ShipmentWords" MATCH {words.ToMatch()} ORDER BY rowid DESC LIMIT {MostFromIndex + 1}""").ToListAsync(token);
        if (ids.Count > MostFromIndex) return null;
        var candidates = JsonSerializer.Serialize(ids);
        var found = await Matching(AfterPlace(Rows(database.ShipmentSearch.FromSql(
            $"""SELECT x.* FROM json_each({candidates}) AS c CROSS JOIN "ShipmentSearch" AS x ON x."Id" = c.value""")))).ToListAsync(token);
        foreach (var start in words.ArticleStarts())
        {
            var end = start[..^1] + (char)(start[^1] + 1);
            found.AddRange(await Matching(AfterPlace(Rows(database.ShipmentSearch.FromSql(
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

        /// <summary>The place after it.</summary>
        public ListPlace Place => new(At, Id.Value);
    }
}
