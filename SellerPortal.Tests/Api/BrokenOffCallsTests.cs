using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>
/// What a crash between the work and its answer leaves behind: it is done, and no answer is kept. Whoever asks again gets
/// what was made the first time, or is told that nobody knows; nothing is made twice.
/// </summary>
public sealed class BrokenOffCallsTests
{
    /// <summary>The operations whose second attempt cannot tell what the first one did.</summary>
    private static readonly HashSet<string> Unknown = ["RotateWebhookSecret", "SimulateScan"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task EveryKeyedOperation_DoneButNotAnswered_IsDoneOnce(DatabaseKind kind)
    {
        await using var host = kind == DatabaseKind.Sqlite ? new TestHost() : new TestHost { Postgres = await TestDatabase.NewPostgresAsync() };
        await using var world = new ContractWorld(host);
        await world.InitializeAsync();
        var operations = world.Document.Operations.Where(operation => operation.NeedsIdempotencyKey).ToList();
        Assert.True(operations.Count >= 10);
        foreach (var operation in operations)
        {
            var call = await ContractCall.PrepareAsync(world, operation);
            var key = Guid.CreateVersion7().ToString();
            var first = await SendAsync(world, call, key);
            Assert.True((int)first.Status < 300, $"{operation.Id}: {first.Text}");
            Assert.Equal(first.Text, (await SendAsync(world, call, key)).Text);
            await BreakOffAsync(host, key);
            var before = await CountAsync(host);

            var again = await SendAsync(world, call, key);
            Assert.Equal((operation.Id, before), (operation.Id, await CountAsync(host)));
            if (Unknown.Contains(operation.Id)) again.ExpectProblem(HttpStatusCode.Conflict, "outcome_unknown");
            else AssertSame(operation.Id, first, again);
            Assert.Equal(again.Text, (await SendAsync(world, call, key)).Text);

            // A booking is compared by what it says, the others by their bytes; some have no body.
            if (operation.Id == "BookShipment" || call.Body is null) continue;
            (await SendAsync(world, call, key, $"{call.Body.ToJsonString()} ")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
        }
    }

    /// <summary>Takes the answer away, as if the process had died before it was kept.</summary>
    internal static async Task BreakOffAsync(TestHost host, string key)
    {
        var lost = TimeProvider.System.GetUtcNow() - IdempotentCall.Lease;
        await using var database = host.Database();
        await database.IdempotentCalls.Where(call => call.Key == key).ExecuteUpdateAsync(
            set => set.SetProperty(call => call.Status, (int?)null).SetProperty(call => call.Body, (byte[]?)null).SetProperty(call => call.BegunAt, lost), Token);
    }

    private static void AssertSame(string operation, ApiAnswer first, ApiAnswer again)
    {
        Assert.True(first.Status == again.Status, $"{operation}: {again.Text}");
        Assert.Equal((first.Location, first.ETag), (again.Location, again.ETag));

        // A file of labels is drawn meanwhile.
        if (operation == "OrderLabels") Assert.Equal(first.Json["id"]!.ToString(), again.Json["id"]!.ToString());
        else Assert.Equal(first.Text, again.Text);
    }

    private static async Task<string> CountAsync(TestHost host)
    {
        await using var database = host.Database();
        int[] counts =
        [
            await database.Sellers.CountAsync(Token), await database.Shipments.CountAsync(Token), await database.Pickups.CountAsync(Token), await database.Manifests.CountAsync(Token),
            await database.LabelJobs.CountAsync(Token), await database.WebhookEndpoints.CountAsync(Token), await database.TrackingEvents.CountAsync(Token), await database.DeliveryInstructions.CountAsync(Token), await database.History.CountAsync(entry => entry.Kind != HistoryKind.LabelPrinted, Token),
        ];
        return string.Join(' ', counts);
    }

    private static async Task<ApiAnswer> SendAsync(ContractWorld world, ContractCall call, string key, string? body = null)
    {
        using var request = new HttpRequestMessage(call.Operation.Method, call.Url);
        if ((body ?? call.Body?.ToJsonString()) is { } text) request.Content = new StringContent(text, Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", key);
        using var response = await world.Caller(call.Operation).SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }
}
