using SellerPortal.Domain.Access;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.PickupAgents;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupAgents;

public sealed class KeepAgentTests
{
    private static readonly TypedAgentFacts Anil = new("482001", "Anil", "9826010101");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Add_TheSameFormManyTimes_IsOneAgentOfTheOfficeThatFetches(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.Keep.AddAsync(PickupWorld.Staff, id, Anil, Token), Token)));
        Assert.All(results, result => Assert.Equal(AgentOutcome.Done, result.Outcome));
        var agent = await world.AgentAsync(id);
        Assert.Equal((TestAgents.Office().Name, 482001, "Anil", "9826010101"), (agent.Office, agent.OfficePincode.Value, agent.Name, agent.Mobile.Value));
        Assert.Equal((PickupWorld.Staff.UserId, world.Pickups.Time.GetUtcNow(), true), (agent.AddedBy, agent.AddedAt, agent.IsActive));
        Assert.Equal(["Anil"], await world.NamesAsync());
        Assert.Equal(agent.Id, (await world.Pickups.PickupAsync(await world.Pickups.RequestedAsync())).AgentId);
    }

    [Theory, EachDatabase]
    public async Task Add_ANumberThatTheOfficeHas_IsRefusedAlsoAtOnce(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(
            () => world.Keep.AddAsync(PickupWorld.Staff, Guid.CreateVersion7(), Anil with { Name = $"Agent {i}" }, Token), Token)));
        Assert.Single(results, result => result.Outcome == AgentOutcome.Done);
        Assert.All(results.Where(result => result.Outcome != AgentOutcome.Done), result => Assert.Equal([AgentFault.MobileTaken], result.Faults));
        Assert.Equal([AgentFault.MobileTaken], (await world.Keep.AddAsync(PickupWorld.Staff, Guid.CreateVersion7(), Anil with { Mobile = "+91 98260 10101" }, Token)).Faults);
        Assert.Equal(AgentOutcome.Done, (await world.Keep.AddAsync(PickupWorld.Staff, Guid.CreateVersion7(), Anil with { Pincode = "492001" }, Token)).Outcome);
        Assert.Equal(2, (await world.NamesAsync()).Count);
    }

    [Theory, EachDatabase]
    public async Task Add_WithFaults_SaysThemAndKeepsNothing(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var result = await world.Keep.AddAsync(PickupWorld.Staff, Guid.CreateVersion7(), new TypedAgentFacts("1", new string('x', 10_000), "९८२६०१०१०१"), Token);
        Assert.Equal((AgentOutcome.Refused, 3), (result.Outcome, result.Faults.Count));
        Assert.Empty(await world.NamesAsync());
    }

    [Theory, EachDatabase]
    public async Task Correct_WithTheVersionSeen_ChangesOpenPickupsAndLeavesEndedOnes(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        await world.Keep.AddAsync(PickupWorld.Staff, id, Anil, Token);
        var (ended, open) = (await world.Pickups.PickedUpAsync(1), await world.Pickups.RequestedAsync(1));
        var (seen, before) = ((await world.AgentAsync(id)).Version, (await world.Pickups.PickupAsync(open)).Version);
        var corrected = new TypedAgentFacts("482001", "Anil Patel", "9826010199");
        Assert.Equal(AgentOutcome.Done, (await world.Keep.CorrectAsync(TestSellers.Admin, id, seen, corrected, Token)).Outcome);
        Assert.Equal(AgentOutcome.ChangedMeanwhile, (await world.Keep.CorrectAsync(TestSellers.Admin, id, seen, Anil, Token)).Outcome);
        Assert.Equal(AgentOutcome.Missing, (await world.Keep.CorrectAsync(TestSellers.Admin, Guid.CreateVersion7(), seen, Anil, Token)).Outcome);
        var now = await world.Pickups.PickupAsync(open);
        Assert.Equal(("Anil Patel", "9826010199"), (now.AgentName, now.AgentMobile?.Value));
        Assert.NotEqual(before, now.Version);
        var past = await world.Pickups.PickupAsync(ended);
        Assert.Equal(("Anil", "9826010101"), (past.AgentName, past.AgentMobile?.Value));
    }

    [Theory, EachDatabase]
    public async Task Correct_ToANumberOfAnother_IsRefusedAndChangesNothing(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var (anil, bina) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await world.Keep.AddAsync(PickupWorld.Staff, anil, Anil, Token);
        await world.Keep.AddAsync(PickupWorld.Staff, bina, new TypedAgentFacts("482001", "Bina", "9826010102"), Token);
        var id = await world.Pickups.RequestedAsync();
        var result = await world.Keep.CorrectAsync(PickupWorld.Staff, anil, (await world.AgentAsync(anil)).Version, new TypedAgentFacts("482001", "Other", "9826010102"), Token);
        Assert.Equal([AgentFault.MobileTaken], result.Faults);
        Assert.Equal(("Anil", "Anil"), ((await world.AgentAsync(anil)).Name, (await world.Pickups.PickupAsync(id)).AgentName));
    }

    [Theory, EachDatabase]
    public async Task LetGo_AndBack_StopsAndResumesBeingSent(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        await world.Keep.AddAsync(PickupWorld.Staff, id, Anil, Token);
        var open = await world.Pickups.RequestedAsync(1);
        var seen = (await world.AgentAsync(id)).Version;
        Assert.Equal(AgentOutcome.ChangedMeanwhile, (await world.Leave.ExecuteAsync(PickupWorld.Staff, id, Guid.CreateVersion7(), Token)).Outcome);
        Assert.Equal(AgentOutcome.Done, (await world.Leave.ExecuteAsync(PickupWorld.Staff, id, seen, Token)).Outcome);
        Assert.Equal(AgentOutcome.Done, (await world.Leave.ExecuteAsync(PickupWorld.Staff, id, seen, Token)).Outcome);
        Assert.Equal("Anil", (await world.Pickups.PickupAsync(open)).AgentName);
        Assert.Null((await world.Pickups.PickupAsync(await world.Pickups.RequestedAsync(1))).AgentName);
        var row = Assert.Single((await world.List.ExecuteAsync(PickupWorld.Staff, new AgentFilter(""), Token)).Rows);
        Assert.Equal((false, 1), (row.Agent.IsActive, row.Pickups));

        // His number went to another one; he comes back when that one has another.
        var other = Guid.CreateVersion7();
        Assert.Equal(AgentOutcome.Done, (await world.Keep.AddAsync(PickupWorld.Staff, other, Anil with { Name = "Bina" }, Token)).Outcome);
        var left = (await world.AgentAsync(id)).Version;
        Assert.Equal([AgentFault.MobileTaken], (await world.Leave.TakeBackAsync(PickupWorld.Staff, id, left, Token)).Faults);
        await world.Leave.ExecuteAsync(PickupWorld.Staff, other, (await world.AgentAsync(other)).Version, Token);
        Assert.Equal(AgentOutcome.Done, (await world.Leave.TakeBackAsync(PickupWorld.Staff, id, left, Token)).Outcome);
        Assert.True((await world.AgentAsync(id)).IsActive);
        Assert.Equal(AgentOutcome.Missing, (await world.Leave.TakeBackAsync(PickupWorld.Staff, Guid.CreateVersion7(), left, Token)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task Roster_ForSellers_IsNeitherReadNorChanged(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        var id = Guid.CreateVersion7();
        await world.Keep.AddAsync(PickupWorld.Staff, id, Anil, Token);
        var seen = (await world.AgentAsync(id)).Version;
        foreach (var actor in new[] { world.Pickups.Actor, world.Pickups.Actor with { Team = TeamRole.ViewOnly } })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(() => world.List.ExecuteAsync(actor, new AgentFilter(""), Token));
            Assert.Equal(AgentOutcome.NotAllowed, (await world.Keep.AddAsync(actor, Guid.CreateVersion7(), Anil with { Mobile = "9826010102" }, Token)).Outcome);
            Assert.Equal(AgentOutcome.NotAllowed, (await world.Keep.CorrectAsync(actor, id, seen, Anil with { Name = "Mine" }, Token)).Outcome);
            Assert.Equal(AgentOutcome.NotAllowed, (await world.Leave.ExecuteAsync(actor, id, seen, Token)).Outcome);
            Assert.Equal(AgentOutcome.NotAllowed, (await world.Leave.TakeBackAsync(actor, id, seen, Token)).Outcome);
        }

        Assert.Equal(seen, (await world.AgentAsync(id)).Version);
    }

    [Theory, EachDatabase]
    public async Task List_ByOfficePincodeAndPage_HoldsOnlyThoseAndThoseWhoLeftLast(DatabaseKind kind)
    {
        await using var world = await AgentsWorld.CreateAsync(kind);
        await using (var database = world.Pickups.Databases.CreateDbContext())
        {
            for (var i = 0; i < ListAgents.PageSize; i++) database.PickupAgents.Add(TestAgents.New($"Agent {i:D2}", $"98260{i:D5}"));
            var left = TestAgents.New("Aarti", "9826099999");
            left.LetGo(world.Pickups.Time.GetUtcNow());
            database.PickupAgents.AddRange(left, TestAgents.New("Zoya", "9826088888", "492001"));
            await database.SaveChangesAsync(Token);
        }

        Assert.Equal(["Zoya"], await world.NamesAsync("492001"));
        Assert.Equal(["Zoya"], await world.NamesAsync("492 001"));
        Assert.Equal(["Zoya"], await world.NamesAsync("rAIPUR"));
        Assert.Empty(await world.NamesAsync("100%_"));
        Assert.Empty(await world.NamesAsync("110001"));
        Assert.Equal(["Aarti"], await world.NamesAsync("482001", page: 2));
        Assert.Equal(["Aarti"], await world.NamesAsync("482001", page: 99));
        Assert.Equal(ListAgents.PageSize, (await world.NamesAsync("jabalpur")).Count);
    }
}
