using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>A pickup is moved as it was seen, or not at all.</summary>
public sealed class SeenPickupTests
{
    private static readonly PickupTime Evening = new(PickupWorld.Monday, PickupSlot.Evening);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Reschedule_TwoAtOnceWithOneVersion_OneIsDone(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        var seen = (await world.PickupAsync(id)).Version;
        PickupTime[] wanted = [Evening, new(PickupWorld.Monday.AddDays(2), PickupSlot.Morning), new(PickupWorld.Monday.AddDays(2), PickupSlot.Evening)];
        var results = await Task.WhenAll(wanted.Select(time => Task.Run(() => world.Reschedule.ExecuteAsync(world.Actor, id, time, Token, seen), Token)));
        Assert.Equal(2, results.Count(result => result is PickupResult.ChangedMeanwhile));
        Assert.Equal(wanted[Array.IndexOf(results, new PickupResult.Done(id))], (await world.PickupAsync(id)).Time);
    }

    [Theory, EachDatabase]
    public async Task Reschedule_ToWhereAnotherMovedIt_IsToldSo(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var id = await world.RequestedAsync();
        var seen = (await world.PickupAsync(id)).Version;
        Assert.Equal(new PickupResult.Done(id), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token, seen));
        Assert.Equal(new PickupResult.ChangedMeanwhile(), await world.Reschedule.ExecuteAsync(world.Actor, id, Evening, Token, seen));
    }
}
