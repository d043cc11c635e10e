using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>What <see cref="ContractTests"/> shows of SQLite for good calls holds for both databases.</summary>
public sealed class DatabaseContractTests
{
    [Theory, EachDatabase]
    public async Task EveryOperation_GoodCall_IsAnsweredAsTheDocumentSays(DatabaseKind kind)
    {
        await using var host = kind == DatabaseKind.Sqlite ? new TestHost() : new TestHost { Postgres = await TestDatabase.NewPostgresAsync() };
        await using var world = new ContractWorld(host);
        await world.InitializeAsync();
        var faults = new List<string>();
        foreach (var operation in world.Document.Operations)
        {
            var call = await ContractCall.PrepareAsync(world, operation);
            var answer = await call.SendAsync(world.Caller(operation));
            if (((int)answer.Status < 300 ? ContractJudge.Fault(operation, answer) : $"{answer.Status} {answer.Text}") is { } fault) faults.Add($"{operation.Id}: {fault}");
        }

        Assert.Empty(faults);
    }
}
