using System.Net;
using System.Text;
using SellerPortal.Tests.Api.Contract;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>A key stands for one wish of a seller, at whichever address it came first.</summary>
public sealed class KeysOfAllCallsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task KeyOfOneOperation_AtAnyOther_IsRefused(DatabaseKind kind)
    {
        await using var host = kind == DatabaseKind.Sqlite ? new TestHost() : new TestHost { Postgres = await TestDatabase.NewPostgresAsync() };
        await using var world = new ContractWorld(host);
        await world.InitializeAsync();
        var operations = world.Document.Operations.Where(operation => operation.NeedsIdempotencyKey && world.Caller(operation) == world.Seller.Client).ToList();
        Assert.True(operations.Count >= 8);
        var others = new List<ContractCall>();
        foreach (var operation in operations) others.Add(await ContractCall.PrepareAsync(world, operation));
        var faults = new List<string>();
        foreach (var operation in operations)
        {
            var call = await ContractCall.PrepareAsync(world, operation);
            var key = Guid.CreateVersion7().ToString();
            var first = await SendAsync(world, call, key);
            Assert.True((int)first.Status < 300, $"{operation.Id}: {first.Text}");
            foreach (var other in others.Where(other => other.Operation.Id != operation.Id))
            {
                var answer = await SendAsync(world, other, key);
                if (answer.Status != HttpStatusCode.UnprocessableEntity || answer.Json["code"]!.ToString() != "idempotency_key_used") faults.Add($"{operation.Id}, then {other.Operation.Id}: {answer.Status}");
            }

            Assert.Equal((operation.Id, first.Text), (operation.Id, (await SendAsync(world, call, key)).Text));
        }

        Assert.Empty(faults);
    }

    [Fact]
    public async Task KeyOfARefusedBooking_IsFreeForABatch_AndTheOtherWayRound()
    {
        await using var host = new TestHost();
        using var world = await ApiWorld.CreateAsync(host);
        var wrong = ApiWorld.Parcel();
        wrong["consignee"]!["pincode"] = "999999";
        Assert.Equal(HttpStatusCode.BadRequest, (await world.PostAsync("/api/v1/shipments", wrong, "one")).Status);
        (await world.PostAsync("/api/v1/shipments/batch", new System.Text.Json.Nodes.JsonObject { ["shipments"] = new System.Text.Json.Nodes.JsonArray(ApiWorld.Parcel()) }, "one")).Expect(HttpStatusCode.OK);
        (await world.PostAsync("/api/v1/shipments/batch", new System.Text.Json.Nodes.JsonObject { ["shipments"] = new System.Text.Json.Nodes.JsonArray(wrong.DeepClone()) }, "two")).Expect(HttpStatusCode.OK);
        (await world.PostAsync("/api/v1/shipments", ApiWorld.Parcel(), "two")).Expect(HttpStatusCode.Created);
        using var other = await ApiWorld.CreateAsync(host);
        (await other.PostAsync("/api/v1/shipments", ApiWorld.Parcel(), "one")).Expect(HttpStatusCode.Created);
    }

    private static async Task<ApiAnswer> SendAsync(ContractWorld world, ContractCall call, string key)
    {
        using var request = new HttpRequestMessage(call.Operation.Method, call.Url);
        if (call.Body is not null) request.Content = new StringContent(call.Body.ToJsonString(), Encoding.UTF8, "application/json");
        request.Headers.Add("Idempotency-Key", key);
        using var response = await world.Seller.Client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }
}
