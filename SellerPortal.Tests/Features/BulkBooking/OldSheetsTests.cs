using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Features.Shipments;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>What sheets say of consignees is not kept for ever; what was booked is.</summary>
public sealed class OldSheetsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Rows_OfAnOldSheet_AreForgottenAndItsParcelsAreNot(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var booked = await world.CheckedAsync(Sheets.GoodCsv(3));
        Assert.True(await world.BookAsync(booked));
        await world.DoWorkAsync();
        var left = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(7).Replace("492001", "1", StringComparison.Ordinal)));
        world.Booking.Time.Advance(OldSheets.RowsFor - TimeSpan.FromDays(1));
        var fresh = await world.CheckedAsync(Sheets.GoodCsv(5));
        Assert.All(await world.RowsAsync(booked), row => Assert.Contains("Consignee", row.Row.Cells, StringComparison.Ordinal));

        world.Booking.Time.Advance(TimeSpan.FromDays(2));
        await world.CheckedAsync(Sheets.GoodCsv(6));
        foreach (var id in new[] { booked, left })
        {
            Assert.True((await world.JobAsync(id)).IsForgotten);
            Assert.All(await world.RowsAsync(id), row => Assert.Equal(("{}", null, null), (row.Row.Cells, row.Row.Faults, row.Row.Order)));
        }

        Assert.Equal((BulkStatus.Finished, 3, 3), ((await world.JobAsync(booked)).Status, (await world.JobAsync(booked)).Rows, (await world.JobAsync(booked)).Booked));
        Assert.Equal((BulkStatus.Cancelled, 1, 1), ((await world.JobAsync(left)).Status, (await world.JobAsync(left)).Rows, (await world.JobAsync(left)).Bad));
        Assert.False((await world.JobAsync(fresh)).IsForgotten);
        Assert.All(await world.RowsAsync(booked), row => Assert.NotNull(row.Article));
        var list = await new ListShipments(world.Databases, world.Booking.Time).ExecuteAsync(world.Actor, new ShipmentFilter { Sheet = booked }, Token);
        Assert.Equal(3, list.Rows.Count);
    }

    [Theory, EachDatabase]
    public async Task File_OfASheetNobodyWentOnWith_IsForgotten(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var ready = await world.CheckedAsync(Sheets.GoodCsv(2));
        var unread = await world.CheckedAsync(Sheets.Csv("what,ever", "1,2"));
        world.Booking.Time.Advance(OldSheets.FilesFor + TimeSpan.FromDays(1));
        var fresh = await world.CheckedAsync(Sheets.GoodCsv(3));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal([fresh], await database.BulkFiles.Select(file => file.JobId).ToListAsync(Token));
        Assert.Equal((BulkStatus.Ready, BulkStatus.Cancelled), ((await world.JobAsync(ready)).Status, (await world.JobAsync(unread)).Status));
        Assert.True(await world.BookAsync(ready));
    }

    [Theory, EachDatabase]
    public async Task Jobs_MoreThanAPage_AreAllFound(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var ids = new List<Guid>();
        for (var i = 0; i < ReadJobs.JobsOfAPage + 2; i++)
        {
            world.Booking.Time.Advance(TimeSpan.FromMinutes(1));
            ids.Add(await world.UploadAsync(Sheets.GoodCsv(1)));
        }

        var (first, second) = (await world.Read.JobsAsync(world.Actor, 1, Token), await world.Read.JobsAsync(world.Actor, 2, Token));
        Assert.Equal((ReadJobs.JobsOfAPage, 2, ids.Count), (first.Jobs.Count, second.Jobs.Count, first.Total));
        Assert.Equal(Enumerable.Reverse(ids), first.Jobs.Concat(second.Jobs).Select(job => job.Id));
    }
}
