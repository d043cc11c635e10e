using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>Every operation of the document of the API does what the document says, and refuses what it does not say, on both databases.</summary>
public sealed class ContractTests(ContractWorlds worlds) : IClassFixture<ContractWorlds>
{
    [Fact]
    public async Task Document_EveryOperation_HasAnExample()
    {
        var world = await worlds.OfAsync(DatabaseKind.Sqlite);
        Assert.Equal(ContractExamples.All.Keys, world.Document.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal));
        var faults = world.Document.Operations.Where(operation => operation.Body is not null).Select(operation => (operation.Id, Faults: operation.Example is { } example
            ? string.Join("; ", SchemaCheck.Faults(world.Document, example, operation.Body!))
            : "no example in the document"));
        Assert.DoesNotContain(faults, fault => fault.Faults.Length > 0);
        Assert.All(world.Document.Operations, operation => Assert.True(operation.Declares(400) && operation.Declares(429), operation.Id));
    }

    [Theory, EachOperation]
    public async Task GoodCall_OfEveryOperation_IsAnsweredAsTheDocumentSays(DatabaseKind kind, string id)
    {
        var (world, call) = await PrepareAsync(kind, id);
        var answer = await call.SendAsync(world.Caller(call.Operation));
        Assert.True((int)answer.Status < 300, $"{answer.Status}: {answer.Text}");
        Assert.Null(ContractJudge.Fault(call.Operation, answer));
    }

    [Theory, EachOperation]
    public async Task BrokenBody_OfEveryOperation_IsRefusedWithThePlace(DatabaseKind kind, string id)
    {
        var (world, call) = await PrepareAsync(kind, id);
        if (call.Operation.Body is null) return;
        var example = ContractExamples.All[id];
        var caller = world.Caller(call.Operation);
        var faults = new List<string>();
        foreach (var broken in BrokenBodies.Of(call.Operation, call.Body!).Where(one => !example.Passes(one)))
        {
            var answer = await call.SendAsync(caller, broken.Body);
            var fault = ContractJudge.Fault(call.Operation, answer)
                ?? (example.Entries is { } entries && entries.Holds(broken.Pointer) ? entries.Fault(broken.Pointer, answer) : IsRefusedAt(answer, broken.Pointer) ? null : $"{answer.Status} {answer.Text}");
            if (fault is not null) faults.Add($"{broken.What} {broken.Pointer}: {fault}");
        }

        foreach (var text in (string[])["", "{", "null", "\"text\"", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "\u0000"])
        {
            var answer = await call.SendAsync(caller, call.Url, text);
            if ((ContractJudge.Fault(call.Operation, answer) ?? (IsRefusedAt(answer, pointer: null) ? null : $"{answer.Status} {answer.Text}")) is { } fault) faults.Add($"body {text}: {fault}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory, EachOperation]
    public async Task Caller_WithoutAccess_IsRefusedAsTheDocumentSays(DatabaseKind kind, string id)
    {
        var (world, call) = await PrepareAsync(kind, id);
        if (call.Operation.Scope is null) return;
        var none = await call.SendAsync(world.Nobody);
        none.ExpectProblem(HttpStatusCode.Unauthorized, "no_key");
        Assert.Null(ContractJudge.Fault(call.Operation, none));
        var other = await call.SendAsync(world.WithoutScope(call.Operation));
        other.ExpectProblem(HttpStatusCode.Forbidden, "scope_missing");
        Assert.Null(ContractJudge.Fault(call.Operation, other));
        if (call.Operation.Places.Count == 0 || world.Stranger(call.Operation) is not { } stranger) return;
        var foreign = await call.SendAsync(stranger);
        foreign.ExpectProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Null(ContractJudge.Fault(call.Operation, foreign));
    }

    [Theory, EachOperation]
    public async Task Parameter_MissingOrUnreadable_IsRefusedAsTheDocumentSays(DatabaseKind kind, string id)
    {
        var (world, call) = await PrepareAsync(kind, id);
        var caller = world.Caller(call.Operation);
        if (call.Operation.NeedsIdempotencyKey)
        {
            var keyless = await call.SendAsync(caller, withKey: false);
            keyless.ExpectFault("Idempotency-Key", "idempotency_key_missing");
            Assert.Null(ContractJudge.Fault(call.Operation, keyless));
        }

        var faults = new List<string>();
        foreach (var parameter in call.Operation.Parameters("query"))
        {
            var name = parameter["name"]!.ToString();
            Assert.True(char.IsAsciiLetterLower(name[0]), $"{name} begins with a capital");
            var answer = await call.SendAsync(caller, $"{call.Url.Split('?')[0]}?{name}=%F0%9F%93%A6", call.Body?.ToJsonString());
            if (ContractJudge.Fault(call.Operation, answer) is { } fault) faults.Add($"{name}: {fault}");
            if (call.Operation.Document.TypesOf(parameter["schema"]!).Contains("string")) continue;
            if (!IsRefusedAt(answer, $"?{name}")) faults.Add($"{name}: {answer.Status} {answer.Text}");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static bool IsRefusedAt(ApiAnswer answer, string? pointer) => answer.Status == HttpStatusCode.BadRequest
        && answer.Json["errors"]!.AsArray().Any(error => pointer is null || error!["pointer"]!.ToString() == pointer);

    private async Task<(ContractWorld World, ContractCall Call)> PrepareAsync(DatabaseKind kind, string id)
    {
        var world = await worlds.OfAsync(kind);
        return (world, await ContractCall.PrepareAsync(world, world.Document.Operation(id)));
    }
}
