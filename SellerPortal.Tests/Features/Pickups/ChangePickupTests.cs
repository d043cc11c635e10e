using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

public sealed class ChangePickupTests
{
    private static readonly PickupTime Evening = new(PickupWorld.Monday, PickupSlot.Evening);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Reschedule_ConfirmedPickup_MovesItsPlaceAndAsksAgain(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        world.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new PickupResult.Done(id), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        Assert.Equal(new PickupResult.Done(id, Again: true), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Requested, Evening, world.Time.GetUtcNow()), (pickup.State, pickup.Time, pickup.StateAt));
        Assert.Equal([PickupStepKind.Requested, PickupStepKind.Confirmed, PickupStepKind.Rescheduled], pickup.Steps.Select(step => step.Kind));
        Assert.Equal([PickupSlot.Afternoon, PickupSlot.Afternoon, PickupSlot.Evening], pickup.Steps.Select(step => step.Slot));
        Assert.Equal((0, 1, 2), (await world.TakenAsync(PickupWorld.Afternoon), await world.TakenAsync(Evening), await world.CountOnAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task Reschedule_IntoAFullOrClosedSlot_StaysAndOffersTheNext(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 1 });
        var id = await world.RequestedAsync();
        await world.RequestedAsync(1, Evening);
        var wednesday = new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning);
        Assert.Equal(new PickupResult.Refused(PickupRefusal.Full, wednesday), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        Assert.Equal(
            new PickupResult.Refused(PickupRefusal.Holiday, wednesday),
            await world.Reschedule.ExecuteAsync(world.Actor, id, new PickupTime(PickupWorld.Monday.AddDays(1), PickupSlot.Morning), Token));
        Assert.Equal((PickupWorld.Afternoon, 1), ((await world.PickupAsync(id)).Time, await world.TakenAsync(PickupWorld.Afternoon)));
    }

    [Theory, EachDatabase]
    public async Task Reschedule_CrosswiseByMany_KeepsTheCountRight(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var ids = new[] { await world.RequestedAsync(1), await world.RequestedAsync(1, Evening), await world.RequestedAsync(1), await world.RequestedAsync(1, Evening) };
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => world.Reschedule.ExecuteAsync(world.Actor, ids[i % 4], i / 4 % 2 == i % 2 ? Evening : PickupWorld.Afternoon, Token), Token)));
        await using var database = world.Databases.CreateDbContext();
        foreach (var time in new[] { PickupWorld.Afternoon, Evening })
        {
            Assert.Equal(await database.Pickups.CountAsync(pickup => pickup.Slot == time.Slot, Token), await world.TakenAsync(time));
        }
    }

    [Theory, EachDatabase]
    public async Task Cancel_Requested_FreesPlaceAndParcels(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        Assert.Equal(new PickupResult.Done(id), await world.Cancel.ExecuteAsync(world.Actor, id, "Not packed in time", Token));
        Assert.Equal(new PickupResult.Done(id, Again: true), await world.Cancel.ExecuteAsync(world.Actor, id, "Again", Token));
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Cancelled, "Not packed in time"), (pickup.State, pickup.Steps[^1].Note));
        Assert.Equal((0, 2), (await world.TakenAsync(PickupWorld.Afternoon), await world.CountOnAsync(null)));
        Assert.Equal(new PickupResult.NotPossible(PickupState.Cancelled), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        Assert.IsType<PickupResult.Done>(await world.AskAsync());
    }

    [Theory, EachDatabase]
    public async Task CarryOut_StepByStep_EndsPickedUp(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        Assert.Equal(new PickupResult.NotPossible(PickupState.Requested), await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token));
        Assert.Equal(new PickupResult.NotPossible(PickupState.Requested), await world.CarryOut.CompleteAsync(PickupWorld.Staff, id, Token));
        Assert.Equal(new PickupResult.Done(id), await world.CarryOut.ConfirmAsync(TestSellers.Admin, id, Token));
        Assert.Equal(new PickupResult.Done(id, Again: true), await world.CarryOut.ConfirmAsync(TestSellers.Admin, id, Token));
        Assert.Equal(new PickupResult.Done(id), await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token));
        Assert.Equal(new PickupResult.NotPossible(PickupState.OutForPickup), await world.Cancel.ExecuteAsync(world.Actor, id, "Too late", Token));
        Assert.Equal(new PickupResult.NotPossible(PickupState.OutForPickup), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        Assert.Equal(new PickupResult.Done(id), await world.CarryOut.CompleteAsync(PickupWorld.Staff, id, Token));
        Assert.Equal(new PickupResult.NotPossible(PickupState.PickedUp), await world.CarryOut.FailAsync(PickupWorld.Staff, id, PickupFailure.Other, null, Token));
        var pickup = await world.PickupAsync(id);
        Assert.Equal(
            [PickupStepKind.Requested, PickupStepKind.Confirmed, PickupStepKind.OutForPickup, PickupStepKind.PickedUp], pickup.Steps.Select(step => step.Kind));
    }

    [Theory, EachDatabase]
    public async Task Fail_ThenRescheduled_TakesANewPlaceAndKeepsTheReason(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token);
        Assert.Equal(new PickupResult.Done(id), await world.CarryOut.FailAsync(PickupWorld.Staff, id, PickupFailure.NobodyThere, "Gate locked", Token));
        Assert.Equal(new PickupResult.Done(id), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token));
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Requested, Evening), (pickup.State, pickup.Time));
        Assert.Equal((PickupFailure.NobodyThere, "Gate locked"), (pickup.Steps[3].Failure, pickup.Steps[3].Note));
        Assert.Equal((1, 1), (await world.TakenAsync(PickupWorld.Afternoon), await world.TakenAsync(Evening)));
    }

    [Theory, EachDatabase]
    public async Task Steps_TwoAtOnce_OneOfThemHolds(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        for (var round = 0; round < 10; round++)
        {
            var id = await world.RequestedAsync(1);
            await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
            var start = Task.Run(() => world.CarryOut.StartAsync(PickupWorld.Staff, id, Token), Token);
            var cancel = Task.Run(() => world.Cancel.ExecuteAsync(world.Actor, id, "Changed my mind", Token), Token);
            Assert.Single(await Task.WhenAll(start, cancel), result => result is PickupResult.Done);
        }
    }

    [Theory, EachDatabase]
    public async Task CancelledShipments_LeaveThePickup_TheLastOneEndsIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var booked = await world.BookAsync(2);
        var id = Assert.IsType<PickupResult.Done>(await world.AskAsync()).Id;
        await world.CancelAsync(booked[0].Id);
        Assert.Equal((PickupState.Requested, 1), ((await world.PickupAsync(id)).State, (await world.PickupAsync(id)).Parcels));
        await world.CancelAsync(booked[1].Id);
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Cancelled, PickupStepKind.Emptied), (pickup.State, pickup.Steps[^1].Kind));
        Assert.Null(pickup.Steps[^1].By);
        Assert.Equal((0, 0), (await world.TakenAsync(PickupWorld.Afternoon), await world.CountOnAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task CancelledShipments_WhileTheAgentIsOut_LeaveItGoingOn(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var booked = await world.BookAsync(1);
        var id = Assert.IsType<PickupResult.Done>(await world.AskAsync()).Id;
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        await world.CarryOut.StartAsync(PickupWorld.Staff, id, Token);
        await world.CancelAsync(booked[0].Id);
        Assert.Equal((PickupState.OutForPickup, 0), ((await world.PickupAsync(id)).State, (await world.PickupAsync(id)).Parcels));
    }

    [Theory, EachDatabase]
    public async Task CancelledShipments_OfAPickupThatFetchedThem_StayCountedOnIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.PickedUpAsync(2);
        await world.CancelAsync((await world.ParcelsOfAsync(id))[0]);
        Assert.Equal((PickupState.PickedUp, 2, 2), ((await world.PickupAsync(id)).State, (await world.PickupAsync(id)).Parcels, await world.CountOnAsync(id)));
    }

    [Theory, EachDatabase]
    public async Task List_OfAnOfficeAPincodeOrADay_HoldsAndCountsOnlyThose(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var godown = await world.AddLocationAsync("Raipur godown");
        var main = await world.RequestedAsync(1);
        var moved = await world.BookAsync(1);
        await world.SentFromAsync(moved, PickupWorld.Godown);
        var wish = new PickupWish(Guid.CreateVersion7(), new PickupTime(PickupWorld.Monday.AddDays(2), PickupSlot.Morning), [moved[0].Id], Location: godown);
        var there = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(world.Actor, wish, Token)).Id;
        await FoundAsync(new PickupFilter { Office = "jabalpur h" }, main);
        await FoundAsync(new PickupFilter { Office = "492001" }, there);
        await FoundAsync(new PickupFilter { Office = "492 001", Day = PickupWorld.Monday.AddDays(2) }, there);
        await FoundAsync(new PickupFilter { Office = "492001", Day = PickupWorld.Monday });
        await FoundAsync(new PickupFilter { Day = PickupWorld.Monday }, main);
        await FoundAsync(new PickupFilter { Office = "100%_" });

        async Task FoundAsync(PickupFilter filter, params PickupId[] expected)
        {
            var page = await world.List.ExecuteAsync(PickupWorld.Staff, filter, Token);
            Assert.Equal(expected, page.Rows.Select(row => row.Id));
            Assert.Equal((expected.Length, expected.Length, 0), (page.TotalOf(filter), page.TotalOf(PickupState.Requested), page.Missed));
        }
    }

    [Theory, EachDatabase]
    public async Task AnothersPickup_DoesNotExist(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        Assert.IsType<PickupResult.NotFound>(await world.Reschedule.ExecuteAsync(stranger, id, Evening, Token));
        Assert.IsType<PickupResult.NotFound>(await world.Cancel.ExecuteAsync(stranger, id, "Not mine", Token));
        Assert.Null(await world.Read.ExecuteAsync(stranger, id, Token));
        Assert.Empty((await world.List.ExecuteAsync(stranger, new PickupFilter(), Token)).Rows);
        foreach (var actor in new[] { stranger, world.Actor })
        {
            Assert.IsType<PickupResult.NotAllowed>(await world.CarryOut.ConfirmAsync(actor, id, Token));
            Assert.IsType<PickupResult.NotAllowed>(await world.CarryOut.FailAsync(actor, id, PickupFailure.Other, null, Token));
        }

        var viewer = world.Actor with { Team = TeamRole.ViewOnly };
        Assert.IsType<PickupResult.NotAllowed>(await world.Cancel.ExecuteAsync(viewer, id, "No", Token));
        Assert.IsType<PickupResult.NotAllowed>(await world.Reschedule.ExecuteAsync(viewer, id, Evening, Token));
        Assert.Equal(PickupState.Requested, (await world.PickupAsync(id)).State);
    }

    [Theory, EachDatabase]
    public async Task ListAndRead_OwnOrStaff_ShowStatesParcelsAndWhatCanBeChosen(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (one, two) = (await world.RequestedAsync(2), await world.RequestedAsync(1));
        await world.Cancel.ExecuteAsync(world.Actor, one, "Not packed", Token);
        var all = await world.List.ExecuteAsync(world.Actor, new PickupFilter(), Token);
        Assert.Equal([two, one], all.Rows.Select(row => row.Id));
        Assert.Equal((1, 1, 2, 2), (all.TotalOf(PickupState.Requested), all.TotalOf(PickupState.Cancelled), all.TotalOf(state: null), all.Waiting));
        Assert.Equal([one], (await world.List.ExecuteAsync(PickupWorld.Staff, new PickupFilter { State = PickupState.Cancelled }, Token)).Rows.Select(row => row.Id));
        var view = (await world.Read.ExecuteAsync(world.Actor, two, Token))!;
        Assert.Equal((1, 8, "Acme Traders"), (view.Parcels.Count, view.Days.Count, view.Seller));
        var forStaff = (await world.Read.ExecuteAsync(PickupWorld.Staff, one, Token))!;
        Assert.Equal([PickupStepKind.Cancelled, PickupStepKind.Requested], forStaff.Steps.Select(step => step.Kind));
        Assert.Empty(forStaff.Days);
    }
}
