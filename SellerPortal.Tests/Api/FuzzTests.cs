using System.Diagnostics;
using System.Globalization;
using SellerPortal.Tests.Api.Contract;

namespace SellerPortal.Tests.Api;

/// <summary>Whatever is sent, the API answers, and never with a fault of its own.</summary>
public sealed class FuzzTests(ContractWorld world) : IClassFixture<ContractWorld>
{
    private const int Seed = 20_261_123;
    private const int CallsOfEach = 120;

    public static TheoryData<string> Operations { get; } = [.. ContractExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task OddCalls_OfEveryOperation_AreAnsweredWithoutAFault(string id)
    {
        var operation = world.Document.Operation(id);
        var good = await ContractCall.PrepareAsync(world, operation);
        var caller = world.Caller(operation);
        var odd = new OddCalls(Seed + id.Sum(c => c));
        var faults = new List<string>();
        for (var i = 0; i < CallsOfEach; i++)
        {
            using var request = odd.Make(good);
            using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            time.CancelAfter(Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(60));
            using var response = await caller.SendAsync(request, time.Token);
            var answer = await ApiAnswer.OfAsync(response);
            if (FaultOf(answer) is not { } fault) continue;
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{fault}\n  {request.Method} {request.RequestUri}\n  {string.Join(", ", request.Headers.Select(header => $"{header.Key}: {string.Join('|', header.Value)}"))}\n  {body}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
    }

    private static string? FaultOf(ApiAnswer answer)
    {
        var status = (int)answer.Status;
        if (status < 400) return null;
        if (status > 500 && status != 503 || status == 500) return $"{status}: {answer.Text}";
        if (answer.ContentType != "application/problem+json") return $"{status} is no problem but {answer.ContentType}";
        if (answer.Json["code"]?.ToString() is not { Length: > 0 }) return $"{status} without a code: {answer.Text}";
        return answer.Text.Contains("Exception", StringComparison.Ordinal) || answer.Text.Contains("at SellerPortal", StringComparison.Ordinal) ? $"{status} tells too much: {answer.Text}" : null;
    }
}
