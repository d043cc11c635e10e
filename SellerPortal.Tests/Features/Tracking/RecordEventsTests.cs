using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Tracking;

public sealed class RecordEventsTests
{
    private static readonly (string Code, string Words)[] Journey =
    [
        ("ITEM_BOOK", "Item Booked"), ("ITEM_BAGGING", "Item bagged"), ("BAG_DISPATCH", "Bag Dispatched"),
        ("ITEM_RECEIVE", "Item received"), ("ITEM_INVOICE", "Taken out for delivery"), ("ITEM_DELIVERY", "Item Delivered(Addressee)"),
    ];

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));
    private readonly ShipmentChanges changes = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Execute_AHistory_KeepsItAndMovesTheShipment(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        var told = 0;
        using var subscription = changes.Subscribe(shipment.Id, () => told++);

        var recorded = await Use(databases).ExecuteAsync(History(shipment.Article, 4), Token);

        Assert.Equal((4, 0, 0), (recorded.Accepted, recorded.Duplicates, recorded.Rejected.Count));
        await using var database = databases.CreateDbContext();
        var after = await database.Shipments.SingleAsync(Token);
        Assert.Equal(ShipmentStatus.InTransit, after.Status);
        Assert.Equal("Item received", after.LastScan);
        Assert.Equal("Nagpur NSH", after.LastScanOffice);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 6, 33, 0, TimeSpan.Zero), after.LastScanAt);
        Assert.Equal(after.LastScanAt, after.StatusAt);
        Assert.NotEqual(shipment.Version, after.Version);
        Assert.Equal(4, await database.TrackingEvents.CountAsync(Token));
        Assert.Equal(1, told);
        var all = await database.ShipmentChanges.OrderBy(change => change.Id).ToListAsync(Token);
        Assert.Equal((ShipmentStatus.Booked, ShipmentStatus.Booked, await database.TrackingEvents.MinAsync(scan => scan.OccurredAt, Token)), (all[0].Before, all[0].Status, all[0].At));
        var news = Assert.Single(all[1..]);
        Assert.Equal((shipment.Id, shipment.SellerId, ShipmentStatus.Booked, ShipmentStatus.InTransit), (news.ShipmentId, news.SellerId, news.Before, news.Status));
        Assert.Equal((after.StatusAt, clock.GetUtcNow()), (news.At, news.RecordedAt));
    }

    [Theory, EachDatabase]
    public async Task Execute_TheSameHistoryAgain_ChangesNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        var feed = History(shipment.Article, 6);
        await Use(databases).ExecuteAsync(feed, Token);
        var before = await SnapshotAsync(databases);

        var again = await Use(databases).ExecuteAsync([.. feed, .. feed], Token);

        Assert.Equal((0, 12), (again.Accepted, again.Duplicates));
        Assert.Equal(before, await SnapshotAsync(databases));
        await using var database = databases.CreateDbContext();
        Assert.Equal(ShipmentStatus.Delivered, (await database.ShipmentChanges.OrderBy(change => change.Id).LastAsync(Token)).Status);
    }

    [Theory, EachDatabase]
    public async Task Execute_LateOldEvents_DoNotMoveTheStatusBack(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        var feed = History(shipment.Article, 6);
        foreach (var place in new[] { 5, 2, 0, 4, 1, 3 }) await Use(databases).ExecuteAsync([feed[place]], Token);

        await using var database = databases.CreateDbContext();
        var after = await database.Shipments.SingleAsync(Token);
        Assert.Equal(ShipmentStatus.Delivered, after.Status);
        Assert.Equal("Item Delivered(Addressee)", after.LastScan);
        Assert.Equal(6, await database.TrackingEvents.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Execute_BadOnesAmongGoodOnes_NamesTheBadAndTakesTheGood(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        var good = History(shipment.Article, 1)[0];
        FeedElement[] feed =
        [
            good with { Index = 0 },
            good with { Index = 1, Article = "EB468790992IN" },
            good with { Index = 2, Article = "EE 123 456 785 IN" },
            good with { Index = 3, Article = "12" },
            good with { Index = 4, Article = null },
            good with { Index = 5, Code = " " },
            good with { Index = 6, Code = new string('X', 33) },
            good with { Index = 7, OccurredAt = null },
            good with { Index = 8, OccurredAt = "soon" },
            good with { Index = 9, OccurredAt = "2026-11-26T09:00:00Z" },
            good with { Index = 10, OccurredAt = "1999-11-26T09:00:00Z" },
            good with { Index = 11, Office = new string('O', 101) },
            new FeedElement { Index = 12, Misfit = "" },
            good with { Index = 13, Misfit = "code" },
            good with { Index = 14, Code = "item_teleport", Remark = new string('é', 900), Description = "one\0two" },
            good with { Index = 15, Article = shipment.Article.ToLowerInvariant(), OccurredAt = "2026-11-23T12:03:00Z", Code = "item_receive", Office = null },
        ];

        var recorded = await Use(databases).ExecuteAsync(feed, Token);

        Assert.Equal((3, 0, 1), (recorded.Accepted, recorded.Duplicates, recorded.UnknownCodes));
        Assert.Equal(
            [
                (1, FeedFault.CheckDigit), (2, FeedFault.UnknownArticle), (3, FeedFault.ArticleMalformed), (4, FeedFault.ArticleMissing),
                (5, FeedFault.CodeMissing), (6, FeedFault.CodeTooLong), (7, FeedFault.TimeMissing), (8, FeedFault.TimeUnreadable),
                (9, FeedFault.TimeInFuture), (10, FeedFault.TimeTooOld), (11, FeedFault.OfficeTooLong), (12, FeedFault.NotAnEvent), (13, FeedFault.WrongType),
            ],
            recorded.Rejected.Select(one => (one.Index, one.Fault)));
        Assert.All(recorded.Rejected, one => Assert.EndsWith(".", one.Sentence(), StringComparison.Ordinal));
        await using var database = databases.CreateDbContext();
        Assert.Equal(ShipmentStatus.InTransit, (await database.Shipments.SingleAsync(Token)).Status);
        var unknown = await database.TrackingEvents.SingleAsync(scan => scan.Code == "ITEM_TELEPORT", Token);
        Assert.Equal("one two", unknown.Description);
        Assert.Equal(TrackingEvent.LongestText, unknown.Remark!.Length);
    }

    [Theory, EachDatabase]
    public async Task Execute_EventsOfACancelledShipment_AreKeptAndReported(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        await using (var database = databases.CreateDbContext())
        {
            await database.Shipments.ExecuteUpdateAsync(all => all.SetProperty(one => one.Status, ShipmentStatus.Cancelled), Token);
        }

        var recorded = await Use(databases).ExecuteAsync(History(shipment.Article, 6), Token);

        Assert.Equal(6, recorded.Accepted);
        Assert.Equal([shipment.Article], recorded.CancelledArticles);
        await using var after = databases.CreateDbContext();
        Assert.Equal(ShipmentStatus.Cancelled, (await after.Shipments.SingleAsync(Token)).Status);
        Assert.Equal(6, await after.TrackingEvents.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Execute_FailureInTheMiddle_LeavesNothingHalf(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var shipment = await BookAsync(databases);
        await using (var database = databases.CreateDbContext())
        {
            await database.Database.ExecuteSqlRawAsync(
                kind == DatabaseKind.Sqlite
                    ? "CREATE TRIGGER stop BEFORE UPDATE ON \"Shipments\" BEGIN SELECT RAISE(ABORT, 'power cut'); END"
                    : """
                      CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''power cut''; END';
                      CREATE TRIGGER stop BEFORE UPDATE ON "Shipments" FOR EACH ROW EXECUTE FUNCTION stop()
                      """,
                Token);
        }

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => Use(databases).ExecuteAsync(History(shipment.Article, 6), Token));

        Assert.Contains("power cut", fault.Message, StringComparison.Ordinal);
        await using var after = databases.CreateDbContext();
        Assert.Equal(0, await after.TrackingEvents.CountAsync(Token));
        Assert.Equal(ShipmentStatus.Booked, (await after.Shipments.SingleAsync(Token)).Status);
    }

    [Theory, EachDatabase]
    public async Task Execute_ManyCallsAtOnceForTheSameArticles_EndWhereOneCallWould(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var articles = new List<string>();
        await using (var database = databases.CreateDbContext())
        {
            var (seller, _) = await TestSellers.ApprovedAsync(database);
            for (var i = 0; i < 12; i++) articles.Add((await TestShipments.BookAsync(database, seller.Id)).Article);
        }

        var all = articles.SelectMany(article => History(article, 6)).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(call => Task.Run(
            async () =>
            {
                var portion = all.Where((_, place) => place % 6 == call || place % 5 == call).ToArray();
                new Random(call).Shuffle(portion);
                await Use(databases).ExecuteAsync(portion, Token);
            },
            Token)));

        await using var after = databases.CreateDbContext();
        Assert.Equal(all.Length, await after.TrackingEvents.CountAsync(Token));
        Assert.All(await after.Shipments.ToListAsync(Token), shipment => Assert.Equal(ShipmentStatus.Delivered, shipment.Status));
    }

    [Theory, EachDatabase]
    public async Task Execute_NothingUsable_TouchesNoDatabase(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        Assert.Equal(0, (await Use(databases).ExecuteAsync([], Token)).Accepted);
        Assert.Single((await Use(databases).ExecuteAsync([new FeedElement { Index = 0, Misfit = "" }], Token)).Rejected);
    }

    [Fact]
    public async Task ReadAsync_Json_TakesBothFormsAndIsolatesTheOddOnes()
    {
        const string Body = """
            {"events":[{"article":"EE123456785IN","code":"ITEM_BOOK","occurredAt":"2026-11-23T09:12:00Z","office":null,"officePincode":482001,"reasonCode":"01","extra":[1]},
            7, null, {"article":5}, {"code":"\ud800"}, {}, {"\ud800":1}]}
            """;
        var feed = await JsonFeed.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Body)), Token);
        Assert.Equal([null, "", "", "article", "code", null, ""], feed.Select(element => element.Misfit));
        Assert.Equal("482001", feed[0].OfficePincode);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], feed.Select(element => element.Index));
    }

    [Theory]
    [InlineData("", FeedProblem.NotJson)]
    [InlineData("[{]", FeedProblem.NotJson)]
    [InlineData("article,code", FeedProblem.NotJson)]
    [InlineData("{}", FeedProblem.NoEvents)]
    [InlineData("3", FeedProblem.NoEvents)]
    [InlineData("{\"events\":{}}", FeedProblem.NoEvents)]
    [InlineData("{\"\\ud800 and more\":1}", FeedProblem.NotJson)]
    public async Task ReadAsync_NoFeed_SaysWhy(string body, FeedProblem expected)
    {
        var fault = await Assert.ThrowsAsync<FeedException>(() => JsonFeed.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), Token));
        Assert.Equal(expected, fault.Problem);
    }

    [Fact]
    public async Task ReadAsync_Csv_TakesColumnsInAnyOrderAndIsolatesOddRows()
    {
        const string Body = "Code;Article;OccurredAt;Remark\nITEM_BOOK;EE123456785IN;2026-11-23 09:12;\"a;b\"\nITEM_BOOK\n;;;\n\"x;y;z\n";
        var feed = await CsvFeed.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(Body)), Token);
        Assert.Equal("EE123456785IN", feed[0].Article);
        Assert.Equal("a;b", feed[0].Remark);
        Assert.Equal(4, feed.Count);
        Assert.Null(FeedRules.TryRead(feed[0], clock.GetUtcNow(), out _));
        Assert.Equal(FeedFault.ArticleMissing, FeedRules.TryRead(feed[1], clock.GetUtcNow(), out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("article,code\nEE123456785IN,ITEM_BOOK")]
    [InlineData("{\"events\":[]}")]
    public async Task ReadAsync_CsvWithoutTheColumns_SaysSo(string body)
    {
        var fault = await Assert.ThrowsAsync<FeedException>(() => CsvFeed.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), Token));
        Assert.Equal(FeedProblem.NoColumns, fault.Problem);
    }

    private static async Task<Shipment> BookAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        return await TestShipments.BookAsync(database, seller.Id);
    }

    private static FeedElement[] History(string article, int steps) =>
    [
        .. Journey.Take(steps).Select((step, place) => new FeedElement
        {
            Index = place,
            Article = article,
            Code = step.Code,
            Description = step.Words,
            Office = "Nagpur NSH",
            OccurredAt = string.Create(CultureInfo.InvariantCulture, $"2026-11-23T12:{place:D2}:00Z"),
        }),
    ];

    private static async Task<(Guid Version, int Events)> SnapshotAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        return ((await database.Shipments.SingleAsync(Token)).Version, await database.TrackingEvents.CountAsync(Token));
    }

    private RecordEvents Use(IDbContextFactory<PortalDbContext> databases) => new(databases, changes, clock, NullLogger<RecordEvents>.Instance);
}
