using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Features.TestMode;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>Who comes: an agent of the office with the fewest pickups at the time.</summary>
public sealed class AssignAgentTests
{
    private static readonly PickupTime Evening = new(PickupWorld.Monday, PickupSlot.Evening);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Request_OneAfterTheOther_GoesRoundByName(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        await world.AddAgentAsync("Aakash of Raipur", "9826010103", "492001");
        await world.LetGoAsync(await world.AddAgentAsync("Aarti who left", "9826010104"));
        var ids = new List<PickupId>();
        for (var i = 0; i < 3; i++) ids.Add(await world.RequestedAsync(1));
        Assert.Equal([anil.Id, bina.Id, anil.Id], await AgentsOfAsync(world, ids));

        // The evening has a count of its own, and what was called off counts no more.
        Assert.Equal([anil.Id], await AgentsOfAsync(world, [await world.RequestedAsync(1, Evening)]));
        Assert.IsType<PickupResult.Done>(await world.Cancel.ExecuteAsync(world.Actor, ids[0], "Not packed", Token));
        Assert.IsType<PickupResult.Done>(await world.Cancel.ExecuteAsync(world.Actor, ids[2], "Not packed", Token));
        Assert.Equal([anil.Id], await AgentsOfAsync(world, [await world.RequestedAsync(1)]));
        var pickup = await world.PickupAsync(ids[1]);
        Assert.Equal(("Bina", "9826010102"), (pickup.AgentName, pickup.AgentMobile?.Value));
        Assert.Equal([PickupStepKind.Requested], pickup.Steps.Select(step => step.Kind));
    }

    [Theory, EachDatabase]
    public async Task Request_WhileOneIsOut_CountsIt(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var first = await world.RequestedAsync(1);
        await world.CarryOut.ConfirmAsync(PickupWorld.Staff, first, Token);
        await world.CarryOut.StartAsync(PickupWorld.Staff, first, Token);
        Assert.Equal([bina.Id], await AgentsOfAsync(world, [await world.RequestedAsync(1)]));
        await world.CarryOut.CompleteAsync(PickupWorld.Staff, first, Token);
        Assert.Equal([anil.Id], await AgentsOfAsync(world, [await world.RequestedAsync(1)]));
    }

    [Theory, EachDatabase]
    public async Task Request_ManyAtOnce_AreSharedOutEvenly(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var agents = new[] { await world.AddAgentAsync("Anil", "9826010101"), await world.AddAgentAsync("Bina", "9826010102"), await world.AddAgentAsync("Chetan", "9826010103") };
        var booked = await world.BookAsync(12);
        var results = await Task.WhenAll(booked.Select(shipment => Task.Run(
            () => world.Request.ExecuteAsync(world.Actor, new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, [shipment.Id]), Token), Token)));
        var given = await AgentsOfAsync(world, [.. results.Cast<PickupResult.Done>().Select(done => done.Id)]);
        Assert.All(agents, agent => Assert.Equal(4, given.Count(id => id == agent.Id)));
    }

    [Theory, EachDatabase]
    public async Task Request_OfAnOfficeWithoutAgents_NamesNobody(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.AddAgentAsync("Aakash of Raipur", "9826010103", "492001");
        var pickup = await world.PickupAsync(await world.RequestedAsync());
        Assert.Equal((null, null, null), (pickup.AgentId, pickup.AgentName, pickup.AgentMobile));
        Assert.Equal(new PickupResult.Done(pickup.Id), await world.Reschedule.ExecuteAsync(world.Actor, pickup.Id, Evening, Token));
    }

    [Theory, EachDatabase]
    public async Task Reschedule_KeepsTheAgentWhileAmongTheFewest_ElseGivesAnother(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var (first, second) = (await world.RequestedAsync(1), await world.RequestedAsync(1));
        Assert.Equal([anil.Id, bina.Id], await AgentsOfAsync(world, [first, second]));
        await world.Reschedule.ExecuteAsync(world.Actor, second, Evening, Token);
        Assert.Equal([bina.Id], await AgentsOfAsync(world, [second]));
        var third = await world.RequestedAsync(1, Evening);
        Assert.Equal([anil.Id], await AgentsOfAsync(world, [third]));
        await world.LetGoAsync(bina);
        await world.Reschedule.ExecuteAsync(world.Actor, second, PickupWorld.Afternoon, Token);
        Assert.Equal([anil.Id], await AgentsOfAsync(world, [second]));
        await world.LetGoAsync(anil);
        await world.Reschedule.ExecuteAsync(world.Actor, second, Evening, Token);
        Assert.Equal([anil.Id, null, anil.Id], await AgentsOfAsync(world, [first, second, third]));
    }

    [Theory, EachDatabase]
    public async Task Repeat_WhenItIsDue_IsGivenAnAgent(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        await world.Repeats.BeginAsync(world.Actor, Guid.CreateVersion7(), PickupWeekdays.EachWeekday, PickupSlot.Afternoon, location: null, Token);
        await world.BookAsync(1);
        world.Time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal(1, await world.MakeRepeats.ExecuteAsync(Token));
        await using var database = world.Databases.CreateDbContext();
        Assert.Equal(anil.Id, (await database.Pickups.SingleAsync(Token)).AgentId);
    }

    [Theory, EachDatabase]
    public async Task Request_InTheTestMode_NamesNobodyAndCountsForNobody(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        await world.AddAgentAsync("Bina", "9826010102");
        Assert.True(await new OpenTestMode(world.Databases, world.Time).ExecuteAsync(world.Actor, Token));
        var tester = world.Actor with { SellerId = world.Seller.Id.Twin };
        await world.BookAsync(1, tester.SellerId);
        var wish = new PickupWish(Guid.CreateVersion7(), PickupWorld.Afternoon, null);
        var simulated = Assert.IsType<PickupResult.Done>(await world.Request.ExecuteAsync(tester, wish, Token)).Id;
        Assert.IsType<PickupResult.Done>(await world.Reschedule.ExecuteAsync(tester, simulated, Evening, Token));
        Assert.Equal([null, anil.Id], await AgentsOfAsync(world, [simulated, await world.RequestedAsync(1, Evening)]));
        Assert.IsType<PickupResult.NotFound>(await world.NameAgent.ExecuteAsync(PickupWorld.Staff, simulated, anil.Id, Token));
    }

    private static async Task<List<Guid?>> AgentsOfAsync(PickupWorld world, IReadOnlyList<PickupId> ids)
    {
        var agents = new List<Guid?>();
        foreach (var id in ids) agents.Add((await world.PickupAsync(id)).AgentId);
        return agents;
    }
}
