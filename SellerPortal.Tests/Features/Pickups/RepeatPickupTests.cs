using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>The slot 14:00 to 17:00 has its cut-off at 13:00, so its repeating pickups are made from 12:00 on; the world begins at 11:30.</summary>
public sealed class RepeatPickupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Make_InTheHourBeforeTheCutOff_MakesOneForTheDay(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await BeginAsync(world);
        await world.BookAsync(2);
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        world.Time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        await world.BookAsync(1);
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        await using var database = world.Databases.CreateDbContext();
        var pickup = await database.Pickups.Include(pickup => pickup.Steps).SingleAsync(Token);
        Assert.Equal((PickupWorld.Afternoon, 2, id, PickupWorld.Monday), (pickup.Time, pickup.Parcels, pickup.RepeatId, pickup.RepeatDay));
        Assert.Null(Assert.Single(pickup.Steps).By);
        var repeat = Assert.Single(await world.Repeats.ListAsync(world.Actor, Token));
        Assert.Equal((PickupWorld.Monday, (PickupRefusal?)null), (repeat.LastDay, repeat.LastRefusal));
        Assert.True((await world.List.ExecuteAsync(world.Actor, new PickupFilter(), Token)).Rows[0].Repeats);
    }

    [Theory, EachDatabase]
    public async Task Make_EightAtOnce_MakesOne(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        await world.BookAsync(20);
        world.Time.Advance(TimeSpan.FromMinutes(45));
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.MakeRepeats.ExecuteAsync(Token), Token)));
        Assert.Equal(1, made.Sum());
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal((1, 1), (await database.Pickups.CountAsync(Token), await world.TakenAsync(PickupWorld.Afternoon)));
    }

    [Theory, EachDatabase]
    public async Task Make_NothingOrTooFewWait_TriesUntilTheCutOffAndSaysWhy(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { MinimumParcels = 2 });
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal(PickupRefusal.TooFewParcels, Assert.Single(await world.Repeats.ListAsync(world.Actor, Token)).LastRefusal);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(49));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Null(Assert.Single(await world.Repeats.ListAsync(world.Actor, Token)).LastRefusal);
    }

    [Theory, EachDatabase]
    public async Task Make_AWeekOn_SkipsHolidaysAndOtherDays(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world, PickupWeekdays.Monday | PickupWeekdays.Tuesday | PickupWeekdays.Thursday | PickupWeekdays.Saturday);
        world.Time.Advance(TimeSpan.FromMinutes(60));
        var made = new List<DateOnly>();
        for (var day = 0; day < 8; day++)
        {
            await world.BookAsync(1);
            if (await world.MakeRepeats.ExecuteAsync(Token) > 0)
            {
                made.Add(IndianTime.DayOf(world.Time.GetUtcNow()));
                await world.FetchAsync((await world.List.ExecuteAsync(world.Actor, new PickupFilter { State = PickupState.Requested }, Token)).Rows.Single().Id);
            }

            if (day == 1) Assert.Equal(PickupRefusal.Holiday, Assert.Single(await world.Repeats.ListAsync(world.Actor, Token)).LastRefusal);
            world.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal([0, 3, 5, 7], made.Select(day => day.DayNumber - PickupWorld.Monday.DayNumber));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal([1, 3, 2, 2], await database.Pickups.OrderBy(pickup => pickup.Day).Select(pickup => pickup.Parcels).ToListAsync(Token));
    }

    [Theory]
    [InlineData(600, 22, 23)]
    [InlineData(1440, 8, 9)]
    public async Task Make_WithALongCutOff_MakesThoseOfTheNextDays(int cutOff, int begins, int ends)
    {
        await using var world = await PickupWorld.CreateAsync(DatabaseKind.Sqlite, new PickupRules { CutOffMinutes = cutOff });
        await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.Thursday, PickupSlot.Morning, location: null, Token);
        await world.BookAsync(1);
        var (thursday, wednesday) = (new PickupTime(PickupWorld.Monday.AddDays(3), PickupSlot.Morning), PickupWorld.Monday.AddDays(2));
        world.Time.SetUtcNow(IndianTime.StartOf(wednesday).AddHours(begins).AddMinutes(-1));
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        world.Time.SetUtcNow(IndianTime.StartOf(wednesday).AddHours(ends));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        await using var database = world.Databases.CreateDbContext();
        var pickup = await database.Pickups.SingleAsync(Token);
        Assert.Equal((thursday, thursday.Day), (pickup.Time, pickup.RepeatDay));
        var repeat = Assert.Single(await world.Repeats.ListAsync(world.Actor, Token));
        Assert.Equal((thursday.Day, (PickupRefusal?)null), (repeat.LastDay, repeat.LastRefusal));
    }

    [Theory, EachDatabase]
    public async Task Make_CancelledByTheSeller_IsNotMadeAgainThatDay(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await BeginAsync(world);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(35));
        await world.MakeRepeats.ExecuteAsync(Token);
        var row = Assert.Single((await world.List.ExecuteAsync(world.Actor, new PickupFilter(), Token)).Rows);
        await world.Cancel.ExecuteAsync(world.Actor, row.Id, "Closed today", Token);
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Single((await world.List.ExecuteAsync(world.Actor, new PickupFilter(), Token)).Rows);
    }

    [Theory, EachDatabase]
    public async Task Make_PausedOrEnded_MakesNothing(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (paused, ended) = (await BeginAsync(world), await BeginAsync(world, PickupWeekdays.Monday));
        Assert.Equal(RepeatResult.Done, await world.Repeats.PauseAsync(world.Actor, paused, Token));
        Assert.Equal(RepeatResult.Done, await world.Repeats.EndAsync(world.Actor, ended, Token));
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal(0, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal(RepeatResult.Done, await world.Repeats.ResumeAsync(world.Actor, paused, Token));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal(RepeatResult.NotFound, await world.Repeats.ResumeAsync(world.Actor, ended, Token));
        Assert.Equal([paused], (await world.Repeats.ListAsync(world.Actor, Token)).Select(repeat => repeat.Id));
    }

    [Theory, EachDatabase]
    public async Task Begin_TwiceForeignOrTooMany_IsRefused(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var key = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(
            () => world.Repeats.BeginAsync(world.Actor, key, PickupWeekdays.EachWeekday, PickupSlot.Morning, location: null, Token), Token)));
        Assert.All(results, result => Assert.Equal(RepeatResult.Done, result));
        Assert.Single(await world.Repeats.ListAsync(world.Actor, Token));
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.Empty(await world.Repeats.ListAsync(stranger, Token));
        Assert.Equal(RepeatResult.NotFound, await world.Repeats.EndAsync(stranger, key, Token));
        Assert.Equal(RepeatResult.NotFound, await world.Repeats.PauseAsync(stranger, key, Token));
        Assert.Equal(RepeatResult.NotAllowed, await world.Repeats.EndAsync(world.Actor with { Team = TeamRole.ViewOnly }, key, Token));
        Assert.Equal(RepeatResult.NoWeekday, await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.None, PickupSlot.Morning, location: null, Token));
        Assert.Equal(RepeatResult.Done, await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.EachWeekday, PickupSlot.Morning, location: null, Token));
        Assert.Single(await world.Repeats.ListAsync(world.Actor, Token));
        for (var i = 1; i < PickupRepeat.MostOfASeller; i++) await BeginAsync(world, (PickupWeekdays)i);
        Assert.Equal(RepeatResult.TooMany, await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.Monday, PickupSlot.Morning, location: null, Token));
    }

    private static async Task<Guid> BeginAsync(PickupWorld world, PickupWeekdays weekdays = PickupWeekdays.EachWeekday)
    {
        var key = Guid.CreateVersion7();
        Assert.Equal(RepeatResult.Done, await world.Repeats.BeginAsync(world.Actor, key, weekdays, PickupSlot.Afternoon, location: null, Token));
        return key;
    }
}
