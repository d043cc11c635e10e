using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Seeding;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Booking;
using SellerPortal.Features.TestMode;
using SellerPortal.Platform;
using SellerPortal.Tests.Features.Booking;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TestMode;

public sealed class TestModeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Open_ManyAtOnce_MakesOneApprovedTwin(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind, contract: "40001234");
        var open = new OpenTestMode(world.Databases, world.Time);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => open.ExecuteAsync(world.Actor, Token), Token)));

        Assert.All(answers, Assert.True);
        await using var database = world.Databases.CreateDbContext();
        var twin = Assert.Single(await database.Sellers.AsNoTracking().Where(seller => seller.IsTest).ToListAsync(Token));
        Assert.Equal(world.Seller.Id.Twin, twin.Id);
        Assert.Equal((SellerStatus.Approved, world.Seller.CustomerId, "40001234", world.Seller.GemSellerId), (twin.Status, twin.CustomerId, twin.ContractNumber, twin.GemSellerId));
    }

    [Theory, EachDatabase]
    public async Task Open_BeforeApproval_LetsTheSellerTryAndFollowsLater(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var now = world.Time.GetUtcNow();
        var waiting = new[] { Seller.Register(SellerId.New(now), TestSellers.Registration("One"), now), Seller.Register(SellerId.New(now), TestSellers.Registration("Two"), now) };
        database.Sellers.AddRange(waiting);
        await database.SaveChangesAsync(Token);
        var open = new OpenTestMode(world.Databases, world.Time);
        foreach (var seller in waiting) Assert.True(await open.ExecuteAsync(TestSellers.ActorOf(seller.Id), Token));
        waiting[0].Approve("5000000077", "40000077", now);
        await database.SaveChangesAsync(Token);

        Assert.True(await open.ExecuteAsync(TestSellers.ActorOf(waiting[0].Id), Token));
        var twins = await database.Sellers.AsNoTracking().Where(seller => seller.IsTest).ToDictionaryAsync(seller => seller.Id, Token);
        Assert.Equal(("5000000077", "40000077"), (twins[waiting[0].Id.Twin].CustomerId, twins[waiting[0].Id.Twin].ContractNumber));
        Assert.True(twins[waiting[1].Id.Twin].MayBook);
    }

    [Theory, EachDatabase]
    public async Task Booking_InTheTestMode_LeavesTheRealRangesAlone(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind, numbers: 1);
        var booked = await BookAsync(world);
        Assert.StartsWith("ZB", booked.Article, StringComparison.Ordinal);
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(12_345_678, await database.ArticleNumberRanges.Where(range => range.Prefix == "EE").Select(range => range.Next).SingleAsync(Token));

        // The last real number is still there, and when it is gone no test number takes its place.
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input()));
        Assert.IsNotType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input()));
    }

    [Theory, EachDatabase]
    public async Task Steps_OneAfterTheOther_DeliverTheParcel(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        var booked = await BookAsync(world);
        var simulate = Simulate(world);
        await using var database = world.Databases.CreateDbContext();
        await new BeginTestCourse(world.Time).HandleAsync(database, [ShipmentChange.Booked(booked)], Token);
        await database.SaveChangesAsync(Token);
        for (var i = 0; i < 5; i++)
        {
            var step = Assert.Single(await database.WorkItems.AsNoTracking().Where(item => item.Kind == TestSteps.Kind).ToListAsync(Token));
            var pause = i == 0 ? TestSteps.BeforeFirst : TestSteps.Pause;
            Assert.Equal(world.Time.GetUtcNow() + pause, step.DueAt);
            world.Time.Advance(pause);
            await database.WorkItems.Where(item => item.Id == step.Id).ExecuteDeleteAsync(Token);
            await new TakeTestSteps(simulate).ExecuteAsync(step, Token);

            // After a crash it is taken once more; the parcel has moved since and nothing happens.
            await new TakeTestSteps(simulate).ExecuteAsync(step, Token);
        }

        Assert.Equal(ShipmentStatus.Delivered, await database.Shipments.Where(shipment => shipment.Id == booked.Id).Select(shipment => shipment.Status).SingleAsync(Token));
        Assert.Equal(5, await database.TrackingEvents.CountAsync(scan => scan.Article == booked.Article, Token));
        Assert.Empty(await database.WorkItems.Where(item => item.Kind == TestSteps.Kind).ToListAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Begin_OfARealBooking_DoesNothing(DatabaseKind kind)
    {
        await using var world = await BookingWorld.CreateAsync(kind);
        Assert.IsType<BookingResult.Booked>(await world.BookAsync(BookingWorld.Input()));
        await using var database = world.Databases.CreateDbContext();
        var real = await database.Shipments.AsNoTracking().SingleAsync(Token);
        await new BeginTestCourse(world.Time).HandleAsync(database, [ShipmentChange.Booked(real)], Token);
        await database.SaveChangesAsync(Token);
        Assert.Empty(await database.WorkItems.Where(item => item.Kind == TestSteps.Kind).ToListAsync(Token));
        Assert.IsType<SimulatedScan.NotTest>(await Simulate(world).ExecuteAsync(world.Actor, real.Id, Token));
        Assert.IsType<SimulatedScan.NotFound>(await Simulate(world).ExecuteAsync(world.Actor with { SellerId = world.Seller.Id.Twin }, real.Id, Token));
    }

    private static SimulateScan Simulate(BookingWorld world) => new(world.Databases, new ShipmentChanges(), new WorkSignal(), world.Time);

    /// <summary>Books in the test mode of the world's seller.</summary>
    private static async Task<Shipment> BookAsync(BookingWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        await new TestArticleNumbers(world.Time).SeedAsync(database, Token);
        Assert.True(await new OpenTestMode(world.Databases, world.Time).ExecuteAsync(world.Actor, Token));
        var actor = world.Actor with { SellerId = world.Seller.Id.Twin };
        var booked = Assert.IsType<BookingResult.Booked>(await world.Booking.ExecuteAsync(actor, BookingWorld.Input(), Token));
        return await database.Shipments.AsNoTracking().SingleAsync(shipment => shipment.Id == booked.Shipment.Id, Token);
    }
}
