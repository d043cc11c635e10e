using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments;

public sealed class ShipmentReadsTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task List_OfASeller_HoldsOnlyItsOwnNewestFirst(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (mine, actor) = await SellerAsync(databases);
        var (theirs, _) = await SellerAsync(databases);
        await using var database = databases.CreateDbContext();
        var older = await TestShipments.BookAsync(database, mine.Id);
        var newer = await TestShipments.BookAsync(database, mine.Id, bookedAt: TestShipments.BookedAt.AddHours(1));
        await TestShipments.BookAsync(database, theirs.Id);

        var list = new ListShipments(databases, clock);
        var page = await list.ExecuteAsync(actor, new ShipmentFilter(), Token);

        Assert.Equal([newer.Id, older.Id], page.Rows.Select(row => row.Id));
        Assert.Equal(2, page.Total);
        Assert.Equal(3, (await list.ExecuteAsync(TestSellers.Admin, new ShipmentFilter(), Token)).Total);
        Assert.Equal(2, (await list.CountAsync(actor, sheet: null, Token))[ShipmentTile.ToPrint]);
        Assert.Equal(0, (await list.ExecuteAsync(Nobody(), new ShipmentFilter(), Token)).Total);
    }

    [Theory, EachDatabase]
    public async Task List_OfEveryTile_HoldsAsManyAsTheTileCounts(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (seller, actor) = await SellerAsync(databases);
        await using var database = databases.CreateDbContext();
        var at = clock.GetUtcNow();
        foreach (var status in Enum.GetValues<ShipmentStatus>())
        {
            foreach (var (scanned, printed, old) in new[] { (false, 0, false), (false, 1, false), (true, 1, false), (true, 1, true) })
            {
                var shipment = await TestShipments.BookAsync(database, seller.Id);
                await database.Shipments.Where(one => one.Id == shipment.Id).ExecuteUpdateAsync(
                    one => one.SetProperty(s => s.Status, status).SetProperty(s => s.LabelPrints, printed)
                        .SetProperty(s => s.LastScanAt, scanned ? at : null).SetProperty(s => s.StatusAt, old ? at.AddDays(-31) : at),
                    Token);
            }
        }

        var list = new ListShipments(databases, clock);
        var counts = await list.CountAsync(actor, sheet: null, Token);
        foreach (var tile in Enum.GetValues<ShipmentTile>())
        {
            Assert.Equal(counts[tile], (await list.ExecuteAsync(actor, new ShipmentFilter { Tile = tile }, Token)).Total);
        }

        Assert.Equal((1, 1, 4, 3), (counts[ShipmentTile.ToPrint], counts[ShipmentTile.ToHandOver], counts[ShipmentTile.NeedsYou], counts[ShipmentTile.Delivered]));
    }

    [Theory, EachDatabase]
    public async Task List_WithText_FindsByEverythingASellerKnows(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (seller, actor) = await SellerAsync(databases);
        await using var database = databases.CreateDbContext();
        var shipment = await TestShipments.BookAsync(database, seller.Id, consignee: "Principal, Kendriya Vidyalaya");
        await TestShipments.BookAsync(database, seller.Id, consignee: "कार्यपालन अभियंता");
        var list = new ListShipments(databases, clock);
        foreach (var (text, found) in new[]
        {
            (shipment.Article, 1), (shipment.Article[4..11], 1), ("kendriya", 1), ("अभियंता", 1), ("ord-7781", 2), ("9826054321", 2), ("98260 54321", 2),
            ("GEMC-511687754738820", 2), ("acm/26", 2), ("nobody", 0), ("%", 0), ("'", 0),
        })
        {
            Assert.Equal(found, (await list.ExecuteAsync(actor, new ShipmentFilter { Text = text }, Token)).Total);
        }
    }

    [Theory, EachDatabase]
    public async Task Read_OfAnotherSellersShipment_FindsNothing(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var (mine, actor) = await SellerAsync(databases);
        var (_, stranger) = await SellerAsync(databases);
        await using var database = databases.CreateDbContext();
        var shipment = await TestShipments.BookAsync(database, mine.Id);
        var read = new ReadShipment(databases, RealTariffs.InForce, Options.Create(new SilenceRules()), clock);

        Assert.Null(await read.ExecuteAsync(stranger, shipment.Id, Token));
        Assert.Null(await read.VersionAsync(stranger, shipment.Id, Token));
        var detail = await read.ExecuteAsync(actor, shipment.Id, Token);
        Assert.Equal(shipment.Consignee, detail!.Consignee);
        Assert.Equal(shipment.Price, detail.Price);
        Assert.Equal(HistoryKind.Booked, Assert.Single(detail.Timeline).Kind);
        Assert.Equal(detail.Version, await read.VersionAsync(actor, shipment.Id, Token));
    }

    [Fact]
    public async Task List_BeyondFifty_HasASecondPage()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (seller, actor) = await SellerAsync(databases);
        await using (var database = databases.CreateDbContext())
        {
            for (var i = 0; i < 52; i++) database.Shipments.Add(TestShipments.New(seller.Id));
            await database.SaveChangesAsync(Token);
        }

        var list = new ListShipments(databases, clock);
        var first = await list.ExecuteAsync(actor, new ShipmentFilter(), Token);
        var second = await list.ExecuteAsync(actor, new ShipmentFilter { Place = first.Next }, Token);
        Assert.Equal((50, 52, 2, 52), (first.Rows.Count, first.Total, second.Rows.Count, second.Total));
        Assert.Null(second.Next);
        Assert.Equal(52, first.Rows.Concat(second.Rows).DistinctBy(row => row.Id).Count());
    }

    [Theory]
    [InlineData("ToPrint", ShipmentTile.ToPrint)]
    [InlineData("toprint", ShipmentTile.ToPrint)]
    [InlineData("99", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, null)]
    public void Of_ATileInTheAddress_IsReadOrLeftOut(string? tile, ShipmentTile? expected) =>
        Assert.Equal(expected, ShipmentFilter.Parse($"?tile={tile}&page=-4").Tile);

    private static Actor Nobody() => new() { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.Seller } };

    private static async Task<(Seller Seller, Actor Actor)> SellerAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        return await TestSellers.ApprovedAsync(database);
    }
}
