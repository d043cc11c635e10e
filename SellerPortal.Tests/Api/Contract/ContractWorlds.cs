using System.Collections.Concurrent;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api.Contract;

/// <summary>The callers of the contract on each database, made when a test first asks for them; their hosts are shared by the run.</summary>
public sealed class ContractWorlds(TestHost sqlite, PostgresHost postgres) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<ContractWorld>>> worlds = new();

    public async ValueTask DisposeAsync()
    {
        foreach (var world in worlds.Values) await (await world.Value).DisposeAsync();
    }

    internal Task<ContractWorld> OfAsync(DatabaseKind kind) => worlds.GetOrAdd(kind, one => new Lazy<Task<ContractWorld>>(() => MakeAsync(one))).Value;

    private async Task<ContractWorld> MakeAsync(DatabaseKind kind)
    {
        var world = new ContractWorld(kind == DatabaseKind.Sqlite ? sqlite : await postgres.GetAsync());
        await world.InitializeAsync();
        return world;
    }
}
