using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>A key that comes again after its time: the caller must not take what it made weeks ago for what it asks for now.</summary>
public sealed class EndedKeysTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pickup_KeyOfAnotherWeek_IsRefusedAndNothingIsTakenForIt()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await world.BookAsync();
        var next = (await world.PostAsync("/api/v1/pickups", new JsonObject { ["day"] = "2020-01-01", ["slot"] = "Morning" })).Expect(HttpStatusCode.Conflict)["next"]!;
        var (wish, other) = (next.DeepClone(), next.DeepClone());
        other["slot"] = wish["slot"]!.GetValue<string>() == "Evening" ? "Morning" : "Evening";
        (await world.PostAsync("/api/v1/pickups", wish, "pickup-monday")).Expect(HttpStatusCode.Created);
        await LetEndAsync("pickup-monday");
        (await world.PostAsync("/api/v1/pickups", wish, "pickup-monday")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_ended");
        (await world.PostAsync("/api/v1/pickups", other, "pickup-monday")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_used");
    }

    [Fact]
    public async Task Manifest_KeyOfAnotherDay_IsRefusedThoughTheBodyIsTheSame()
    {
        using var world = await ApiWorld.CreateAsync(host);
        await world.BookAsync();
        (await world.PostAsync("/api/v1/manifests", new JsonObject(), "today")).Expect(HttpStatusCode.Created);
        await LetEndAsync("today");
        await world.BookAsync("ORD-2");
        (await world.PostAsync("/api/v1/manifests", new JsonObject(), "today")).ExpectProblem(HttpStatusCode.UnprocessableEntity, "idempotency_key_ended");
        (await world.PostAsync("/api/v1/manifests", new JsonObject(), "tomorrow")).Expect(HttpStatusCode.Created);
    }

    private async Task LetEndAsync(string key)
    {
        var then = TimeProvider.System.GetUtcNow() - IdempotentCall.Kept - TimeSpan.FromMinutes(1);
        await using var database = host.Database();
        await database.IdempotentCalls.Where(call => call.Key == key).ExecuteUpdateAsync(set => set.SetProperty(call => call.BegunAt, then), Token);
    }
}
