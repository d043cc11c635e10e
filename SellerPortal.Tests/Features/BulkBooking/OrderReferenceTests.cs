using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>An order is booked once, however it is written and whoever books it.</summary>
public sealed class OrderReferenceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Check_OrderBookedInOtherLetters_IsTaken(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        Assert.True(await world.BookAsync(await world.CheckedAsync(Sheet("gem  größe-1", "Straße 2", "free-3"))));
        await world.DoWorkAsync();
        await CancelAsync(world, "free-3");

        var id = await world.CheckedAsync(Sheet("GEM GRÖßE-1", "STRAßE   2", "FREE-3", "other"));
        Assert.Equal([true, true, false, false], (await world.RowsAsync(id)).Select(row => row.Row.IsBad));
        Assert.All(await world.RowsAsync(id, RowFilter.Bad), row => Assert.Equal(["Order:OrderBooked"], Faults(row)));
    }

    [Theory, EachDatabase]
    public async Task Check_OrderChangedAfterTheBooking_IsTakenAsItIsNow(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        await using (var database = world.Databases.CreateDbContext())
        {
            var shipment = await TestShipments.BookAsync(database, world.Booking.Seller.Id);
            shipment.Change(shipment.EditableFacts with { References = shipment.References with { Order = "Po-9" } });
            await database.SaveChangesAsync(Token);
        }

        var rows = await world.RowsAsync(await world.CheckedAsync(Sheet("ORD-7781", "PO-9")));
        Assert.Equal([false, true], rows.Select(row => row.Row.IsBad));
    }

    [Theory, EachDatabase]
    public async Task Correct_IntoABookedOrderInOtherLetters_IsRefused(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        Assert.True(await world.BookAsync(await world.CheckedAsync(Sheet("Ord-7"))));
        await world.DoWorkAsync();
        var id = await world.CheckedAsync(Sheet("1.2E+14"));
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Order] = "oRD-7" }, Token));
        Assert.Equal(["Order:OrderBooked"], Faults(Assert.Single(await world.RowsAsync(id))));
    }

    [Theory, EachDatabase]
    public async Task Correct_IntoTheOrderOfALaterRow_KeepsItAsACheckWould(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheet("A", "B", "C"));
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Order] = "c" }, Token));
        var corrected = await StateAsync(world, id);
        Assert.Equal(["C:", "B:", "C:OrderTwice 2"], corrected);
        Assert.Equal(1, (await world.JobAsync(id)).Bad);
        Assert.True(await world.Steps.CheckAgainAsync(world.Actor, id, Token));
        await world.DoWorkAsync();
        Assert.Equal(corrected, await StateAsync(world, id));

        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Order] = "" }, Token));
        Assert.Equal([":", "B:", "C:"], await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Book_TwoSheetsWithTheSameOrdersOnTwoNodes_BooksEachOrderOnce(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var first = await world.CheckedAsync(Sheets.GoodCsv(600));
        var second = await world.CheckedAsync(Sheets.Csv(Enumerable.Range(1, 600).Select(Sheets.Good).Reverse().Prepend(Sheets.Header)));
        Assert.True(await world.BookAsync(first));
        Assert.True(await world.BookAsync(second));
        List<WorkItem> items;
        await using (var database = world.Databases.CreateDbContext()) items = await database.WorkItems.AsNoTracking().ToListAsync(Token);
        await Task.WhenAll(items.Select(item => Task.Run(() => world.Book.ExecuteAsync(item, Token), Token)));

        Assert.Equal((600, 600, 600, 600), await world.Booking.CountAsync());
        await using var after = world.Databases.CreateDbContext();
        Assert.Equal(600, await after.Shipments.Select(shipment => shipment.References.Order).Distinct().CountAsync(Token));
        Assert.Equal(600, (await world.JobAsync(first)).Booked + (await world.JobAsync(second)).Booked);
        Assert.Equal(600, (await world.JobAsync(first)).Bad + (await world.JobAsync(second)).Bad);
    }

    private static byte[] Sheet(params string[] orders) =>
        Sheets.Csv(orders.Select((order, i) => Sheets.Good(i + 1).Replace($"ORD-{i + 1},", $"{order},", StringComparison.Ordinal)).Prepend(Sheets.Header));

    private static async Task CancelAsync(BulkWorld world, string order)
    {
        await using var database = world.Databases.CreateDbContext();
        var shipment = await database.Shipments.SingleAsync(shipment => shipment.References.Order == order, Token);
        shipment.Cancel(shipment.Price.Total, world.Booking.Time.GetUtcNow());
        await database.SaveChangesAsync(Token);
    }

    private static async Task<IEnumerable<string>> StateAsync(BulkWorld world, Guid id) => (await world.RowsAsync(id)).Select(row =>
        $"{row.Row.Order}:{string.Join(',', RowJson.ReadFaults(row.Row.Faults).Select(fault => $"{fault.Code} {fault.Detail}"))}").ToList();

    private static IEnumerable<string> Faults(BulkRowView row) => RowJson.ReadFaults(row.Row.Faults).Select(fault => $"{fault.Column}:{fault.Code}");
}
