using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Start;

/// <summary>
/// The portal is killed while systems ask for pickups, manifests, webhooks and files of labels. Everybody asks again with
/// the same keys: each key has made one thing, and who had an answer gets the very same.
/// </summary>
public sealed class KilledCallsTests
{
    private const int Sellers = 6;
    private const int OfEachKind = 8;
    private const int BeforeTheKill = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Calls_PortalIsKilled_MadeEachThingOnce(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var sellers = await SellersAsync(databases);
        var answers = new ConcurrentDictionary<Call, string>();
        IReadOnlyList<Call> calls;
        await using (var portal = PortalProcess.Start(Settings(databases)))
        {
            using var client = new HttpClient { BaseAddress = await portal.ReadyAsync() };
            calls = Calls(sellers, await FreeTimeAsync(client, sellers[0].Key));
            var waiting = new ConcurrentQueue<Call>(calls);
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var callers = Enumerable.Range(0, 8).Select(_ => Task.Run(() => CallOnAndOnAsync(client, waiting, answers, enough), Token)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(callers));
            Assert.True(enough.Task.IsCompleted, portal.Errors + portal.Output);
            await portal.KillAsync();
            await Task.WhenAll(callers);
        }

        Assert.InRange(answers.Count, BeforeTheKill, calls.Count - 1);
        await using var second = PortalProcess.Start(Settings(databases));
        using var again = new HttpClient { BaseAddress = await second.ReadyAsync() };
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (call, _) =>
        {
            var first = await UntilAnsweredAsync(again, call);
            if (answers.TryGetValue(call, out var before)) Assert.Equal(before, first);
            Assert.Equal(first, await UntilAnsweredAsync(again, call));
        });

        await using var database = databases.CreateDbContext();
        Assert.Equal(Sellers * OfEachKind, await database.Pickups.CountAsync(Token));
        Assert.Equal(Sellers * OfEachKind, await database.Manifests.CountAsync(Token));
        Assert.Equal(Sellers * OfEachKind, await database.WebhookEndpoints.CountAsync(Token));
        Assert.Equal(Sellers * OfEachKind, await database.LabelJobs.CountAsync(Token));
        Assert.Equal(Sellers * OfEachKind, await database.Shipments.Select(shipment => shipment.PickupId).Distinct().CountAsync(id => id != null, Token));
        Assert.Equal(Sellers * OfEachKind, await database.Shipments.Select(shipment => shipment.ManifestId).Distinct().CountAsync(id => id != null, Token));
        Assert.False(await database.IdempotentCalls.AnyAsync(call => call.Status == null, Token));
    }

    private static (string Name, string Value)[] Settings(TestDatabase databases) =>
    [
        ("Database__Provider", databases.Kind.ToString()),
        ("ConnectionStrings__Portal", databases.ConnectionString),
        ("RateLimits__KeyedPerMinute", "1000000"),
        ("Pickups__Capacity", "1000000"),
    ];

    /// <summary>Sellers with a key and a parcel for each pickup, manifest and file.</summary>
    private static async Task<IReadOnlyList<Caller>> SellersAsync(TestDatabase databases)
    {
        await using var database = databases.CreateDbContext();
        var sellers = new List<Caller>();
        for (var i = 0; i < Sellers; i++)
        {
            var (seller, _) = await TestSellers.ApprovedAsync(database);
            var parcels = Enumerable.Range(0, OfEachKind).Select(_ => TestShipments.New(seller.Id)).ToList();
            database.Shipments.AddRange(parcels);
            await database.SaveChangesAsync(Token);
            sellers.Add(new Caller(await TestKeys.AddAsync(database, ApiScopes.OfSellers, seller.Id), [.. parcels.Select(parcel => parcel.Id)]));
        }

        return sellers;
    }

    private static IReadOnlyList<Call> Calls(IReadOnlyList<Caller> sellers, JsonNode time) =>
    [
        .. Enumerable.Range(0, OfEachKind).SelectMany(i => sellers.SelectMany(seller => (Call[])
        [
            new(seller.Key, "pickups", $"{{\"day\":\"{time["day"]}\",\"slot\":\"{time["slot"]}\",\"shipments\":[\"{seller.Parcels[i]}\"]}}", Guid.CreateVersion7().ToString()),
            new(seller.Key, "manifests", $"{{\"shipments\":[\"{seller.Parcels[i]}\"]}}", Guid.CreateVersion7().ToString()),
            new(seller.Key, "webhooks", """{"url":"https://hooks.example.org/portal","events":["shipment.delivered"]}""", Guid.CreateVersion7().ToString()),
            new(seller.Key, "labels", $"{{\"shipments\":[\"{seller.Parcels[i]}\"]}}", Guid.CreateVersion7().ToString()),
        ])),
    ];

    private static async Task<JsonNode> FreeTimeAsync(HttpClient client, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pickups/slots");
        request.Headers.Add("X-Api-Key", key);
        using var response = await client.SendAsync(request, Token);
        var slots = (await ApiAnswer.OfAsync(response)).Expect(HttpStatusCode.OK)["slots"]!.AsArray();
        return slots.Last(slot => slot!["free"]!.GetValue<bool>())!;
    }

    private static async Task CallOnAndOnAsync(HttpClient client, ConcurrentQueue<Call> waiting, ConcurrentDictionary<Call, string> answers, TaskCompletionSource enough)
    {
        try
        {
            while (waiting.TryDequeue(out var call))
            {
                var answer = await SendAsync(client, call);
                Assert.True((int)answer.Status is 201 or 202, answer.Text);
                answers[call] = answer.Text;
                if (answers.Count >= BeforeTheKill) enough.TrySetResult();
            }
        }
        catch (HttpRequestException)
        {
            // The portal is gone, as wanted.
        }
    }

    /// <summary>Asks again for as long as the portal says that the call may still run.</summary>
    private static async Task<string> UntilAnsweredAsync(HttpClient client, Call call)
    {
        for (var waited = TimeSpan.Zero; ;)
        {
            var answer = await SendAsync(client, call);
            if (answer.Status is HttpStatusCode.Created or HttpStatusCode.Accepted) return answer.Text;
            answer.ExpectProblem(HttpStatusCode.Conflict, "idempotency_key_running");
            var wait = TimeSpan.FromSeconds(int.Parse(answer.RetryAfter!, CultureInfo.InvariantCulture));
            Assert.InRange(waited += wait, TimeSpan.Zero, IdempotentCall.Lease + TimeSpan.FromSeconds(10));
            await Task.Delay(wait, Token);
        }
    }

    private static async Task<ApiAnswer> SendAsync(HttpClient client, Call call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{call.Resource}") { Content = new StringContent(call.Body, null, "application/json") };
        request.Headers.Add("X-Api-Key", call.ApiKey);
        request.Headers.Add("Idempotency-Key", call.Key);
        using var response = await client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }

    private sealed record Caller(string Key, IReadOnlyList<ShipmentId> Parcels);

    private sealed record Call(string ApiKey, string Resource, string Body, string Key);
}
