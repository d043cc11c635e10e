using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>What a column holds can be said anew until the sheet is booked.</summary>
public sealed class ChangeColumnsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Columns_OfACheckedSheet_AreReadAnewAndRememberedOtherwise(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var file = Sheets.Csv(Sheets.Header.Replace("Order", "PO ref", StringComparison.Ordinal), Sheets.Good(1), Sheets.Good(2));
        var id = await world.CheckedAsync(file);
        Assert.True((await world.Read.FindAsync(world.Actor, id, Token))!.MayChangeColumns);
        Assert.All(await world.RowsAsync(id), row => Assert.Null(row.Row.Order));

        Assert.True(await world.Steps.SetColumnsAsync(world.Actor, id, await MapAsync(world, id, "PO ref", SheetColumn.Invoice), Token));
        await world.DoWorkAsync();
        Assert.True(await world.Steps.SetColumnsAsync(world.Actor, id, await MapAsync(world, id, "PO ref", SheetColumn.Order), Token));
        await world.DoWorkAsync();
        Assert.Equal(["ORD-1", "ORD-2"], (await world.RowsAsync(id)).Select(row => row.Row.Order));
        Assert.Equal((BulkStatus.Ready, 2, 0), ((await world.JobAsync(id)).Status, (await world.JobAsync(id)).Rows, (await world.JobAsync(id)).Bad));
        Assert.Equal(["ORD-1", "ORD-2"], (await world.RowsAsync(await world.CheckedAsync(file))).Select(row => row.Row.Order));
    }

    [Theory, EachDatabase]
    public async Task Columns_TwoWithTheSameHeader_AreReadAsTheSellerSays(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header.Replace("City", "Address line 1", StringComparison.Ordinal), Sheets.Good(1)));
        var map = RowJson.ReadMap((await world.JobAsync(id)).Map);
        Assert.Equal(BulkStatus.NeedsColumns, (await world.JobAsync(id)).Status);
        Assert.True(await world.Steps.SetColumnsAsync(world.Actor, id, new SheetMap([.. map.Columns.Select(column => column.Index == 4 ? column with { Column = SheetColumn.City } : column)]), Token));
        await world.DoWorkAsync();
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(id)).Status);
        Assert.Equal("Raipur", RowJson.ReadCells(Assert.Single(await world.RowsAsync(id)).Row.Cells)[SheetColumn.City].Text);
    }

    [Theory, EachDatabase]
    public async Task CheckAgain_RowWasCorrected_KeepsTheCorrection(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var id = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(1).Replace("492001", "1", StringComparison.Ordinal)));
        await world.Correct.ExecuteAsync(world.Actor, id, 2, new Dictionary<SheetColumn, string> { [SheetColumn.Pincode] = "110001" }, Token);
        Assert.True(await world.Steps.CheckAgainAsync(world.Actor, id, Token));
        await world.DoWorkAsync();
        Assert.Equal("110001", RowJson.ReadCells(Assert.Single(await world.RowsAsync(id)).Row.Cells)[SheetColumn.Pincode].Text);
    }

    [Theory, EachDatabase]
    public async Task Columns_BookedOrCancelled_StayAndTheFileIsGone(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var booked = await world.CheckedAsync(Sheets.Csv(Sheets.Header, Sheets.Good(1), Sheets.Good(2).Replace("492001", "1", StringComparison.Ordinal)));
        var cancelled = await world.CheckedAsync(Sheets.GoodCsv(3));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(2, await database.BulkFiles.CountAsync(Token));
        Assert.True(await world.BookAsync(booked));
        await world.DoWorkAsync();
        Assert.True(await world.Steps.CancelAsync(world.Actor, cancelled, Token));
        Assert.Equal(0, await database.BulkFiles.CountAsync(Token));
        foreach (var id in new[] { booked, cancelled })
        {
            Assert.False((await world.Read.FindAsync(world.Actor, id, Token))!.MayChangeColumns);
            Assert.False(await world.Steps.SetColumnsAsync(world.Actor, id, RowJson.ReadMap((await world.JobAsync(id)).Map), Token));
        }

        Assert.Equal((BulkStatus.Ready, 1), ((await world.JobAsync(booked)).Status, (await world.JobAsync(booked)).Booked));
    }

    private static async Task<SheetMap> MapAsync(BulkWorld world, Guid id, string header, SheetColumn meaning) =>
        new([.. RowJson.ReadMap((await world.JobAsync(id)).Map).Columns.Select(column => column.Header == header ? column with { Column = meaning } : column)]);
}
