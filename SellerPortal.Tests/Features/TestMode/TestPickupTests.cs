using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Pickups;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.TestMode;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>Pickups of the test mode: no agent comes, no place is taken, and no office sees them.</summary>
public sealed class TestPickupTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Pickup_OfTheTestMode_IsCarriedOutByItself(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 1 });
        var id = await RequestAsync(world);
        var steps = new TakePickupSteps(world.Databases, new WorkSignal(), world.Time);
        await using var database = world.Databases.CreateDbContext();
        foreach (var expected in new[] { PickupState.Confirmed, PickupState.OutForPickup, PickupState.PickedUp })
        {
            var item = Assert.Single(await database.WorkItems.AsNoTracking().Where(item => item.Kind == TestPickups.Kind).ToListAsync(Token));
            Assert.Equal(world.Time.GetUtcNow() + TestPickups.Pause, item.DueAt);
            world.Time.Advance(TestPickups.Pause);
            await database.WorkItems.Where(other => other.Id == item.Id).ExecuteDeleteAsync(Token);
            await steps.ExecuteAsync(item, Token);

            // After a crash it is taken once more; the pickup has moved since and nothing happens.
            await steps.ExecuteAsync(item, Token);
            Assert.Equal(expected, await database.Pickups.Where(pickup => pickup.Id == id).Select(pickup => pickup.State).SingleAsync(Token));
        }

        Assert.Empty(await database.WorkItems.Where(item => item.Kind == TestPickups.Kind).ToListAsync(Token));
        Assert.Equal(2, await database.Shipments.CountAsync(shipment => shipment.FetchedAt == world.Time.GetUtcNow(), Token));
        Assert.Equal(2, await database.WorkItems.CountAsync(item => item.Kind == TestSteps.Kind && item.DueAt <= world.Time.GetUtcNow(), Token));
    }

    [Theory, EachDatabase]
    public async Task Pickup_OfTheTestMode_TakesNoPlaceAndIsNotTheOfficesBusiness(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind, new PickupRules { Capacity = 1 });
        var id = await RequestAsync(world);
        Assert.Null(await world.Read.ExecuteAsync(PickupWorld.Staff, id, Token));
        Assert.IsType<PickupResult.NotFound>(await world.CarryOut.ConfirmAsync(PickupWorld.Staff, id, Token));

        // The one real place is still free.
        await world.BookAsync(1);
        Assert.IsType<PickupResult.Done>(await world.AskAsync());
    }

    private static async Task<PickupId> RequestAsync(PickupWorld world)
    {
        Assert.True(await new OpenTestMode(world.Databases, world.Time).ExecuteAsync(world.Actor, Token));
        var actor = world.Actor with { SellerId = world.Seller.Id.Twin };
        await world.BookAsync(2, world.Seller.Id.Twin);
        return Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, Shipments: null), Token)).Id;
    }
}
