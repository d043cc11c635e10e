using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Parcels of a pickup that the post scans before an agent sets out: somebody handed them in at a counter.</summary>
public sealed class HandedInParcelsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task FirstScan_BeforeTheAgentSetsOut_TakesParcelsOffAndTheLastOneEndsThePickup(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync(2);
        var parcels = await world.ParcelsOfAsync(id);
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token);
        await world.ScanAsync([parcels[0]]);
        Assert.Equal((PickupState.Confirmed, 1, 1), ((await world.PickupAsync(id)).State, (await world.PickupAsync(id)).Parcels, await world.CountOnAsync(id)));
        await world.ScanAsync([parcels[1]], "ITEM_RECEIVE");
        var pickup = await world.PickupAsync(id);
        Assert.Equal((PickupState.Cancelled, PickupStepKind.HandedIn, 0, 0), (pickup.State, pickup.Steps[^1].Kind, pickup.Parcels, await world.TakenAsync(PickupWorld.Afternoon)));
        Assert.Null(pickup.Steps[^1].By);
        await using var database = world.Databases.CreateDbContext();
        Assert.Empty(await database.PortalMessages.ToListAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task FirstScan_AfterAFailedPickup_EndsIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.FailedAsync(1);
        await world.ScanAsync(await world.ParcelsOfAsync(id));
        Assert.Equal((PickupState.Cancelled, PickupStepKind.HandedIn), ((await world.PickupAsync(id)).State, (await world.PickupAsync(id)).Steps[^1].Kind));
    }

    [Theory, EachDatabase]
    public async Task FirstScan_WhileTheAgentIsOutOrHasThem_LeavesThePickupAsItIs(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var (outside, fetched) = (await world.RequestedAsync(1), await world.PickedUpAsync(1));
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, outside, Token);
        await world.CarryOut.StartAsync(PickupWorld.Staff, outside, Token);
        await world.ScanAsync([.. await world.ParcelsOfAsync(outside), .. await world.ParcelsOfAsync(fetched)]);
        Assert.Equal((PickupState.OutForPickup, 1), ((await world.PickupAsync(outside)).State, await world.CountOnAsync(outside)));
        Assert.Equal((PickupState.PickedUp, 1), ((await world.PickupAsync(fetched)).State, await world.CountOnAsync(fetched)));
        Assert.Equal(new PickupResult.Done(outside), await world.CarryOut.CompleteAsync(PickupWorld.Staff, outside, Token));
    }

    [Theory, EachDatabase]
    public async Task FirstScanAndCancellation_InOnePortion_SayThatItWasHandedIn(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync(3);
        var parcels = await world.ParcelsOfAsync(id);
        await world.CancelAsync(parcels[0]);
        Assert.Equal(2, (await world.PickupAsync(id)).Parcels);
        await world.ScanAsync(parcels[1..]);
        Assert.Equal(PickupStepKind.HandedIn, (await world.PickupAsync(id)).Steps[^1].Kind);
    }
}
