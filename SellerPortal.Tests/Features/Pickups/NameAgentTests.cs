using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pickups;

/// <summary>The office sends another agent.</summary>
public sealed class NameAgentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Name_ByStaff_ReplacesTheAgentAndStandsInTheHistory(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        await world.AddAgentAsync("Anil", "9826010101");
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var id = await world.RequestedAsync();
        Assert.Equal(new PickupResult.Done(id), await world.NameAgent.ExecuteAsync(PickupWorld.Staff, id, bina.Id, Token));
        Assert.Equal(new PickupResult.Done(id, Again: true), await world.NameAgent.ExecuteAsync(TestSellers.Admin, id, bina.Id, Token));
        var pickup = await world.PickupAsync(id);
        Assert.Equal((bina.Id, "Bina", "9826010102"), (pickup.AgentId, pickup.AgentName, pickup.AgentMobile?.Value));
        Assert.Equal((PickupStepKind.AgentNamed, "Bina", PickupWorld.Staff.UserId), (pickup.Steps[^1].Kind, pickup.Steps[^1].Note, pickup.Steps[^1].By));
        await world.FetchAsync(id);
        Assert.Equal(new PickupResult.NotPossible(PickupState.PickedUp), await world.NameAgent.ExecuteAsync(PickupWorld.Staff, id, bina.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task Name_SomebodyWhoIsNotSent_IsRefused(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        var left = await world.AddAgentAsync("Bina", "9826010102");
        await world.LetGoAsync(left);
        var far = await world.AddAgentAsync("Aakash of Raipur", "9826010103", "492001");
        var id = await world.RequestedAsync();
        foreach (var agent in new[] { left.Id, far.Id, Guid.CreateVersion7() })
        {
            Assert.IsType<PickupResult.AgentUnknown>(await world.NameAgent.ExecuteAsync(PickupWorld.Staff, id, agent, Token));
        }

        Assert.Equal((anil.Id, 1), ((await world.PickupAsync(id)).AgentId, (await world.PickupAsync(id)).StepCount));
        Assert.IsType<PickupResult.NotFound>(await world.NameAgent.ExecuteAsync(PickupWorld.Staff, new PickupId(Guid.CreateVersion7()), anil.Id, Token));
    }

    [Theory, EachDatabase]
    public async Task Name_BySellers_IsNotAllowedAndTheRosterIsHiddenFromThem(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var anil = await world.AddAgentAsync("Anil", "9826010101");
        var bina = await world.AddAgentAsync("Bina", "9826010102");
        var id = await world.RequestedAsync();
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        foreach (var actor in new[] { world.Actor, world.Actor with { Team = TeamRole.ViewOnly }, stranger })
        {
            Assert.IsType<PickupResult.NotAllowed>(await world.NameAgent.ExecuteAsync(actor, id, bina.Id, Token));
        }

        Assert.Equal(anil.Id, (await world.PickupAsync(id)).AgentId);
        Assert.Empty((await world.Read.ExecuteAsync(world.Actor, id, Token))!.Agents);
        Assert.Null(await world.Read.ExecuteAsync(stranger, id, Token));
        var forStaff = (await world.Read.ExecuteAsync(PickupWorld.Staff, id, Token))!;
        Assert.Equal([("Anil", 1), ("Bina", 0)], forStaff.Agents.Select(one => (one.Agent.Name, one.Pickups)));
        Assert.Equal("Anil", Assert.Single((await world.List.ExecuteAsync(PickupWorld.Staff, new PickupFilter(), Token)).Rows).Agent);
        await world.FetchAsync(id);
        Assert.Empty((await world.Read.ExecuteAsync(PickupWorld.Staff, id, Token))!.Agents);
    }

    [Theory, EachDatabase]
    public async Task Name_ByManyAtOnce_IsOneAfterTheOther(DatabaseKind kind)
    {
        await using var world = await PickupWorld.CreateAsync(kind);
        var agents = new[] { await world.AddAgentAsync("Anil", "9826010101"), await world.AddAgentAsync("Bina", "9826010102"), await world.AddAgentAsync("Chetan", "9826010103") };
        var id = await world.RequestedAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => world.NameAgent.ExecuteAsync(PickupWorld.Staff, id, agents[i % 3].Id, Token), Token)));
        Assert.All(results, result => Assert.IsType<PickupResult.Done>(result));
        var pickup = await world.PickupAsync(id);
        Assert.Equal(Enumerable.Range(1, pickup.StepCount), pickup.Steps.Select(step => step.Sequence));
        Assert.Equal(pickup.AgentName, pickup.Steps.Last(step => step.Kind == PickupStepKind.AgentNamed).Note);
    }
}
