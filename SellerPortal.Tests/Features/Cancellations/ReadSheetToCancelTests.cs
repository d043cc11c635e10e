using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Cancellations;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

/// <summary>What cancelling a whole sheet would do, before it is done.</summary>
public sealed class ReadSheetToCancelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_ParcelsInSeveralStates_SumsWhatCanBeCancelledInTheOrderOfTheRows(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        world.Rules.RefundPercentAfterHandOver = 50;
        var (first, gone, scanned, cancelled) = (await world.BookAsync(), await world.BookAsync(), await world.BookAsync(), await world.BookAsync());
        var apart = await world.BookAsync();
        var sheet = await world.SheetAsync(scanned, gone, first, cancelled);
        await world.ScanAsync(gone.Article, "BAG_DISPATCH", "Bag Dispatched");
        await world.ScanAsync(scanned.Article, "ITEM_BOOK", "Item Booked");
        await world.Cancel.ExecuteAsync(world.Actor, [cancelled.Id], Token);

        var read = await ReadAsync(world, sheet);
        Assert.Equal("orders.xlsx", read!.FileName);
        Assert.Equal(4, read.Parcels);
        Assert.Equal([scanned.Id, first.Id], read.Possible);
        Assert.Equal(new Money((first.Price.Total.Paise / 2) + first.Price.Total.Paise), read.Refund);
        Assert.Equal([KeyValuePair.Create(ActRefusal.Cancelled, 1), KeyValuePair.Create(ActRefusal.Dispatched, 1)], read.Refused.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal));

        await world.Cancel.ExecuteAsync(world.Actor, read.Possible, Token);
        var after = await ReadAsync(world, sheet);
        Assert.Empty(after!.Possible);
        Assert.Equal(Money.Zero, after.Refund);
        Assert.Equal(ShipmentStatus.Booked, (await world.ReadAsync(apart.Id)).Status);
    }

    [Theory, EachDatabase]
    public async Task Read_SheetOfAnotherSeller_DoesNotExist(DatabaseKind kind)
    {
        await using var world = await CancellationWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var (other, _) = await TestSellers.ApprovedAsync(database);
        var sheet = await TestSheets.AddAsync(database, other.Id, "theirs.xlsx", await TestShipments.BookAsync(database, other.Id));
        Assert.Null(await ReadAsync(world, sheet));
        Assert.Null(await ReadAsync(world, Guid.CreateVersion7()));
    }

    private static Task<SheetToCancel?> ReadAsync(CancellationWorld world, Guid sheet) =>
        new ReadSheetToCancel(world.Databases, world.Cancel).ExecuteAsync(world.Actor, sheet, Token);
}
