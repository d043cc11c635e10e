using CsCheck;
using SellerPortal.Domain.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Domain.Pickups;

public sealed class AgentChoiceTests
{
    private static readonly SlotOffice Office = TestAgents.Office();

    private static readonly string[] Names = ["Anil", "Bina", "अनिल"];

    private static readonly Gen<AgentLoad> Agents =
        from name in Gen.Int[0, 2].Select(i => Names[i])
        from mobile in Gen.Long[6_000_000_000, 9_999_999_999]
        from pincode in Gen.Bool.Select(here => here ? "482001" : "492001")
        from id in Gen.Guid
        from left in Gen.Bool
        from pickups in Gen.Int[0, 3]
        select new AgentLoad(Make(name, mobile, pincode, id, left), pickups);

    [Fact]
    public void For_AnyRoster_IsAnActiveAgentOfTheOfficeWithTheFewest() => Gen.Select(Agents.List[0, 12], Gen.Int[-1, 11]).Sample((agents, index) =>
    {
        var present = index >= 0 && index < agents.Count ? agents[index].Agent.Id : (Guid?)null;
        var chosen = AgentChoice.For(Office, agents, present);
        var able = agents.Where(one => one.Agent.IsActive && one.Agent.Office == Office.Name && one.Agent.OfficePincode == Office.Pincode).ToList();
        if (able.Count == 0)
        {
            Assert.Null(chosen);
            return;
        }

        var fewest = able.Where(one => one.Pickups == able.Min(other => other.Pickups)).Select(one => one.Agent).ToList();
        Assert.Contains(chosen, fewest);
        if (fewest.Exists(agent => agent.Id == present)) Assert.Equal(present, chosen!.Id);
        else Assert.DoesNotContain(fewest, agent => string.CompareOrdinal(agent.Name, chosen!.Name) is var order && (order < 0 || (order == 0 && agent.Id < chosen.Id)));
    });

    [Fact]
    public void For_TheSameAgentsInAnyOrder_IsTheSame() => Gen.Select(Agents.List[0, 8], Gen.Int).Sample((agents, seed) =>
    {
        var shuffled = agents.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(AgentChoice.For(Office, agents)?.Id, AgentChoice.For(Office, shuffled)?.Id);
    });

    [Fact]
    public void For_AnOfficeOfTheTestMode_IsNobody() =>
        Agents.List[0, 8].Sample(agents => AgentChoice.For(TestAgents.Office(isTest: true), agents) is null);

    private static PickupAgent Make(string name, long mobile, string pincode, Guid id, bool left)
    {
        var agent = TestAgents.New(name, mobile.ToString("D10", null), pincode, id);
        if (left) agent.LetGo(agent.AddedAt);
        return agent;
    }
}
