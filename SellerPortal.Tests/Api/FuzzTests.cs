using System.Diagnostics;
using System.Globalization;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>Whatever is sent, the API answers, and never with a fault of its own.</summary>
public sealed class FuzzTests(ContractWorlds worlds) : IClassFixture<ContractWorlds>
{
    private const int Seed = 20_261_123;
    private const int CallsOfEach = 50;

    [Theory, EachOperation]
    public async Task OddCalls_OfEveryOperation_AreAnsweredWithoutAFault(DatabaseKind kind, string id) =>
        await CallAsync(await worlds.OfAsync(kind), id, kind == DatabaseKind.Sqlite ? CallsOfEach : CallsOfEach / 2);

    private static async Task CallAsync(ContractWorld world, string id, int calls)
    {
        var operation = world.Document.Operation(id);
        var good = await ContractCall.PrepareAsync(world, operation);
        var caller = world.Caller(operation);
        var odd = new OddCalls(Seed + id.Sum(c => c));
        var faults = new List<string>();
        for (var i = 0; i < calls; i++)
        {
            using var request = odd.Make(good);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            time.CancelAfter(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(60));
            using var response = await caller.SendAsync(request, time.Token);
            var answer = await ApiAnswer.OfAsync(response);
            if ((FaultOf(answer) ?? Undocumented(operation, answer)) is not { } fault) continue;
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{id}: {fault}\n  {request.Method} {request.RequestUri}\n  {string.Join(", ", request.Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value)}"))}\n  {body}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
    }

    /// <summary>Odd places in the path can lead to another endpoint, or to none.</summary>
    private static string? Undocumented(ApiOperation operation, ApiAnswer answer) =>
        (int)answer.Status is 404 or 405 ? null : ContractJudge.Fault(operation, answer);

    private static string? FaultOf(ApiAnswer answer)
    {
        var status = (int)answer.Status;
        if (status < 400) return null;
        if (status >= 500 && status != 503) return $"{status}: {answer.Text}";
        if (answer.ContentType != "application/problem+json") return $"{status} is no problem but {answer.ContentType}";
        if (answer.Json["code"]?.ToString() is not { Length: > 0 }) return $"{status} without a code: {answer.Text}";
        return answer.Text.Contains("Exception", StringComparison.Ordinal) || answer.Text.Contains("at SellerPortal", StringComparison.Ordinal) ? $"{status} tells too much: {answer.Text}" : null;
    }
}
