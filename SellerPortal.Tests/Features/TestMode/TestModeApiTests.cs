using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>Keys of the test mode: a world of their own that the other one never meets.</summary>
public sealed class TestModeApiTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Booking_WithATestKey_IsSeenByNobodyElse()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        using var other = await ApiWorld.CreateAsync(host);
        using var otherTest = await other.TwinAsync();

        var id = await test.BookAsync();
        var shipment = (await test.GetAsync($"/api/v1/shipments/{id}")).Expect(HttpStatusCode.OK);
        var article = shipment["article"]!.GetValue<string>();

        Assert.StartsWith("ZB", article, StringComparison.Ordinal);
        foreach (var stranger in new[] { live, other, otherTest })
        {
            (await stranger.GetAsync($"/api/v1/shipments/{id}")).Expect(HttpStatusCode.NotFound);
            (await stranger.GetAsync($"/api/v1/tracking/{article}")).Expect(HttpStatusCode.NotFound);
            Assert.Empty((await stranger.GetAsync("/api/v1/shipments")).Expect(HttpStatusCode.OK)["items"]!.AsArray());
        }

        (await test.GetAsync($"/api/v1/tracking/{article}")).Expect(HttpStatusCode.OK);
        using var anybody = host.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri($"/api/v1/tracking/{article}", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri($"/track/{article}", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task Booking_OfTheTestMode_IsNotSeenByStaff()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        var order = $"T-{Guid.CreateVersion7():N}";
        var id = await test.BookAsync(order);
        var real = await live.BookAsync(order);
        foreach (var role in new[] { Roles.Admin, Roles.PostalStaff })
        {
            using var staff = host.As(new Actor { UserId = Guid.CreateVersion7(), Roles = new HashSet<string> { role } });
            var sheet = await staff.GetStringAsync(new Uri($"/shipments/export?format=csv&order={order}", UriKind.Relative), Token);
            Assert.Equal(2, sheet.TrimEnd().Split('\n').Length);
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(new Uri($"/shipments/{id}/label", UriKind.Relative), Token)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync(new Uri($"/shipments/{real}/label", UriKind.Relative), Token)).StatusCode);
        }
    }

    [Fact]
    public async Task Tracking_WithATestKey_KnowsNoRealArticle()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        var article = (await live.GetAsync($"/api/v1/shipments/{await live.BookAsync()}")).Expect(HttpStatusCode.OK)["article"]!.GetValue<string>();
        (await live.GetAsync($"/api/v1/tracking/{article}")).Expect(HttpStatusCode.OK);
        (await test.GetAsync($"/api/v1/tracking/{article}")).Expect(HttpStatusCode.NotFound);
        var batch = (await test.PostAsync("/api/v1/tracking/batch", new JsonObject { ["articles"] = new JsonArray(article) })).Expect(HttpStatusCode.OK);
        Assert.Equal("not_found", batch["results"]![0]!["fault"]!.GetValue<string>());
    }

    [Fact]
    public async Task Scans_AskedFor_DeliverTheParcelAndEnd()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        var id = await test.BookAsync("ORD-7-FAIL");
        var statuses = new List<string>();
        for (var i = 0; i < 7; i++) statuses.Add((await test.PostAsync($"/api/v1/test/shipments/{id}/scans", body: null)).Expect(HttpStatusCode.OK)["status"]!.GetValue<string>());

        Assert.Equal(["Booked", "InTransit", "InTransit", "OutForDelivery", "AttemptFailed", "OutForDelivery", "Delivered"], statuses);
        Assert.Equal("Delivered", (await test.GetAsync($"/api/v1/shipments/{id}")).Expect(HttpStatusCode.OK)["status"]!.GetValue<string>());
        Assert.Equal("course_ended", (await test.PostAsync($"/api/v1/test/shipments/{id}/scans", body: null)).Expect(HttpStatusCode.Conflict)["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Scans_AskedForTwiceUnderOneKey_AreOne()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        var id = await test.BookAsync();
        var first = (await test.PostAsync($"/api/v1/test/shipments/{id}/scans", body: null, "scan-1")).Expect(HttpStatusCode.OK);
        var again = (await test.PostAsync($"/api/v1/test/shipments/{id}/scans", body: null, "scan-1")).Expect(HttpStatusCode.OK);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.Equal("BAG_DISPATCH", (await test.PostAsync($"/api/v1/test/shipments/{id}/scans", body: null)).Expect(HttpStatusCode.OK)["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Scans_OfARealParcelOrAnotherSellers_AreRefused()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        using var other = await ApiWorld.CreateAsync(host);
        using var otherTest = await other.TwinAsync();
        var real = await live.BookAsync();
        var made = await test.BookAsync();
        Assert.Equal("not_test", (await live.PostAsync($"/api/v1/test/shipments/{real}/scans", body: null)).Expect(HttpStatusCode.Forbidden)["code"]!.GetValue<string>());
        (await test.PostAsync($"/api/v1/test/shipments/{real}/scans", body: null)).Expect(HttpStatusCode.NotFound);
        (await otherTest.PostAsync($"/api/v1/test/shipments/{made}/scans", body: null)).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Feed_WithATestNumber_RefusesTheEvent()
    {
        using var live = await ApiWorld.CreateAsync(host);
        using var test = await live.TwinAsync();
        var article = (await test.GetAsync($"/api/v1/shipments/{await test.BookAsync()}")).Expect(HttpStatusCode.OK)["article"]!.GetValue<string>();
        await using var database = host.Database();
        using var feed = host.WithKey(await TestKeys.AddAsync(database, [ApiScopes.TrackingWrite]));
        using var body = new StringContent($$"""[{"article":"{{article}}","code":"ITEM_BOOK","occurredAt":"2026-11-20T10:05:00Z","office":"Jabalpur HO"}]""", System.Text.Encoding.UTF8, "application/json");
        var answer = JsonNode.Parse(await (await feed.PostAsync(new Uri("/api/v1/tracking/events", UriKind.Relative), body, Token)).Content.ReadAsStringAsync(Token))!;
        Assert.Equal(0, answer["accepted"]!.GetValue<int>());
        Assert.Equal("test_article", answer["rejected"]![0]!["fault"]!.GetValue<string>());
    }
}
