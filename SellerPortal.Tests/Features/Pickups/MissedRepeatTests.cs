using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Messages;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform.Mail;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Repeating pickups for Monday, 14:00 to 17:00, of which there is none once the cut-off at 13:00 has passed; the world begins at 11:30.</summary>
public sealed class MissedRepeatTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Look_AfterTheCutOffThatNobodySaw_TellsOnceAndNamesTheNextTime(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var told = 0;
        using var listening = world.News.Subscribe(world.Seller.Id, () => told++);
        await BeginAsync(world);
        await world.BookAsync(2);
        world.Time.Advance(TimeSpan.FromMinutes(130));
        Assert.Equal(0, await world.LookAsync());
        world.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, await world.LookAsync());
        var message = Assert.Single(await MessagesAsync(world));
        Assert.Equal((NotificationKind.PickupNotMade, 2, world.Seller.Id, 1), (message.Kind, message.Count, message.SellerId, told));
        var letter = Assert.Single(await LettersAsync(world));
        Assert.Equal((world.Seller.Email, "Your repeating pickup could not be requested / आपका दोहराया जाने वाला पिकअप नहीं माँगा जा सका"), (letter.To, letter.Subject));
        Assert.Contains("The repeating pickup for Mon 23 Nov, 14:00–17:00 could not be requested (waiting: 2 parcels). It is too late to ask for this time.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("The next possible time: Mon 23 Nov, 17:00–20:00.", letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://portal.example/pickups/new", letter.Text, StringComparison.Ordinal);
        Assert.Equal((PickupWorld.Monday, PickupRefusal.AfterCutOff), await LastAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_FullUntilTheCutOff_TellsWhyAtTheCutOff(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 1 });
        await world.RequestedAsync(1);
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(0, await world.LookAsync());
        Assert.Empty(await MessagesAsync(world));
        world.Time.Advance(TimeSpan.FromMinutes(60));
        await world.LookAsync();
        Assert.Equal(1, Assert.Single(await MessagesAsync(world)).Count);
        Assert.Contains("(waiting: 1 parcel). This time is full.", Assert.Single(await LettersAsync(world)).Text, StringComparison.Ordinal);
        Assert.Equal((PickupWorld.Monday, PickupRefusal.Full), await LastAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_TooFewForAPickup_TellsHowManyItNeeds(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { MinimumParcels = 3 });
        await BeginAsync(world);
        await world.BookAsync(2);
        world.Time.Advance(TimeSpan.FromMinutes(100));
        await world.LookAsync();
        Assert.Contains("A pickup needs at least 3 parcels that wait for one.", Assert.Single(await LettersAsync(world)).Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Look_NothingWaitedAtTheCutOff_TellsNobody(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        world.Time.Advance(TimeSpan.FromMinutes(100));
        await BookedNowAsync(world);
        await world.LookAsync();
        await BookedNowAsync(world);
        await world.LookAsync();
        Assert.Empty(await MessagesAsync(world));
        Assert.Empty(await LettersAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_MadeOrCancelledOrFetchedOtherwise_TellsNobody(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(1, await world.LookAsync());
        var id = (await world.List.ExecuteAsync(world.Actor, new PickupFilter(), Token)).Rows[0].Id;
        await world.Cancel.ExecuteAsync(world.Actor, id, "Not today", Token);
        world.Time.Advance(TimeSpan.FromMinutes(60));
        await world.LookAsync();
        Assert.Empty(await MessagesAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_PausedOrBegunAfterTheCutOffOrOnAHoliday_TellsNobody(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.BookAsync(1);
        var paused = await BeginAsync(world);
        await world.Repeats.PauseAsync(world.Actor, paused, Token);
        world.Time.Advance(TimeSpan.FromMinutes(100));
        await BeginAsync(world, PickupWeekdays.Monday | PickupWeekdays.Tuesday);
        await world.LookAsync();
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.LookAsync();
        Assert.Empty(await MessagesAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_EightAtOnce_TellOnce(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(100));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(world.LookAsync, Token)));
        Assert.Single(await MessagesAsync(world));
        Assert.Single(await LettersAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Look_OnTheNextDayToo_TellsOfEachDay(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.SetUtcNow(IndianTime.StartOf(PickupWorld.Monday.AddDays(2)).AddHours(15));
        await world.LookAsync();
        Assert.Single(await MessagesAsync(world));
        world.Time.Advance(TimeSpan.FromDays(1));
        await world.LookAsync();
        Assert.Equal(2, (await MessagesAsync(world)).Count);
    }

    private static async Task<Guid> BeginAsync(PickupWorld world, PickupWeekdays weekdays = PickupWeekdays.EachWeekday)
    {
        var key = Guid.CreateVersion7();
        Assert.Equal(RepeatResult.Done, await world.Repeats.BeginAsync(world.Actor, key, weekdays, PickupSlot.Afternoon, location: null, Token));
        return key;
    }

    private static async Task BookedNowAsync(PickupWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        await TestShipments.BookAsync(database, world.Seller.Id, bookedAt: world.Time.GetUtcNow());
    }

    private static async Task<(DateOnly?, PickupRefusal?)> LastAsync(PickupWorld world)
    {
        var repeat = Assert.Single(await world.Repeats.ListAsync(world.Actor, Token));
        return (repeat.LastDay, repeat.LastRefusal);
    }

    private static async Task<List<PortalMessage>> MessagesAsync(PickupWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        return await database.PortalMessages.AsNoTracking().ToListAsync(Token);
    }

    private static async Task<List<Letter>> LettersAsync(PickupWorld world)
    {
        await using var database = world.Databases.CreateDbContext();
        return [.. (await database.WorkItems.AsNoTracking().Where(item => item.Kind == LetterQueue.Kind).ToListAsync(Token)).Select(LetterQueue.Read)];
    }
}
