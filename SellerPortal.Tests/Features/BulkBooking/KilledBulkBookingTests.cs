using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.BulkBooking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.BulkBooking;

/// <summary>The portal is killed in the middle of a sheet, and finishes it when it is started again.</summary>
public sealed class KilledBulkBookingTests
{
    private const int Rows = 5_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Booking_PortalIsKilledTwice_EndsWithEveryRowOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var actor = await SellerAsync(databases);
        var signal = new WorkSignal();
        var id = Assert.IsType<UploadResult.Taken>(
            await new UploadSheet(databases, signal, TimeProvider.System).ExecuteAsync(actor, Guid.CreateVersion7(), "parcels.csv", Sheets.GoodCsv(Rows), Token)).JobId;

        await using (var first = PortalProcess.Start(Settings(databases)))
        {
            await first.ReadyAsync();
            var job = await UntilAsync(databases, id, job => job.Status is not (BulkStatus.Waiting or BulkStatus.Checking));
            Assert.Equal((BulkStatus.Ready, Rows, 0), (job.Status, job.Rows, job.Bad));
            Assert.Equal(BookStep.Begun, await new JobSteps(databases, signal, TimeProvider.System).BookAsync(actor, id, again: false, Token));
            await UntilAsync(databases, id, job => job.Booked >= 500);
            await first.KillAsync();
        }

        var amid = await UntilAsync(databases, id, _ => true);
        Assert.InRange(amid.Booked, 500, Rows - 1);
        await AssertWholeAsync(databases, amid);

        await using (var second = PortalProcess.Start(Settings(databases)))
        {
            await second.ReadyAsync();
            await UntilAsync(databases, id, job => job.Booked > amid.Booked);
            await second.KillAsync();
        }

        await using var third = PortalProcess.Start(Settings(databases));
        await third.ReadyAsync();
        var done = await UntilAsync(databases, id, job => job.Status != BulkStatus.Booking);
        Assert.Equal((BulkStatus.Finished, Rows), (done.Status, done.Booked));
        await AssertWholeAsync(databases, done);
        await using var database = databases.CreateDbContext();
        var booked = await database.Shipments.Select(shipment => new { shipment.References.Order, shipment.Consignee.Name, shipment.Parcel.WeightGrams }).ToListAsync(Token);
        var expected = Enumerable.Range(1, Rows).Select(row => $"ORD-{row}|Consignee {row}|{200 + (row % 5 * 100)}");
        Assert.Equal(expected.Order(StringComparer.Ordinal), booked.Select(shipment => $"{shipment.Order}|{shipment.Name}|{shipment.WeightGrams}").Order(StringComparer.Ordinal));
    }

    /// <summary>As many shipments, claims, history lines and numbers as the job counts, and no number twice.</summary>
    private static async Task AssertWholeAsync(TestDatabase databases, BulkJob job)
    {
        await using var database = databases.CreateDbContext();
        Assert.Equal(job.Booked, await database.Shipments.Select(shipment => shipment.Article).Distinct().CountAsync(Token));
        Assert.Equal(job.Booked, await database.Shipments.CountAsync(Token));
        Assert.Equal(job.Booked, await database.BookingClaims.CountAsync(Token));
        Assert.Equal(job.Booked, await database.History.CountAsync(Token));
        Assert.Equal(job.Booked, await database.ArticleNumberRanges.SumAsync(range => range.Next - range.First, Token));
    }

    private static async Task<BulkJob> UntilAsync(TestDatabase databases, Guid id, Func<BulkJob, bool> reached)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            await using var database = databases.CreateDbContext();
            var job = await database.BulkJobs.AsNoTracking().SingleAsync(job => job.Id == id, Token);
            if (reached(job)) return job;
            Assert.True(waiting.Elapsed < TimeSpan.FromMinutes(3), $"The job stays {job.Status} with {job.Booked} booked.");
            await Task.Delay(20, Token);
        }
    }

    private static (string Name, string Value)[] Settings(TestDatabase databases) =>
        [("Database__Provider", databases.Kind.ToString()), ("ConnectionStrings__Portal", databases.ConnectionString)];

    private static async Task<Actor> SellerAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var (_, actor) = await TestSellers.ApprovedAsync(database);
        var allotment = new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 40_000_000, Last = 40_099_999 };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
        return actor;
    }
}
