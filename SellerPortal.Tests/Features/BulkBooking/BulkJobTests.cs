using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.Manifests;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

public sealed class BulkJobTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Sheet_OfGoodRows_IsCheckedPricedAndBooked(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(600));
        var job = await world.JobAsync(id);
        Assert.Equal((BulkStatus.Ready, 600, 0, 0), (job.Status, job.Rows, job.Bad, job.Booked));
        Assert.All(await world.RowsAsync(id), row => Assert.Equal((27_000, "Other States"), (row.Row.Total!.Value.Paise, row.Row.Zone)));

        Assert.True(await world.BookAsync(id));
        await world.DoWorkAsync();
        job = await world.JobAsync(id);
        Assert.Equal((BulkStatus.Finished, 600), (job.Status, job.Booked));
        Assert.Equal((600, 600, 600, 600), await world.Booking.CountAsync());
        var rows = await world.RowsAsync(id);
        Assert.Equal(600, rows.Select(row => row.Article).Distinct().Count(article => article is not null));

        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(600, await database.ShipmentChanges.CountAsync(Token));
        Assert.Empty(await database.BulkFiles.ToListAsync(Token));
        Assert.All(await database.Shipments.ToListAsync(Token), shipment => Assert.Equal((27_000, "Raipur HO"), (shipment.Price.Total.Paise, shipment.DeliveryOffice)));
    }

    [Theory, EachDatabase]
    public async Task Labels_OfASheet_AreOrderedInTheOrderOfItsRowsByItsSellerOnly(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(5));
        var order = new OrderSheetLabels(world.Databases, new WorkSignal(), world.Booking.Time);
        Assert.Null(await order.ExecuteAsync(world.Actor, id, Token));
        await world.BookAsync(id);
        await world.DoWorkAsync();
        var file = await order.ExecuteAsync(world.Actor, id, Token);
        var rows = await world.RowsAsync(id);
        await using var database = world.Databases.CreateDbContext();
        var job = await database.LabelJobs.SingleAsync(job => job.Id == file, Token);
        Assert.Equal(rows.Select(row => row.ShipmentId!.Value), job.ShipmentIds());
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.Null(await order.ExecuteAsync(stranger, id, Token));
    }

    [Theory, EachDatabase]
    public async Task Shipments_OfASheet_StandInListsAndOnPaperInTheOrderOfItsRows(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(30));
        await world.BookAsync(id);
        await world.DoWorkAsync();
        var rows = await world.RowsAsync(id);
        var list = await new ListShipments(world.Databases, world.Booking.Time).ExecuteAsync(world.Actor, new ShipmentFilter(), Token);
        Assert.Equal(rows.OrderBy(row => row.Row.Number).Select(row => row.ShipmentId!.Value), list.Rows.Select(row => row.Id));
        Assert.Equal(list.Rows.Select(row => row.Article).Order(StringComparer.Ordinal), list.Rows.Select(row => row.Article));

        var manifest = Assert.IsType<FillResult.Filled>(await new FillManifest(world.Databases, world.Booking.Time).ExecuteAsync(world.Actor, null, null, Token)).Id;
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(list.Rows.Select(row => row.Id), (await database.OpenLinesAsync(manifest, Token)).Select(line => line.ShipmentId));
    }

    [Theory, EachDatabase]
    public async Task Check_WrongCells_AreNamedWithTheirRemedy(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.Csv(
            Sheets.Header,
            Sheets.Good(1),
            "1.2E+14,Ravi Kumar,9826012345,Civil Lines,Raipur,492001,500,Cloth",
            "B,Ravi Kumar,12345,Civil Lines,Raipur,999999,heavy,Cloth",
            "ord-1,Ravi Kumar,९८२६०१२३४५,Civil Lines,,४९२००१,0.5 kg,Cloth",
            "C,Ravi Kumar,9826012345,Civil Lines,Raipur,110002,500,#N/A"));
        var rows = await world.RowsAsync(id, RowFilter.Bad);
        Assert.Equal(["Order:LongNumber"], Faults(rows[0]));
        Assert.Equal(["Mobile:MobileMalformed", "Weight:NotAWeight"], Faults(rows[1]));
        Assert.Equal(["Order:OrderTwice"], Faults(rows[2]));
        Assert.Equal("2", RowJson.ReadFaults(rows[2].Row.Faults)[0].Detail);
        Assert.Equal(["Contents:ErrorCell"], Faults(rows[3]));
        Assert.Equal(4, (await world.JobAsync(id)).Bad);
    }

    [Theory, EachDatabase]
    public async Task Rows_WithLocationAndEmail_AreBookedFromThereForThatAddressee(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var godown = TestSellers.Address("110001") with { Line1 = "Shed 4, Okhla", City = "New Delhi", State = "Delhi" };
        await using (var database = world.Databases.CreateDbContext())
        {
            var (other, _) = await TestSellers.ApprovedAsync(database);
            database.PickupLocations.Add(PickupLocation.Of(Guid.CreateVersion7(), world.Booking.Seller.Id, "Delhi godown", godown));
            database.PickupLocations.Add(PickupLocation.Of(Guid.CreateVersion7(), other.Id, "Theirs", godown));
            await database.SaveChangesAsync(Token);
        }

        var id = await world.CheckedAsync(Sheets.Csv(
            $"{Sheets.Header},Pickup location,E-mail",
            $"{Sheets.Good(1)},  delhi   GODOWN,Engineer@Example.in",
            $"{Sheets.Good(2)},,",
            $"{Sheets.Good(3)},Jabalpur,",
            $"{Sheets.Good(4)},Theirs,not an address"));
        var bad = Assert.Single(await world.RowsAsync(id, RowFilter.Bad));
        Assert.Equal(["Email:EmailMalformed", "PickupLocation:NoSuchLocation"], Faults(bad));
        Assert.Equal("Jabalpur, Delhi godown", RowJson.ReadFaults(bad.Row.Faults)[1].Detail);
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 5, new Dictionary<SheetColumn, string> { [SheetColumn.PickupLocation] = "Delhi Godown", [SheetColumn.Email] = "" }, Token));

        await world.BookAsync(id);
        await world.DoWorkAsync();
        Assert.Equal(BulkStatus.Finished, (await world.JobAsync(id)).Status);
        await using var after = world.Databases.CreateDbContext();
        var booked = await after.Shipments.OrderBy(shipment => shipment.References.Order).ToListAsync(Token);
        Assert.Equal(["Shed 4, Okhla", "Godown 2, Napier Town", "Godown 2, Napier Town", "Shed 4, Okhla"], booked.Select(shipment => shipment.Consignor.Line1));
        Assert.Equal(["New Delhi HO", "Jabalpur HO", "Jabalpur HO", "New Delhi HO"], booked.Select(shipment => shipment.BookingOffice));
        Assert.Equal(["engineer@example.in", null, null, null], booked.Select(shipment => shipment.ConsigneeEmail?.ToLowerInvariant()));
    }

    [Theory, EachDatabase]
    public async Task Rows_WhoseLocationIsRemovedMeanwhile_AreNotBooked(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        database.PickupLocations.Add(PickupLocation.Of(Guid.CreateVersion7(), world.Booking.Seller.Id, "Delhi godown", TestSellers.Address("110001")));
        await database.SaveChangesAsync(Token);
        var id = await world.CheckedAsync(Sheets.Csv($"{Sheets.Header},Godown", $"{Sheets.Good(1)},Delhi godown", $"{Sheets.Good(2)},"));
        await world.BookAsync(id);
        await database.PickupLocations.ExecuteDeleteAsync(Token);
        await world.DoWorkAsync();
        Assert.Equal((1, 1), ((await world.JobAsync(id)).Booked, (await world.JobAsync(id)).Bad));
        Assert.Equal(["PickupLocation:NoSuchLocation"], Faults(Assert.Single(await world.RowsAsync(id, RowFilter.Bad))));
    }

    [Theory, EachDatabase]
    public async Task Correct_WrongCell_MakesTheRowGoodAndFreesItsTwin(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(1), Sheets.Good(2).Replace("492001", "49200", StringComparison.Ordinal)));
        Assert.Equal(2, (await world.JobAsync(id)).Bad);
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 4, new Dictionary<SheetColumn, string> { [SheetColumn.Pincode] = "492001" }, Token));
        Assert.Equal(1, (await world.JobAsync(id)).Bad);

        // The first of two rows with the same order gets another one; the second is free then.
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Order] = "ORD-1-A" }, Token));
        Assert.Equal(0, (await world.JobAsync(id)).Bad);
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Order] = "ord-2" }, Token));
        Assert.Equal(["Order:OrderTwice"], Faults(Assert.Single(await world.RowsAsync(id, RowFilter.Bad))));
    }

    [Theory, EachDatabase]
    public async Task Book_OnlyTheGoodRows_LeavesTheOthersToBeCorrectedAndBooked(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(2).Replace("492001", "1", StringComparison.Ordinal)));
        Assert.True(await world.BookAsync(id));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Ready, 1, 1), await StateAsync(world, id));
        Assert.False(await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string>(), Token));
        Assert.True(await world.Correct.ExecuteAsync(world.Actor, id, 3, new Dictionary<SheetColumn, string> { [SheetColumn.Pincode] = "492001" }, Token));
        Assert.True(await world.BookAsync(id));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Finished, 2, 0), await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Book_PressedTwiceAtOnce_BooksOnce(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(5));
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.BookAsync(id), Token)));
        Assert.Single(taken, one => one);
        await world.DoWorkAsync();
        Assert.Equal((5, 5, 5, 5), await world.Booking.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Book_ByTwoWorkersAtOnce_BooksEachRowOnce(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(700));
        await world.BookAsync(id);
        await using var database = world.Databases.CreateDbContext();
        var item = await database.WorkItems.AsNoTracking().SingleAsync(Token);
        await Task.WhenAll(Task.Run(() => world.Book.ExecuteAsync(item, Token), Token), Task.Run(() => world.Book.ExecuteAsync(item, Token), Token));
        Assert.Equal((700, 700, 700, 700), await world.Booking.CountAsync());
        Assert.Equal((BulkStatus.Finished, 700, 0), await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Book_RangeExhaustedInTheMiddle_KeepsTheRestForLater(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind, numbers: 300);
        var id = await world.CheckedAsync(Sheets.GoodCsv(400));
        await world.BookAsync(id);
        await world.DoWorkAsync();
        var job = await world.JobAsync(id);
        Assert.Equal((BulkStatus.Ready, 300, BulkStop.RangeExhausted, ProductCode.SpeedPostParcel), (job.Status, job.Booked, job.Stop, job.StopProduct));

        await using var database = world.Databases.CreateDbContext();
        var more = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EF", First = 0, Last = 999 };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(more, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
        Assert.True(await world.BookAsync(id));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Finished, 400, 0), await StateAsync(world, id));
        Assert.Equal((400, 400, 400, 400), await world.Booking.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Book_OtherPriceThanShown_BooksNothingUntilCheckedAgain(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(3));
        world.Booking.Prices.TotalPaise = 28_000;
        await world.BookAsync(id);
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Ready, 0, 3), await StateAsync(world, id));
        Assert.All(await world.RowsAsync(id), row => Assert.Equal([":PriceChanged"], Faults(row)));

        Assert.True(await world.Steps.CheckAgainAsync(world.Actor, id, Token));
        await world.DoWorkAsync();
        Assert.True(await world.BookAsync(id));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Finished, 3, 0), await StateAsync(world, id));
    }

    [Theory, EachDatabase]
    public async Task Upload_SameFileAgain_PointsToTheEarlierOneAndItsOrdersAreTaken(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var first = await world.CheckedAsync(Sheets.GoodCsv(2));
        await world.BookAsync(first);
        await world.DoWorkAsync();
        var second = await world.CheckedAsync(Sheets.GoodCsv(2));
        Assert.Equal(first, (await world.JobAsync(second)).EarlierJobId);
        Assert.All(await world.RowsAsync(second), row => Assert.Equal(["Order:OrderBooked"], Faults(row)));
        Assert.False(await world.BookAsync(second));

        world.Booking.Time.Advance(TimeSpan.FromHours(25));
        Assert.Null((await world.JobAsync(await world.CheckedAsync(Sheets.GoodCsv(2)))).EarlierJobId);
    }

    [Theory, EachDatabase]
    public async Task Upload_SameFormTwiceAtOnce_MakesOneJob(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var key = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Upload.ExecuteAsync(world.Actor, key, "a.csv", Sheets.GoodCsv(2), Token), Token)));
        Assert.All(results, result => Assert.Equal(key, Assert.IsType<UploadResult.Taken>(result).JobId));
        Assert.Single((await world.Read.JobsAsync(world.Actor, 1, Token)).Jobs);
    }

    [Theory, EachDatabase]
    public async Task Cancel_BetweenTwoPortions_KeepsWhatIsBooked(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(700));
        await world.BookAsync(id);
        var booking = world.DoWorkAsync();
        while ((await world.JobAsync(id)) is { Status: BulkStatus.Booking, Booked: 0 }) await Task.Delay(5, Token);
        await world.Steps.CancelAsync(world.Actor, id, Token);
        await booking;
        var job = await world.JobAsync(id);
        var counts = await world.Booking.CountAsync();
        Assert.Equal((job.Booked, job.Booked, job.Booked, job.Booked), counts);
        Assert.True(job.Status is BulkStatus.Cancelled or BulkStatus.Finished);
    }

    [Theory, EachDatabase]
    public async Task Columns_Unknown_AreAskedForOnceAndRemembered(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var strange = Sheets.Csv(Sheets.Header.Replace("Pincode", "Where to", StringComparison.Ordinal), Sheets.Good(1));
        var id = await world.CheckedAsync(strange);
        var job = await world.JobAsync(id);
        Assert.Equal(BulkStatus.NeedsColumns, job.Status);
        var map = RowJson.ReadMap(job.Map);
        Assert.False(await world.Steps.SetColumnsAsync(world.Actor, id, map, Token));
        var named = new SheetMap([.. map.Columns.Select(column => column.Header == "Where to" ? column with { Column = SheetColumn.Pincode } : column)]);
        Assert.True(await world.Steps.SetColumnsAsync(world.Actor, id, named, Token));
        await world.DoWorkAsync();
        Assert.Equal((BulkStatus.Ready, 0, 0), await StateAsync(world, id));

        var next = await world.CheckedAsync(Sheets.Csv(Sheets.Header.Replace("Pincode", "WHERE TO", StringComparison.Ordinal), Sheets.Good(2)));
        Assert.Equal((BulkStatus.Ready, 0, 0), await StateAsync(world, next));
    }

    [Theory, EachDatabase]
    public async Task Check_FileThatCannotBeRead_RefusesTheJobAndDropsTheFile(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync([.. "a,b\n1,"u8, 0xFF, 10]);
        var job = await world.JobAsync(id);
        Assert.Equal((BulkStatus.Refused, SheetRefusal.NotUtf8, 2), (job.Status, job.Refusal, job.RefusalLine));
        await using var database = world.Databases.CreateDbContext();
        Assert.Empty(await database.BulkFiles.ToListAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Steps_OfAnotherSellerOrViewer_AreNotTaken(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.GoodCsv(1));
        await using var database = world.Databases.CreateDbContext();
        var (_, other) = await TestSellers.ApprovedAsync(database);
        foreach (var actor in new[] { other, world.Actor with { Team = TeamRole.ViewOnly } })
        {
            Assert.Equal(BookStep.None, await world.Steps.BookAsync(actor, id, again: true, Token));
            Assert.False(await world.Steps.CancelAsync(actor, id, Token));
            Assert.False(await world.Steps.CheckAgainAsync(actor, id, Token));
            Assert.False(await world.Correct.ExecuteAsync(actor, id, 2, new Dictionary<SheetColumn, string>(), Token));
        }

        Assert.Null(await world.Read.FindAsync(other, id, Token));
        Assert.Null(await world.Read.AllRowsAsync(other, id, RowFilter.All, Token));
        Assert.Equal(0, (await world.Read.RowsAsync(other, id, RowFilter.All, 1, Token)).Total);
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(id)).Status);
    }

    private static async Task<(BulkStatus Status, int Booked, int Bad)> StateAsync(BulkWorld world, Guid id)
    {
        var job = await world.JobAsync(id);
        return (job.Status, job.Booked, job.Bad);
    }

    private static IEnumerable<string> Faults(BulkRowView row) => RowJson.ReadFaults(row.Row.Faults).Select(fault => $"{fault.Column}:{fault.Code}");
}
