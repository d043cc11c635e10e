using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Notifications;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Platform.Mail;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Pickups that came to nothing, and what becomes of their parcels.</summary>
public sealed class MissedPickupTests
{
    private static readonly PickupTime Evening = new(PickupWorld.Monday, PickupSlot.Evening);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Request_AfterAFailedOne_TakesItsParcelsOverAndEndsIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var failed = await world.FailedAsync(2);
        await world.BookAsync(1);
        Assert.Equal((3, 1), await ListedAsync(world));
        Assert.Equal(3, (await world.Open.ExecuteAsync(world.Actor, null, location: null, Token))!.Parcels);

        var next = Assert.IsType<PickupResult.Done>(await world.AskAsync(Evening)).Id;
        Assert.Equal((3, 3, 0), ((await world.PickupAsync(next)).Parcels, await world.CountOnAsync(next), await world.CountOnAsync(failed)));
        var old = await world.PickupAsync(failed);
        Assert.Equal((PickupState.Cancelled, PickupStepKind.TakenOver, 0), (old.State, old.Steps[^1].Kind, old.Parcels));
        Assert.Null(old.Steps[^1].By);
        Assert.Equal((0, 0), await ListedAsync(world));
        Assert.Equal(new PickupResult.NotPossible(PickupState.Cancelled), await world.Reschedule.ExecuteAsync(world.Actor, failed, Evening, Token));
    }

    [Theory, EachDatabase]
    public async Task Request_OfOneParcelOfAFailedOne_LeavesItTheOthers(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var failed = await world.FailedAsync(2);
        var wish = new PickupWish(Guid.CreateVersion7(), Evening, [(await world.ParcelsOfAsync(failed))[0]]);
        var next = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(world.Actor, wish, Token));
        Assert.Equal((1, 0), ((await world.PickupAsync(next.Id)).Parcels, next.LeftOut.Count));
        var old = await world.PickupAsync(failed);
        Assert.Equal((PickupState.Failed, 1), (old.State, old.Parcels));
        Assert.IsType<PickupResult.Done>(await world.Reschedule.ExecuteAsync(world.Actor, failed, Evening, Token));
    }

    [Theory, EachDatabase]
    public async Task Request_RefusedForTooFew_LeavesTheFailedOneAsItWas(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { MinimumParcels = 2 });
        var failed = await world.FailedAsync(2);
        var wish = new PickupWish(Guid.CreateVersion7(), Evening, [(await world.ParcelsOfAsync(failed))[0]]);
        Assert.Equal(PickupRefusal.TooFewParcels, Assert.IsType<PickupResult.Refused>(await world.Request.ExecuteAsync(world.Actor, wish, Token)).Reason);
        Assert.Equal((PickupState.Failed, 2, 2), ((await world.PickupAsync(failed)).State, (await world.PickupAsync(failed)).Parcels, await world.CountOnAsync(failed)));
    }

    [Theory, EachDatabase]
    public async Task Request_AfterTheDayOfOneThatNobodyCameFor_TakesItsParcelsOver(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (asked, confirmed) = (await world.RequestedAsync(1), await world.RequestedAsync(1));
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, confirmed, Token);
        var onTheWay = await world.RequestedAsync(1);
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, onTheWay, Token);
        await world.CarryOut.StartAsync(PickupWorld.Staff, onTheWay, Token);
        world.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal((0, 0), await ListedAsync(world));
        world.Time.Advance(TimeSpan.FromHours(12));
        Assert.Equal((3, 3), await ListedAsync(world));

        var next = Assert.IsType<PickupResult.Done>(await world.AskAsync(new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning))).Id;
        Assert.Equal(3, await world.CountOnAsync(next));
        foreach (var id in new[] { asked, confirmed, onTheWay })
        {
            var old = await world.PickupAsync(id);
            Assert.Equal((PickupState.Cancelled, PickupStepKind.TakenOver), (old.State, old.Steps[^1].Kind));
        }
    }

    [Theory, EachDatabase]
    public async Task Change_OfOneWhoseAgentNeverReported_IsPossibleOnceItsDayIsOver(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (moved, cancelled) = (await OutAsync(world), await OutAsync(world));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEmpty((await world.Read.ExecuteAsync(world.Actor, moved, Token))!.Days);
        var wednesday = new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning);
        Assert.Equal(new PickupResult.Done(moved), await world.Reschedule.ExecuteAsync(world.Actor, moved, wednesday, Token));
        Assert.Equal(new PickupResult.Done(cancelled), await world.Cancel.ExecuteAsync(world.Actor, cancelled, "Nobody came", Token));
        Assert.Equal((PickupState.Requested, wednesday, 1), ((await world.PickupAsync(moved)).State, (await world.PickupAsync(moved)).Time, await world.CountOnAsync(moved)));
        Assert.Equal((PickupState.Cancelled, 1), ((await world.PickupAsync(cancelled)).State, await world.CountOnAsync(null)));
        Assert.Equal((1, 1), (await world.TakenAsync(wednesday), (await ListedAsync(world)).Waiting));
    }

    [Theory, EachDatabase]
    public async Task Report_OfOneWhoseDayIsOver_IsStillPossible(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (fetched, failed) = (await OutAsync(world), await OutAsync(world));
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new PickupResult.Done(fetched), await world.CarryOut.CompleteAsync(PickupWorld.Staff, fetched, Token));
        Assert.Equal(new PickupResult.Done(failed), await world.CarryOut.FailAsync(PickupWorld.Staff, failed, PickupFailure.Other, null, Token));
        Assert.Equal((1, 1), await ListedAsync(world));
    }

    [Theory, EachDatabase]
    public async Task Report_AgainstAPickupThatTakesItsParcels_EndsInOneOfBoth(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var wednesday = new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning);
        List<PickupId> outside = [];
        for (var i = 0; i < 6; i++) outside.Add(await OutAsync(world));
        world.Time.Advance(TimeSpan.FromDays(1));
        foreach (var id in outside)
        {
            var parcel = (await world.ParcelsOfAsync(id))[0];
            var ask = Task.Run(() => world.Request.ExecuteAsync(world.Actor, new PickupWish(Guid.CreateVersion7(), wednesday, [parcel]), Token), Token);
            var report = Task.Run(() => world.CarryOut.CompleteAsync(PickupWorld.Staff, id, Token), Token);
            var done = Assert.Single(await Task.WhenAll(ask, report), result => result is PickupResult.Done);
            var holder = Assert.IsType<PickupResult.Done>(done).Id;
            Assert.Equal([parcel], await world.ParcelsOfAsync(holder));
            Assert.Equal(holder == id ? PickupState.PickedUp : PickupState.Cancelled, (await world.PickupAsync(id)).State);
        }
    }

    [Theory, EachDatabase]
    public async Task Request_AgainstAMoveOfTheFailedOne_EndsInOneOfBoth(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        for (var round = 0; round < 8; round++)
        {
            var failed = await world.FailedAsync(1);
            var ask = Task.Run(() => world.AskAsync(Evening), Token);
            var move = Task.Run(() => world.Reschedule.ExecuteAsync(world.Actor, failed, Evening, Token), Token);
            var done = Assert.Single(await Task.WhenAll(ask, move), result => result is PickupResult.Done);
            var holder = Assert.IsType<PickupResult.Done>(done).Id;
            Assert.Equal((PickupState.Requested, 1, 1), ((await world.PickupAsync(holder)).State, (await world.PickupAsync(holder)).Parcels, await world.CountOnAsync(holder)));
        }

        Assert.Equal(8, await world.TakenAsync(Evening));
    }

    [Theory, EachDatabase]
    public async Task Repeat_AfterAFailedOne_FetchesItsParcelsToo(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.FailedAsync(2);
        await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.EachWeekday, PickupSlot.Evening, location: null, Token);
        world.Time.Advance(TimeSpan.FromHours(4));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        Assert.Equal((0, 0), await ListedAsync(world));
    }

    [Theory, EachDatabase]
    public async Task List_AFailedOneWhoseParcelsWereHandedIn_IsNoLongerToBeSeenTo(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var failed = await world.FailedAsync(1);
        await using (var database = world.Databases.CreateDbContext())
        {
            await database.Shipments.ExecuteUpdateAsync(set => set.SetProperty(shipment => shipment.LastScanAt, world.Time.GetUtcNow()), Token);
        }

        Assert.Equal((0, 0), await ListedAsync(world));
        Assert.Equal(PickupState.Failed, (await world.PickupAsync(failed)).State);
    }

    [Theory, EachDatabase]
    public async Task Fail_TellsTheSellerInThePortalAndByLetterInBothLanguages(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var told = 0;
        using var listening = world.News.Subscribe(world.Seller.Id, () => told++);
        var id = await world.FailedAsync(2, "Gate locked");
        Assert.IsType<PickupResult.Done>(await world.CarryOut.FailAsync(PickupWorld.Staff, id, PickupFailure.Other, null, Token));
        await using var database = world.Databases.CreateDbContext();
        var message = Assert.Single(await database.PortalMessages.AsNoTracking().ToListAsync(Token));
        Assert.Equal((NotificationKind.PickupFailed, 2, world.Seller.Id, 1), (message.Kind, message.Count, message.SellerId, told));
        var letter = LetterQueue.Read(Assert.Single(await database.WorkItems.AsNoTracking().Where(item => item.Kind == LetterQueue.Kind).ToListAsync(Token)));
        Assert.Equal((world.Seller.Email, "Your parcels were not picked up / आपके पार्सल नहीं लिए जा सके"), (letter.To, letter.Subject));
        Assert.Contains("The pickup of Mon 23 Nov, 14:00–17:00 failed (2 parcels). Reason: Nobody was there: Gate locked.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example/pickups/{id}", letter.Text, StringComparison.Ordinal);
    }

    /// <summary>A pickup of one parcel whose agent has set out.</summary>
    private static async Task<PickupId> OutAsync(PickupWorld world)
    {
        var id = await world.RequestedAsync(1);
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        Assert.IsType<PickupResult.Done>(await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token));
        return id;
    }

    /// <summary>The parcels that wait for no pickup, and the pickups that came to nothing, as the list tells them.</summary>
    private static async Task<(int Waiting, int Missed)> ListedAsync(PickupWorld world)
    {
        var page = await world.List.ExecuteAsync(world.Actor, new PickupFilter { Missed = true }, Token);
        Assert.Equal(page.Missed, page.Rows.Count);
        return (page.Waiting, page.Missed);
    }
}
