using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

public sealed class WebhookApiTests(TestHost host)
{
    private const string Url = "/api/v1/webhooks";

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
            (await other.SendAsync(method, made.Location + path, body: null, key: null)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
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
