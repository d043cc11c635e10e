using SellerPortal.Domain.BulkBooking;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>Rows without an order reference are told from booked ones by their file alone.</summary>
public sealed class SameFileTests
{
    private static readonly byte[] NoOrders = Sheets.Csv(
        Sheets.Header, Sheets.Good(1).Replace("ORD-1,", ",", StringComparison.Ordinal), Sheets.Good(2).Replace("ORD-2,", ",", StringComparison.Ordinal));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Book_AfterACancelledJobOfTheSameFile_StillAsksFirst(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var first = await world.CheckedAsync(NoOrders);
        Assert.True(await world.BookAsync(first));
        await world.DoWorkAsync();
        var second = await world.CheckedAsync(NoOrders);
        Assert.True(await world.Steps.CancelAsync(world.Actor, second, Token));
        world.Booking.Time.Advance(TimeSpan.FromDays(30));

        var third = await world.CheckedAsync(NoOrders);
        Assert.Equal(BookStep.BookedBefore, await world.Steps.BookAsync(world.Actor, third, again: false, Token));
        await world.DoWorkAsync();
        Assert.Equal(BulkStatus.Ready, (await world.JobAsync(third)).Status);
        Assert.Equal((2, 2, 2, 2), await world.Booking.CountAsync());
        var earlier = (await world.Read.FindAsync(world.Actor, third, Token))!.Earlier;
        Assert.Equal((first, 2), (earlier!.Id, earlier.Taken));

        Assert.True(await world.BookAsync(third, again: true));
        await world.DoWorkAsync();
        Assert.Equal((4, 4, 4, 4), await world.Booking.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Book_TwoJobsOfTheSameFileAtOnce_BooksOneAndAsksForTheOther(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        var jobs = new[] { await world.CheckedAsync(NoOrders), await world.CheckedAsync(NoOrders), await world.CheckedAsync(NoOrders) };
        var steps = await Task.WhenAll(jobs.Select(id => Task.Run(() => world.Steps.BookAsync(world.Actor, id, again: false, Token), Token)));
        Assert.Equal([BookStep.BookedBefore, BookStep.BookedBefore, BookStep.Begun], steps.Order());
        await world.DoWorkAsync();
        Assert.Equal((2, 2, 2, 2), await world.Booking.CountAsync());
    }

    [Theory, EachDatabase]
    public async Task Book_FileOfAnotherSeller_AsksNothing(DatabaseKind kind)
    {
        await using var world = await BulkWorld.CreateAsync(kind);
        Assert.True(await world.BookAsync(await world.CheckedAsync(NoOrders)));
        await using var database = world.Databases.CreateDbContext();
        var (_, other) = await TestSellers.ApprovedAsync(database);
        var theirs = Assert.IsType<UploadResult.Taken>(await world.Upload.ExecuteAsync(other, Guid.CreateVersion7(), "parcels.csv", NoOrders, Token)).JobId;
        await world.DoWorkAsync();
        Assert.Equal(BookStep.Begun, await world.Steps.BookAsync(other, theirs, again: false, Token));
    }
}
