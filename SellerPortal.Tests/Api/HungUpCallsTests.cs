using System.Net;
using System.Text;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>A caller that hangs up does not stop what it asked for: whoever asks again with the key hears how it went.</summary>
public sealed class HungUpCallsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task EveryKeyedOperation_CallerHangsUp_IsDoneAndAnsweredAgain(DatabaseKind kind)
    {
        var hangUp = new HangUp();
        await using var host = hangUp.Host(kind == DatabaseKind.Sqlite ? null : await TestDatabase.NewPostgresAsync());
        await using var world = new ContractWorld(host);
        await world.InitializeAsync();
        var faults = new List<string>();

        // A single booking has no such call: its claim is its answer.
        foreach (var operation in world.Document.Operations.Where(operation => operation.NeedsIdempotencyKey && operation.Id != "BookShipment"))
        {
            var call = await ContractCall.PrepareAsync(world, operation);
            var (key, before) = (Guid.CreateVersion7().ToString(), hangUp.Count);
            await SendAsync(world, call, key, hangsUp: true);
            Assert.Equal(before + 1, hangUp.Count);
            var again = await SendAsync(world, call, key, hangsUp: false);
            if ((int)again!.Status >= 300) faults.Add($"{operation.Id}: {again.Text}");
            else if (again.Text != (await SendAsync(world, call, key, hangsUp: false))!.Text) faults.Add($"{operation.Id}: another answer");
        }

        Assert.Empty(faults);
    }

    private static async Task<ApiAnswer?> SendAsync(ContractWorld world, ContractCall call, string key, bool hangsUp)
    {
        using var request = new HttpRequestMessage(call.Operation.Method, call.Url);
        if (call.Body is not null) request.Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", key);
        if (hangsUp) request.Headers.Add(HangUp.Header, "now");
        try
        {
            using var response = await world.Caller(call.Operation).SendAsync(request, Token);
            return await ApiAnswer.OfAsync(response);
        }
        catch (Exception fault) when (hangsUp && fault is HttpRequestException or OperationCanceledException or IOException && !Token.IsCancellationRequested)
        {
            // Nobody hears the answer.
            return null;
        }
    }
}
