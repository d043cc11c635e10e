using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments.List;

public sealed class SheetFilterTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task List_OfASheet_StandsInTheOrderOfItsRowsForItsSellerOnly(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (mine, actor) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var shipments = new List<Shipment>();
        for (var i = 0; i < 60; i++) shipments.Add(await TestShipments.BookAsync(database, mine.Id, consignee: i == 7 ? "Collector, Raipur" : "Executive Engineer"));
        await TestShipments.BookAsync(database, mine.Id);
        var other = await TestSheets.AddAsync(database, mine.Id, "other.csv", await TestShipments.BookAsync(database, mine.Id));
        List<Shipment> rows = [.. shipments.OrderBy(shipment => shipment.Article[^4])];
        var sheet = await TestSheets.AddAsync(database, mine.Id, "orders.xlsx", rows);
        var list = new ListShipments(databases, clock);
        var filter = new ShipmentFilter { Sheet = sheet };

        var first = await list.ExecuteAsync(actor, filter, Token);
        Assert.Equal(60, first.Total);
        Assert.Equal(rows.Take(50).Select(row => row.Id), first.Rows.Select(row => row.Id));
        var second = await list.ExecuteAsync(actor, filter with { Place = first.Next }, Token);
        Assert.Equal(rows.Skip(50).Select(row => row.Id), second.Rows.Select(row => row.Id));
        Assert.Null(second.Next);
        Assert.Equal(first.Rows[0].Id, (await list.ExecuteAsync(actor, filter with { Place = second.Previous }, Token)).Rows[0].Id);
        Assert.Equal(rows.Select(row => row.Id), await list.AllAsync(actor, filter, Token).Select(row => row.Id).ToListAsync(Token));
        Assert.Single((await list.ExecuteAsync(actor, filter with { Sheet = other }, Token)).Rows);
        Assert.Equal(60, (await list.ExecuteAsync(TestSellers.Admin, filter, Token)).Total);
        Assert.Equal(60, (await list.ExecuteAsync(actor with { Team = TeamRole.ViewOnly }, filter, Token)).Total);

        foreach (var (who, which) in new[] { (stranger, sheet), (actor, Guid.CreateVersion7()) })
        {
            Assert.Empty((await list.ExecuteAsync(who, new ShipmentFilter { Sheet = which }, Token)).Rows);
            Assert.Equal(0, (await list.CountAsync(who, which, Token)).Values.Sum());
            Assert.Null(await list.SheetNameAsync(who, which, Token));
            Assert.Empty(await list.AllAsync(who, new ShipmentFilter { Sheet = which }, Token).ToListAsync(Token));
        }

        Assert.Equal("orders.xlsx", await list.SheetNameAsync(actor, sheet, Token));
    }

    [Theory, EachDatabase]
    public async Task Pages_OfASheetThatIsPrintedMeanwhile_MeetEachRow(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (mine, actor) = await TestSellers.ApprovedAsync(database);
        List<Shipment> rows = [.. Enumerable.Range(0, 120).Select(_ => TestShipments.New(mine.Id))];
        await BulkWriters.Of(kind).InsertAsync(database, rows, Token);
        var filter = new ShipmentFilter { Sheet = await TestSheets.AddAsync(database, mine.Id, "orders.xlsx", rows), Tile = ShipmentTile.ToPrint };
        var list = new ListShipments(databases, clock);
        var met = new List<ShipmentId>();
        for (var page = await list.ExecuteAsync(actor, filter, Token); ; page = await list.ExecuteAsync(actor, filter with { Place = page.Next }, Token))
        {
            var shown = page.Rows.Select(row => row.Id).ToList();
            met.AddRange(shown);
            await database.Shipments.Where(shipment => shown.Contains(shipment.Id)).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LabelPrints, 1), Token);
            if (page.Next is null) break;
        }

        Assert.Equal(rows.Select(row => row.Id), met);
    }

    [Theory, EachDatabase]
    public async Task List_OfASheetWithMoreConditions_ShowsWhatFitsAll(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (mine, actor) = await TestSellers.ApprovedAsync(database);
        var collector = await TestShipments.BookAsync(database, mine.Id, consignee: "Collector, Raipur");
        var printed = await TestShipments.BookAsync(database, mine.Id);
        await database.Shipments.Where(shipment => shipment.Id == printed.Id).ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LabelPrints, 1), Token);
        var sheet = await TestSheets.AddAsync(database, mine.Id, "orders.xlsx", printed, collector);
        await TestShipments.BookAsync(database, mine.Id, consignee: "Collector, Raipur");
        var list = new ListShipments(databases, clock);

        Assert.Equal([collector.Id], await FoundAsync(new ShipmentFilter { Text = "collector" }));
        Assert.Equal([collector.Id], await FoundAsync(new ShipmentFilter { Article = collector.Article[..9], Text = "raipur" }));
        Assert.Equal([collector.Id], await FoundAsync(new ShipmentFilter { Tile = ShipmentTile.ToPrint }));
        Assert.Equal([printed.Id, collector.Id], await FoundAsync(new ShipmentFilter { Product = collector.Product, Pincode = collector.Consignee.Pincode, From = new DateOnly(2020, 1, 1), To = new DateOnly(2030, 1, 1) }));
        Assert.Empty(await FoundAsync(new ShipmentFilter { To = new DateOnly(2020, 1, 1) }));
        var counts = await list.CountAsync(actor, sheet, Token);
        Assert.Equal((1, 1), (counts[ShipmentTile.ToPrint], counts[ShipmentTile.ToHandOver]));

        async Task<IEnumerable<ShipmentId>> FoundAsync(ShipmentFilter filter) =>
            (await list.ExecuteAsync(actor, filter with { Sheet = sheet }, Token)).Rows.Select(row => row.Id);
    }

    [Theory, EachDatabase]
    public async Task Labels_OfTheListOfASheet_AreOrderedInTheOrderOfItsRows(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using var database = databases.CreateDbContext();
        var (mine, actor) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Shipment[] rows = [await TestShipments.BookAsync(database, mine.Id), await TestShipments.BookAsync(database, mine.Id), await TestShipments.BookAsync(database, mine.Id)];
        await TestShipments.BookAsync(database, mine.Id);
        var sheet = await TestSheets.AddAsync(database, mine.Id, "orders.xlsx", rows[1], rows[2], rows[0]);
        var labels = new OrderLabels(databases, new WorkSignal(), clock);
        var filter = new ShipmentFilter { Sheet = sheet };

        Assert.IsType<OrderLabelsResult.None>(await labels.ExecuteAsync(stranger, filter, Token));
        Assert.IsType<OrderLabelsResult.None>(await labels.ExecuteAsync(actor with { Team = TeamRole.ViewOnly }, filter, Token));
        var file = Assert.IsType<OrderLabelsResult.Ordered>(await labels.ExecuteAsync(actor, filter, Token)).File;
        var job = await database.LabelJobs.SingleAsync(job => job.Id == file, Token);
        Assert.Equal([rows[1].Id, rows[2].Id, rows[0].Id], job.ShipmentIds());
    }
}
