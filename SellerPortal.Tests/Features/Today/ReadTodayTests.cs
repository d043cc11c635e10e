using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Today;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Today;

public sealed class ReadTodayTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_OfASeller_CountsWhatWaitsAndOnlyItsOwn(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        var other = await TodayWorld.WithSellerAsync(databases);
        await world.BookAsync(TodayWorld.Ist(11, 20));
        await world.BookAsync(TodayWorld.Ist(11, 20), prints: 1);
        await world.BookAsync(TodayWorld.Ist(11, 20), prints: 2);
        await world.BookAsync(TodayWorld.Ist(11, 20), ShipmentStatus.AttemptFailed);
        await world.BookAsync(TodayWorld.Ist(11, 20), ShipmentStatus.OutForDelivery);
        await world.BookAsync(TodayWorld.Ist(11, 20), ShipmentStatus.OnHold);
        await world.BookAsync(TodayWorld.Ist(11, 20), ShipmentStatus.Delivered);
        var newest = await world.BookAsync(TodayWorld.Ist(11, 23), ShipmentStatus.Cancelled);
        await other.BookAsync(TodayWorld.Ist(11, 24));

        var read = new ReadToday(databases, new FakeTimeProvider(TodayWorld.Now));
        var today = await read.ExecuteAsync(world.Actor, Token);
        Assert.Equal(new TodayCounts(ToPrint: 1, ToHandOver: 2, Failed: 1, OutForDelivery: 1), today.Counts);
        Assert.Equal((newest.Id, 6), (today.Latest[0].Id, today.Latest.Count));
        Assert.Equal(SellerStatus.Approved, today.Seller!.Status);

        var admin = await read.ExecuteAsync(TestSellers.Admin, Token);
        Assert.Equal((2, 0, null), (admin.Counts.ToPrint, admin.Latest.Count, admin.Seller));
        var desk = await read.ExecuteAsync(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { Roles.CscOperator } }, Token);
        Assert.Equal(new TodayCounts(0, 0, 0, 0), desk.Counts);
    }

    [Theory, EachDatabase]
    public async Task Read_PickupsOfToday_CountsThoseStillToCome(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var world = await TodayWorld.WithSellerAsync(databases);
        var other = await TodayWorld.WithSellerAsync(databases);
        await using (var database = databases.CreateDbContext())
        {
            var today = Pickup(world.Actor, 24);
            var given = Pickup(world.Actor, 24);
            given.Cancel("Not needed", TestSellers.Admin.UserId, TodayWorld.Now);
            database.Pickups.AddRange(today, given, Pickup(world.Actor, 25), Pickup(other.Actor, 24));
            await database.SaveChangesAsync(Token);
        }

        var read = new ReadToday(databases, new FakeTimeProvider(TodayWorld.Now));
        Assert.Equal(1, (await read.ExecuteAsync(world.Actor, Token)).Counts.Pickups);
        Assert.Equal(2, (await read.ExecuteAsync(TestSellers.Admin, Token)).Counts.Pickups);
        Assert.Equal(0, (await read.ExecuteAsync(world.Actor, Token)).Counts.MissedPickups);

        static PickupRequest Pickup(Actor actor, int day) => PickupRequest.Request(
            new NewPickup
            {
                SellerId = actor.SellerId!.Value,
                Key = Guid.CreateVersion7(TodayWorld.Now),
                Address = TestSellers.Address(),
                Office = RealDirectory.Value.BookingOfficeFor(Pincode.FromNumber(482001))!.Office,
                Time = new PickupTime(new DateOnly(2026, 11, day), PickupSlot.Afternoon),
            },
            actor.UserId,
            TodayWorld.Now);
    }

    [Theory, EachDatabase]
    public async Task Read_PickupsThatCameToNothing_CountsThoseWhoseParcelsWait(DatabaseKind kind)
    {
        await using var pickups = await PickupWorld.CreateAsync(kind);
        await pickups.FailedAsync();
        var overdue = await pickups.RequestedAsync();
        await pickups.PickedUpAsync();
        var read = new ReadToday(pickups.Databases, pickups.Time);
        Assert.Equal(1, (await read.ExecuteAsync(pickups.Actor, Token)).Counts.MissedPickups);
        pickups.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await read.ExecuteAsync(pickups.Actor, Token)).Counts.MissedPickups);
        await pickups.CancelAsync(await pickups.ParcelsOfAsync(overdue));
        Assert.Equal(1, (await read.ExecuteAsync(pickups.Actor, Token)).Counts.MissedPickups);
    }

    [Theory, EachDatabase]
    public async Task Waiting_ForAnAdmin_CountsSellersRangesAndDeadWork(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await using (var database = databases.CreateDbContext())
        {
            database.Sellers.Add(Seller.Register(SellerId.New(TodayWorld.Now), TestSellers.Registration("New Traders"), TodayWorld.Now));
            database.ArticleNumberRanges.Add(Range(100, 1_000, warnAt: 200));
            database.ArticleNumberRanges.Add(Range(2_000, 2_100, warnAt: 200));
            database.WorkItems.Add(WorkItem.Of("mail", "", TodayWorld.Now));
            await database.SaveChangesAsync(Token);
            await database.WorkItems.ExecuteUpdateAsync(set => set.SetProperty(item => item.DeadAt, TodayWorld.Now), Token);
            database.WorkItems.Add(WorkItem.Of("mail", "", TodayWorld.Now));
            await database.SaveChangesAsync(Token);
        }

        var waiting = await new ReadWaiting(databases).ExecuteAsync(TestSellers.Admin, Token);
        Assert.Equal(new Waiting(Sellers: 1, LowRanges: 1, DeadWork: 1), waiting);
    }

    [Fact]
    public async Task Waiting_ForASeller_IsRefused()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var world = await TodayWorld.WithSellerAsync(databases);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new ReadWaiting(databases).ExecuteAsync(world.Actor, Token));
    }

    private static ArticleNumberRange Range(int first, int last, int warnAt) => ArticleNumberRange.Add(
        new ArticleNumberAllotment { Product = ProductCode.SpeedPostParcel, Prefix = "EZ", First = first, Last = last, WarnAt = warnAt }, by: null, TodayWorld.Now);
}
