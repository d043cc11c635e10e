using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments.List;

public sealed class ListFilterTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task List_WithConditions_HoldsWhatFitsThemAll(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var one = await TestShipments.BookAsync(database, seller.Id, consignee: "Principal, Kendriya Vidyalaya");
        // 23:59 and 00:00 in India, either side of midnight.
        var lateOn21 = await TestShipments.BookAsync(database, seller.Id, bookedAt: new DateTimeOffset(2026, 11, 21, 18, 29, 59, TimeSpan.Zero));
        var earlyOn22 = await TestShipments.BookAsync(database, seller.Id, bookedAt: new DateTimeOffset(2026, 11, 21, 18, 30, 0, TimeSpan.Zero));
        var far = await TestShipments.BookAsync(database, seller.Id);
        await database.Shipments.Where(shipment => shipment.Id == far.Id).ExecuteUpdateAsync(
            set => set.SetProperty(shipment => shipment.Consignee.Pincode, Pincode.FromNumber(110001))
                .SetProperty(shipment => shipment.Product, ProductCode.SpeedPostDocument)
                .SetProperty(shipment => shipment.References.Order, "PO_42%")
                .SetProperty(shipment => shipment.LabelPrints, 1), Token);
        var list = new ListShipments(databases, clock);

        foreach (var (query, expected) in new (string, Shipment[])[]
        {
            ("?from=2026-11-22&to=2026-11-22", [earlyOn22]),
            ("?to=2026-11-21", [lateOn21]),
            ("?from=2026-11-23", [far, one]),
            ("?from=2026-11-25&to=2026-11-20", []),
            ("?pincode=110001", [far]),
            ("?pincode=110%20001&tile=ToHandOver&product=SP_DOC", [far]),
            ("?pincode=110001&tile=ToPrint", []),
            ("?product=SP_DOC", [far]),
            ("?product=SP_DOC&tile=ToHandOver", [far]),
            ("?product=SP_DOC&tile=ToPrint", []),
            ("?order=po_42%25", [far]),
            ("?order=po_4", [far]),
            ("?order=kendriya", []),
            ("?order=PO_42&q=9826054321", [far]),
            ($"?article={one.Article[..5]}%20{one.Article[5..9]}", [.. new[] { far, one, earlyOn22, lateOn21 }.Where(s => s.Article.StartsWith(one.Article[..9], StringComparison.Ordinal))]),
            ($"?article={far.Article.ToLowerInvariant()}", [far]),
            ("?q=kendriya&tile=ToPrint", [one]),
            ("?q=kendriya&tile=Delivered", []),
            ("?q=kendriya&from=2026-11-24", []),
        })
        {
            var page = await list.ExecuteAsync(actor, ShipmentFilter.Parse(query), Token);
            Assert.Equal(expected.Select(shipment => shipment.Id).OrderByDescending(id => id.Value), page.Rows.Select(row => row.Id).OrderByDescending(id => id.Value));
            Assert.Empty((await list.ExecuteAsync(TestSellers.ActorOf(SellerId.New(clock.GetUtcNow())), ShipmentFilter.Parse(query), Token)).Rows);
        }
    }

    [Theory, EachDatabase]
    public async Task Search_WithSignsThatDatabasesRead_TakesThemLiterally(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var odd = await TestShipments.BookAsync(database, seller.Id, consignee: """100%_[a-z]*?"'\ NEAR(x) OR -- ; {y}""");
        await TestShipments.BookAsync(database, seller.Id, consignee: "Plain name");
        var list = new ListShipments(databases, clock);
        foreach (var text in new[] { "100%", "%_[", "[a-z]*?", "\"'\\", "near(x)", "OR --", "; {y}", "%_", "_", "\\", "'" })
        {
            Assert.Equal(odd.Id, Assert.Single((await list.ExecuteAsync(actor, new ShipmentFilter { Text = text }, Token)).Rows).Id);
        }

        foreach (var text in new[] { "1%0", "pl_in", "plain*", "p?ain", "' OR 1=1 --", "\"plain\"", "a AND b", "%%%", "___" })
        {
            Assert.Empty((await list.ExecuteAsync(actor, new ShipmentFilter { Text = text }, Token)).Rows);
        }
    }

    [Theory, EachDatabase]
    public async Task Search_AmongMoreThanTheNewest_FindsOldOnesByTheIndex(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var old = await TestShipments.BookAsync(database, seller.Id, consignee: "Sub Divisional Officer, Śrī गुरु", bookedAt: TestShipments.BookedAt.AddDays(-30));
        var older = await TestShipments.BookAsync(database, seller.Id, consignee: "Sub Divisional Officer", bookedAt: TestShipments.BookedAt.AddDays(-31));
        await TestShipments.BookAsync(database, other.Id, consignee: "Sub Divisional Officer", bookedAt: TestShipments.BookedAt.AddDays(-30));
        await BulkWriters.Of(kind).InsertAsync(database, Enumerable.Range(0, FindShipments.Newest + 1).Select(_ => TestShipments.New(seller.Id)), Token);
        var list = new ListShipments(databases, clock);

        Assert.Equal([old.Id, older.Id], (await list.ExecuteAsync(actor, new ShipmentFilter { Text = "sub divisional" }, Token)).Rows.Select(row => row.Id));
        Assert.Equal([old.Id], (await list.ExecuteAsync(actor, new ShipmentFilter { Text = "गुरु" }, Token)).Rows.Select(row => row.Id));
        Assert.Equal(old.Id, Assert.Single((await list.ExecuteAsync(actor, new ShipmentFilter { Text = old.Article }, Token)).Rows).Id);
        Assert.Equal(3, (await list.ExecuteAsync(TestSellers.Admin, new ShipmentFilter { Text = "sub divisional" }, Token)).Total);
        var tooShort = await list.ExecuteAsync(actor, new ShipmentFilter { Text = "śr" }, Token);
        Assert.True(tooShort.SearchedOnlyNewest);
        Assert.Empty(tooShort.Rows);
        // What is exported or printed is whole, whatever a page leaves to a longer text.
        Assert.Equal([old.Id], await list.AllAsync(actor, new ShipmentFilter { Text = "रु" }, Token).Select(row => row.Id).ToListAsync(Token));
        var ordered = Assert.IsType<OrderLabelsResult.Ordered>(await new OrderLabels(databases, new WorkSignal(), clock).ExecuteAsync(actor, new ShipmentFilter { Text = "रु" }, Token));
        Assert.Equal([old.Id], (await database.LabelJobs.SingleAsync(job => job.Id == ordered.File, Token)).ShipmentIds());

        var all = await list.ExecuteAsync(actor, new ShipmentFilter(), Token);
        Assert.Equal(ShipmentTiles.HighestCount + 1, all.Total);
        Assert.Equal(ShipmentTiles.HighestCount + 1, (await list.CountAsync(actor, sheet: null, Token))[ShipmentTile.ToPrint]);
    }

    [Theory, EachDatabase]
    public async Task Pages_OfShipmentsBookedAtOnce_MeetEachOneOnceForwardAndBack(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        foreach (var (count, minutes) in new[] { (1, 0), (120, 1), (7, 2), (60, 3) })
        {
            await BulkWriters.Of(kind).InsertAsync(database, Enumerable.Range(0, count).Select(_ => TestShipments.New(seller.Id, bookedAt: TestShipments.BookedAt.AddMinutes(minutes))), Token);
        }

        var list = new ListShipments(databases, clock);
        foreach (var filter in new[] { new ShipmentFilter(), new ShipmentFilter { Tile = ShipmentTile.ToPrint }, new ShipmentFilter { Text = "executive" } })
        {
            var pages = new List<ShipmentPage>();
            for (var page = await list.ExecuteAsync(actor, filter, Token); ; page = await list.ExecuteAsync(actor, filter with { Place = page.Next }, Token))
            {
                pages.Add(page);
                if (page.Next is null) break;
            }

            Assert.Equal([50, 50, 50, 38], pages.Select(page => page.Rows.Count));
            var met = pages.SelectMany(page => page.Rows).ToList();
            Assert.Equal(met.OrderByDescending(row => row.BookedAt).ThenByDescending(row => row.Id.Value).Select(row => row.Id), met.Select(row => row.Id));
            Assert.Equal(188, met.DistinctBy(row => row.Id).Count());
            if (filter.Text is not null) continue;
            for (var i = pages.Count - 1; i > 0; i--)
            {
                var before = await list.ExecuteAsync(actor, filter with { Place = pages[i].Previous }, Token);
                Assert.Equal(pages[i - 1].Rows.Select(row => row.Id), before.Rows.Select(row => row.Id));
            }
        }

        Assert.Equal(188, await list.AllAsync(actor, new ShipmentFilter(), Token).CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Pages_OfAListThatEmptiesBehindThem_MeetEachOne(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        await BulkWriters.Of(kind).InsertAsync(database, Enumerable.Range(0, 160).Select(_ => TestShipments.New(seller.Id)), Token);
        var list = new ListShipments(databases, clock);
        foreach (var (filter, leave) in new (ShipmentFilter, Action<UpdateSettersBuilder<Shipment>>)[]
        {
            (new ShipmentFilter { Tile = ShipmentTile.ToPrint }, set => set.SetProperty(shipment => shipment.LabelPrints, 1)),
            (new ShipmentFilter { Tile = ShipmentTile.ToHandOver, Text = "executive" }, set => set.SetProperty(shipment => shipment.LabelPrints, 0)),
            (new ShipmentFilter { Status = ShipmentStatus.Booked }, set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.Cancelled)),
        })
        {
            var met = new List<ShipmentId>();
            for (var page = await list.ExecuteAsync(actor, filter, Token); ; page = await list.ExecuteAsync(actor, filter with { Place = page.Next }, Token))
            {
                var shown = page.Rows.Select(row => row.Id).ToList();
                met.AddRange(shown);
                await database.Shipments.Where(shipment => shown.Contains(shipment.Id)).ExecuteUpdateAsync(leave, Token);
                if (page.Next is null) break;
            }

            Assert.Equal(160, met.Distinct().Count());
            Assert.Equal(met.OrderByDescending(id => id.Value), met);
        }
    }

    [Theory, EachDatabase]
    public async Task List_OfAStatus_HoldsAllOfItAndNoOther(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var statuses = Enum.GetValues<ShipmentStatus>();
        var booked = new Dictionary<ShipmentStatus, List<Shipment>>();
        foreach (var status in statuses)
        {
            var mine = new List<Shipment>();
            // Longer ago than a tile shows deliveries.
            for (var i = 0; i < 3; i++) mine.Add(await TestShipments.BookAsync(database, seller.Id, consignee: i == 0 ? "Collector" : "Principal", bookedAt: TestShipments.BookedAt.AddDays(-60 + i)));
            var ids = mine.ConvertAll(shipment => shipment.Id);
            ids.Add((await TestShipments.BookAsync(database, other.Id)).Id);
            await database.Shipments.Where(shipment => ids.Contains(shipment.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(shipment => shipment.Status, status).SetProperty(shipment => shipment.StatusAt, shipment => shipment.BookedAt), Token);
            booked[status] = mine;
        }

        var sheet = await TestSheets.AddAsync(database, seller.Id, "orders.xlsx", [.. booked.Values.Select(mine => mine[1])]);
        var list = new ListShipments(databases, clock);
        foreach (var status in statuses)
        {
            var filter = new ShipmentFilter { Status = status };
            var mine = booked[status];
            var page = await list.ExecuteAsync(actor, filter, Token);
            Assert.Equal([mine[2].Id, mine[1].Id, mine[0].Id], page.Rows.Select(row => row.Id));
            Assert.Equal(3, page.Total);
            Assert.Equal(4, (await list.ExecuteAsync(TestSellers.Admin, filter, Token)).Rows.Count);
            Assert.Equal(page.Rows.Select(row => row.Id), await list.AllAsync(actor, filter, Token).Select(row => row.Id).ToListAsync(Token));
            Assert.Equal([mine[0].Id], await FoundAsync(filter with { Text = "collector" }));
            Assert.Equal([mine[1].Id], await FoundAsync(filter with { Article = mine[1].Article }));
            Assert.Equal([mine[1].Id], await FoundAsync(filter with { Sheet = sheet }));
            Assert.Equal(3, (await FoundAsync(filter with { Pincode = mine[0].Consignee.Pincode, Product = mine[0].Product })).Count);
            Assert.Equal([mine[2].Id], await FoundAsync(filter with { From = new DateOnly(2026, 9, 26), Product = mine[0].Product }));
            Assert.Equal(status == ShipmentStatus.OnHold ? 3 : 0, (await FoundAsync(filter with { Tile = status == ShipmentStatus.OnHold ? ShipmentTile.InTransit : ShipmentTile.Delivered })).Count);
        }

        async Task<List<ShipmentId>> FoundAsync(ShipmentFilter filter) => [.. (await list.ExecuteAsync(actor, filter, Token)).Rows.Select(row => row.Id)];
    }

    /// <summary>Rare ones are read from an index of their own, or a page of them would cost a walk through all shipments.</summary>
    [Theory, EachDatabase]
    public async Task List_OfARareStatus_IsReadFromItsIndex(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        await BulkWriters.Of(kind).InsertAsync(database, Enumerable.Range(0, 3_000).Select(_ => TestShipments.New(seller.Id)), Token);
        await database.Shipments.OrderBy(shipment => shipment.Article).Skip(20).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.Status, ShipmentStatus.Delivered), Token);
        if (kind == DatabaseKind.Postgres) await database.Database.ExecuteSqlRawAsync("""ANALYZE "Shipments" """, Token);
        foreach (var status in new[] { ShipmentStatus.Booked, ShipmentStatus.OnHold, ShipmentStatus.Redirected, ShipmentStatus.Returning, ShipmentStatus.Returned, ShipmentStatus.Cancelled })
        {
            await using var command = database.Shipments.Where(shipment => shipment.SellerId == seller.Id).In(status)
                .OrderByDescending(shipment => shipment.BookedAt).ThenByDescending(shipment => shipment.Id).Select(shipment => shipment.Id).Take(51).CreateDbCommand();
            command.CommandText = (kind == DatabaseKind.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
            await database.Database.OpenConnectionAsync(Token);
            var plan = new List<string>();
            await using (var reader = await command.ExecuteReaderAsync(Token))
            {
                while (await reader.ReadAsync(Token)) plan.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            }

            var text = string.Join('\n', plan);
            Assert.Contains("Status_BookedAt_Id_Product", text, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", text, StringComparison.Ordinal);
        }
    }

    [Theory, EachDatabase]
    public async Task Search_AfterAnAddressIsCorrected_FindsTheNewName(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id, consignee: "Wrong name");
        await database.Shipments.Where(one => one.Id == shipment.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Consignee.Name, "District Collector"), Token);
        var list = new ListShipments(databases, clock);
        Assert.Empty((await list.ExecuteAsync(actor, new ShipmentFilter { Text = "wrong name" }, Token)).Rows);
        Assert.Single((await list.ExecuteAsync(actor, new ShipmentFilter { Text = "district coll" }, Token)).Rows);
        await database.Shipments.Where(one => one.Id == shipment.Id).ExecuteDeleteAsync(Token);
        Assert.Equal(0, await database.ShipmentSearch.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Counts_AfterRandomEvents_EqualAPlainRecount(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipments = Enumerable.Range(0, 60).Select(i => TestShipments.New(seller.Id, bookedAt: TestShipments.BookedAt.AddDays(-40).AddHours(i))).ToArray();
        await BulkWriters.Of(kind).InsertAsync(database, shipments, Token);
        var random = new Random(kind == DatabaseKind.Sqlite ? 511 : 687);
        var record = new RecordEvents(databases, new ShipmentChanges(), clock, NullLogger<RecordEvents>.Instance);
        string[] codes = [EventCodes.NonDelivery, "ITEM_BOOK", "ITEM_BAGGING", "ITEM_INVOICE", "ITEM_ONHOLD", "ITEM_REDIRECT", "ITEM_RETURN", "ITEM_DELIVERY"];
        for (var round = 0; round < 12; round++)
        {
            await record.ExecuteAsync(
                [.. Enumerable.Range(0, 25).Select(i => new FeedElement
                {
                    Index = i,
                    Article = shipments[random.Next(shipments.Length)].Article,
                    Code = codes[random.Next(codes.Length)],
                    OccurredAt = clock.GetUtcNow().AddMinutes(-random.Next(50 * 24 * 60)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null),
                    Office = "Raipur HO",
                    Description = random.Next(2) == 0 ? "Item Delivered(Addressee)" : "Item Delivered(Sender)",
                    ReasonCode = "01",
                })], Token);
            var printed = shipments[random.Next(shipments.Length)].Id;
            await database.Shipments.Where(shipment => shipment.Id == printed).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LabelPrints, shipment => shipment.LabelPrints + 1), Token);

            var counts = await new ListShipments(databases, clock).CountAsync(actor, sheet: null, Token);
            var all = await database.Shipments.AsNoTracking().ToListAsync(Token);
            foreach (var tile in Enum.GetValues<ShipmentTile>()) Assert.Equal(all.Count(shipment => TileOf(shipment) == tile), counts[tile]);
            if (round == 11) Assert.True(counts.Values.Count(count => count > 0) >= 4, "The events reach too few tiles.");
        }
    }

    [Theory, EachDatabase]
    public async Task ByArticle_OfAnotherSeller_FindsNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        var list = new ListShipments(databases, clock);
        var spaced = $" {shipment.Article[..2]} {shipment.Article[2..5]} {shipment.Article[5..].ToLowerInvariant()}";
        Assert.Equal(shipment.Id, await list.ByArticleAsync(actor, spaced, Token));
        Assert.Null(await list.ByArticleAsync(TestSellers.ActorOf(SellerId.New(clock.GetUtcNow())), shipment.Article, Token));
        Assert.Null(await list.ByArticleAsync(actor, "EE468790992IN", Token));
        Assert.Null(await list.ByArticleAsync(actor, null, Token));
    }

    private ShipmentTile? TileOf(Shipment shipment) => shipment.Status switch
    {
        ShipmentStatus.Booked when shipment.IsTakenOver => ShipmentTile.InTransit,
        ShipmentStatus.Booked => shipment.LabelPrints > 0 ? ShipmentTile.ToHandOver : ShipmentTile.ToPrint,
        ShipmentStatus.InTransit or ShipmentStatus.OnHold or ShipmentStatus.Redirected or ShipmentStatus.Returning => ShipmentTile.InTransit,
        ShipmentStatus.OutForDelivery => ShipmentTile.OutForDelivery,
        ShipmentStatus.AttemptFailed => ShipmentTile.NeedsYou,
        ShipmentStatus.Delivered when shipment.StatusAt >= clock.GetUtcNow() - ShipmentTiles.DeliveredFor => ShipmentTile.Delivered,
        _ => null,
    };
}
