using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

public sealed class WebhookApiTests(TestHost host)
{
    private const string Url = "/api/v1/webhooks";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhook_MadeChangedAndDeleted_IsAsItSays()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var wish = new JsonObject { ["url"] = "https://hooks.example.org/in", ["events"] = new JsonArray("shipment.delivered") };
        var made = await world.PostAsync(Url, wish, "w");
        Assert.Equal("Enabled", made.Expect(HttpStatusCode.Created)["state"]!.GetValue<string>());
        Assert.Equal(made.Text, (await world.PostAsync(Url, wish, "w")).Text);
        Assert.Single((await world.GetAsync(Url)).Expect(HttpStatusCode.OK).AsArray());
        Assert.StartsWith("whsec_", (await world.PostAsync($"{made.Location}/rotation", body: null)).Expect(HttpStatusCode.OK)["secret"]!.GetValue<string>(), StringComparison.Ordinal);

        var present = await world.GetAsync(made.Location!);
        var changed = await world.SendAsync(HttpMethod.Patch, made.Location!, new JsonObject { ["enabled"] = false, ["events"] = new JsonArray("pickup.failed") }, key: null, present.ETag);
        Assert.Equal(("DisabledByOwner", "pickup.failed"), (changed.Expect(HttpStatusCode.OK)["state"]!.GetValue<string>(), changed.Json["events"]![0]!.GetValue<string>()));
        (await world.SendAsync(HttpMethod.Patch, made.Location!, new JsonObject { ["enabled"] = true }, key: null, present.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        Assert.Empty((await world.GetAsync($"{made.Location}/deliveries?state=Dead")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        Assert.Equal(0, (await world.PostAsync($"{made.Location}/replay", body: null)).Expect(HttpStatusCode.OK)["count"]!.GetValue<int>());

        using var other = await ApiWorld.CreateAsync(host);
        foreach (var (method, path) in new[] { (HttpMethod.Get, ""), (HttpMethod.Delete, ""), (HttpMethod.Get, "/deliveries"), (HttpMethod.Post, "/rotation"), (HttpMethod.Post, "/replay") })
        {
            (await other.SendAsync(method, made.Location + path, body: null, key: "other")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        }

        Assert.Equal(HttpStatusCode.NoContent, (await world.SendAsync(HttpMethod.Delete, made.Location!, body: null, key: null)).Status);
        (await world.GetAsync(made.Location!)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Deliveries_NameEveryAttempt_AndNoneOfAnotherSeller()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in", ["events"] = new JsonArray("pickup.failed") });
        var id = made.Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
        var now = new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
        await using (var database = host.Database())
        {
            var message = WebhookMessage.Of(world.Seller.Id, WebhookEventTypes.PickupFailed, "{}", now);
            var delivery = WebhookDelivery.Of(id, message.Id, now.AddYears(20));
            database.Add(message);
            database.Add(delivery);
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
            database.Add(WebhookAttempt.Of(delivery.Id, status: null, WebhookTrouble.Timeout, answer: null, 10_000, now));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
            database.Add(WebhookAttempt.Of(delivery.Id, 503, trouble: null, "busy", 40, now.AddSeconds(5)));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var log = (await world.GetAsync($"{made.Location}/deliveries")).Expect(HttpStatusCode.OK)["items"]![0]!["log"]!.AsArray();
        Assert.Equal(("Timeout", 10_000, null), (log[0]!["trouble"]!.GetValue<string>(), log[0]!["durationMs"]!.GetValue<int>(), log[0]!["answerStatus"]));
        Assert.Equal((503, "busy", 40), (log[1]!["answerStatus"]!.GetValue<int>(), log[1]!["answer"]!.GetValue<string>(), log[1]!["durationMs"]!.GetValue<int>()));
        using var other = await ApiWorld.CreateAsync(host);
        (await other.GetAsync($"{made.Location}/deliveries")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Rotation_AskedAgain_GivesTheSameSecretAndKeepsItUnreadable()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in" });
        var first = (await world.PostAsync($"{made.Location}/rotation", body: null, "one")).Expect(HttpStatusCode.OK)["secret"]!.GetValue<string>();
        var rotated = (await world.GetAsync(made.Location!)).ETag;
        Assert.Equal(first, (await world.PostAsync($"{made.Location}/rotation", body: null, "one")).Expect(HttpStatusCode.OK)["secret"]!.GetValue<string>());
        Assert.Equal(rotated, (await world.GetAsync(made.Location!)).ETag);
        await using (var database = host.Database())
        {
            var kept = await database.IdempotentCalls.SingleAsync(call => call.Owner == world.Seller.Id.Value && call.Key == "one", Token);
            Assert.DoesNotContain(first, Encoding.UTF8.GetString(kept.Body!), StringComparison.Ordinal);
        }

        Assert.NotEqual(first, (await world.PostAsync($"{made.Location}/rotation", body: null, "two")).Expect(HttpStatusCode.OK)["secret"]!.GetValue<string>());
        (await world.SendAsync(HttpMethod.Post, $"{made.Location}/rotation", body: null, key: null)).ExpectFault("Idempotency-Key", "idempotency_key_missing");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("\"abc")]
    [InlineData("\"abc\", x")]
    public async Task Change_WithAnIfMatchThatIsNone_IsRefused(string ifMatch)
    {
        using var world = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in" });
        foreach (var method in new[] { HttpMethod.Patch, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, made.Location);
            if (method == HttpMethod.Patch) request.Content = new StringContent("""{ "enabled": false }""", null, "application/json");
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            using var response = await world.Client.SendAsync(request, Token);
            (await ApiAnswer.OfAsync(response)).ExpectFault("If-Match", "malformed");
        }

        Assert.Equal("Enabled", (await world.GetAsync(made.Location!)).Expect(HttpStatusCode.OK)["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task Delete_WithAnOldETag_IsRefused()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in" });
        var changed = await world.SendAsync(HttpMethod.Patch, made.Location!, new JsonObject { ["url"] = "https://hooks.example.org/2", ["enabled"] = false }, key: null, made.ETag);
        changed.Expect(HttpStatusCode.OK);
        (await world.SendAsync(HttpMethod.Delete, made.Location!, body: null, key: null, made.ETag)).ExpectProblem(HttpStatusCode.PreconditionFailed, "changed_meanwhile");
        Assert.Equal(HttpStatusCode.NoContent, (await world.SendAsync(HttpMethod.Delete, made.Location!, body: null, key: null, changed.ETag)).Status);
    }

    [Fact]
    public async Task DeadLetter_SentAgainByItsNumber_IsNoDeadLetterAnyMore()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in", ["events"] = new JsonArray("pickup.failed") });
        var theirs = await other.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org/in" });
        (await world.SendAsync(HttpMethod.Patch, made.Location!, new JsonObject { ["enabled"] = false }, key: null)).Expect(HttpStatusCode.OK);
        var (first, second) = (await DeadAsync(world, made), await DeadAsync(world, made));
        (await other.PostAsync($"{theirs.Location}/replay?delivery={first}", body: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(1, (await world.PostAsync($"{made.Location}/replay?delivery={first}", body: null)).Expect(HttpStatusCode.OK)["count"]!.GetValue<int>());
        (await world.PostAsync($"{made.Location}/replay?delivery={first}", body: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(second, Assert.Single((await world.GetAsync($"{made.Location}/deliveries?state=Dead")).Expect(HttpStatusCode.OK)["items"]!.AsArray())!["id"]!.GetValue<long>());
        Assert.Equal(1, (await world.PostAsync($"{made.Location}/replay", body: null)).Expect(HttpStatusCode.OK)["count"]!.GetValue<int>());
        Assert.Equal((2, 0), ((await world.GetAsync(made.Location!)).Json["waiting"]!.GetValue<int>(), (await world.GetAsync(made.Location!)).Json["deadLetters"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Test_OfAWebhook_SaysHowItWent()
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var other = await ApiWorld.CreateAsync(host);
        var made = await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.invalid/in" });
        var said = (await world.PostAsync($"{made.Location}/test", body: null)).Expect(HttpStatusCode.OK);
        Assert.Equal((false, null), (said["delivered"]!.GetValue<bool>(), said["answerStatus"]));
        Assert.NotNull(said["trouble"]);
        Assert.Empty((await world.GetAsync($"{made.Location}/deliveries")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        (await other.PostAsync($"{made.Location}/test", body: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    /// <summary>A message that was given up.</summary>
    /// <returns>Its number in the log.</returns>
    private async Task<long> DeadAsync(ApiWorld world, ApiAnswer made)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var database = host.Database();
        var message = WebhookMessage.Of(world.Seller.Id, WebhookEventTypes.PickupFailed, "{}", now);
        var delivery = WebhookDelivery.Of(made.Json["id"]!.GetValue<Guid>(), message.Id, now);
        database.Add(message);
        database.Add(delivery);
        await database.SaveChangesAsync(Token);
        await database.WebhookDeliveries.Where(one => one.Id == delivery.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.State, WebhookDeliveryState.Dead).SetProperty(one => one.DueAt, (DateTimeOffset?)null).SetProperty(one => one.EndedAt, now), Token);
        return delivery.Id;
    }

    [Theory]
    [InlineData("http://hooks.example.org/in", "not_https")]
    [InlineData("https://127.0.0.1/in", "private_address")]
    [InlineData("nonsense", "url_invalid")]
    public async Task Webhook_ToAnAddressThatIsNotCalled_IsRefused(string url, string code)
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.PostAsync(Url, new JsonObject { ["url"] = url })).ExpectFault("/url", code);
        (await world.PostAsync(Url, new JsonObject { ["url"] = "https://hooks.example.org", ["events"] = new JsonArray("moon.rises") })).ExpectFault("/events", "unknown_event");
    }
}
