using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Booking;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Domain.Work;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.BulkBooking.Checking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>Work on a sheet that is given up leaves no sheet behind that seems to be worked on.</summary>
public sealed class FailedSheetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Check_GivenUp_IsToldAndCanBeAskedForAgain(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.UploadAsync(Sheets.GoodCsv(2));
        var broken = new CheckSheet(world.Databases, BulkWriters.Of(kind), world.Booking.Directory, new NoPrices(), world.Booking.Time);
        var item = await FailAsync(world, broken);
        Assert.Equal(BulkStatus.Checking, (await world.JobAsync(id)).Status);
        await GiveUpAsync(world, broken, item);
        Assert.Equal(BulkStatus.Failed, (await world.JobAsync(id)).Status);

        Assert.True(await world.Steps.CheckAgainAsync(world.Actor, id, Token));
        await GiveUpAsync(world, broken, item);
        Assert.Equal(BulkStatus.Waiting, (await world.JobAsync(id)).Status);
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Ready, 2, 0), await StateAsync(world, id));
        await GiveUpAsync(world, broken, item);
        Assert.Equal((BulkStatus.Ready, 2, 0), await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Check_GivenUpAndTriedAgainByAnAdmin_GoesOn(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.UploadAsync(Sheets.GoodCsv(2));
        var broken = new CheckSheet(world.Databases, BulkWriters.Of(kind), world.Booking.Directory, new NoPrices(), world.Booking.Time);
        await GiveUpAsync(world, broken, await FailAsync(world, broken));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Ready, 2, 0), await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Booking_GivenUp_StopsAndCanBeAskedForAgain(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(2));
        Assert.True(await world.BookAsync(id));
        var broken = new BookRows(world.Databases, new BookingWriter(BulkWriters.Of(kind)), world.Booking.Directory, new NoPrices(), new WorkSignal(), world.Booking.Time);
        var item = await FailAsync(world, broken);
        Assert.Equal(BulkStatus.Booking, (await world.JobAsync(id)).Status);
        await GiveUpAsync(world, broken, item);
        var job = await world.JobAsync(id);
        Assert.Equal((BulkStatus.Ready, BulkStop.Failed, 0, 0), (job.Status, job.Stop, job.Booked, job.Bad));

        Assert.True(await world.BookAsync(id));
        await GiveUpAsync(world, broken, item);
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Finished, 2, 0), await StateAsync(world, id));
        Assert.Equal((2, 2, 2, 2), await world.Booking.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Check_CellsThatNoDatabaseHolds_AreCleaned(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        string[] row = [.. Sheets.Good(1).Replace("\"Shop 1, Civil Lines\"", "Shop 1_x0000_2", StringComparison.Ordinal).Replace("Consignee 1", "Asha_xD800_ Rao_x0007_", StringComparison.Ordinal).Split(',')];
        var id = await world.CheckedAsync(Sheets.Xlsx(Sheets.Header.Split(','), row), "parcels.xlsx");
        Assert.Equal((BulkStatus.Ready, 1, 0), await StateAsync(world, id));
        var cells = RowJson.ReadCells(Assert.Single(await world.RowsAsync(id)).Row.Cells);
        Assert.Equal(("Shop 1 2", "Asha  Rao"), (cells[SheetColumn.Line1].Text, cells[SheetColumn.Name].Text));
    }

    /// <returns>The work that failed; it is still in the queue.</returns>
    private static async Task<WorkItem> FailAsync(BulkWorld world, IWorkHandler handler)
    {
        await using var database = world.Databases.CreateDbContext();
        var item = await database.WorkItems.AsNoTracking().SingleAsync(Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => handler.ExecuteAsync(item, Token));
        return item;
    }

    private static async Task GiveUpAsync(BulkWorld world, IWorkHandler handler, WorkItem item)
    {
        await using var database = world.Databases.CreateDbContext();
        await database.WorkItems.Where(other => other.Id == item.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.DeadAt, world.Booking.Time.GetUtcNow()), Token);
        await handler.GiveUpAsync(database, item, Token);
    }

    private static async Task<(BulkStatus Status, int Rows, int Bad)> StateAsync(BulkWorld world, Guid id)
    {
        var job = await world.JobAsync(id);
        return (job.Status, job.Rows, job.Bad);
    }

    private sealed class NoPrices : IBookingPrices
    {
        public Money? FeeOf(AddOn addOn, int? declaredValueRupees, DateOnly postedOn) => throw new InvalidOperationException("The tariff is away.");

        public BookingPriceList Quote(BookingPriceRequest request) => throw new InvalidOperationException("The tariff is away.");
    }
}
