using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Features.PickupAgents;
using SellerPortal.Tests.Features.Pickups;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.PickupAgents;

/// <summary>The roster, and a seller who asks for pickups.</summary>
internal sealed class AgentsWorld : IAsyncDisposable
{
    private AgentsWorld(PickupWorld pickups)
    {
        Pickups = pickups;
        Directory.Publish(RealDirectory.Value);
        Keep = new KeepAgent(pickups.Databases, Directory, pickups.Time);
        Leave = new LetAgentGo(pickups.Databases, pickups.Time);
        List = new ListAgents(pickups.Databases, Directory);
    }

    public PickupWorld Pickups { get; }

    public Snapshot<PincodeDirectory> Directory { get; } = new();

    public KeepAgent Keep { get; }

    public LetAgentGo Leave { get; }

    public ListAgents List { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AgentsWorld> CreateAsync(DatabaseKind kind) => new(await PickupWorld.CreateAsync(kind));

    public async Task<PickupAgent> AgentAsync(Guid id)
    {
        await using var database = Pickups.Databases.CreateDbContext();
        return await database.PickupAgents.AsNoTracking().SingleAsync(agent => agent.Id == id, Token);
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string office = "", int page = 1) =>
        [.. (await List.ExecuteAsync(PickupWorld.Staff, new AgentFilter(office, page), Token)).Rows.Select(row => row.Agent.Name)];

    public ValueTask DisposeAsync() => Pickups.DisposeAsync();
}
