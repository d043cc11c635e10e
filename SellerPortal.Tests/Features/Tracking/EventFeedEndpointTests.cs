using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Tracking;

public sealed class EventFeedEndpointTests(TestHost host)
{
    private const string Url = "/api/v1/tracking/events";
    private static readonly DateTimeOffset Made = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_WithoutKey_Is401()
    {
        using var client = host.Anonymous();
        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Unauthorized, "no_key");
    }

    [Fact]
    public async Task Post_AsASignedInAdminWithoutKey_Is401()
    {
        using var client = host.As(TestSellers.Admin);
        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Unauthorized, "no_key");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ipk_aaaaaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb")]
    public async Task Post_WithAWrongKey_Is401(string key)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Unauthorized, "no_key");
    }

    [Fact]
    public async Task Post_WithAKeyOfAnotherScope_Is403()
    {
        using var client = await KeyedAsync(new NewApiKey("Other", new HashSet<string> { "labels:read" }, null));
        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Forbidden, "scope_missing");
    }

    [Fact]
    public async Task Post_WithAnExpiredKey_Is401()
    {
        using var client = await KeyedAsync(new NewApiKey("Old", new HashSet<string> { ApiScopes.TrackingWrite }, Made.AddDays(1)));
        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Unauthorized, "no_key");
    }

    [Fact]
    public async Task Post_AfterTheKeyIsRevoked_Is401AtOnce()
    {
        using var client = await KeyedAsync();
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token)).StatusCode);
        await using (var database = host.Database())
        {
            var prefix = client.DefaultRequestHeaders.GetValues("X-Api-Key").Single()[..ApiKey.PrefixLength];
            var key = await database.ApiKeys.SingleAsync(candidate => candidate.Prefix == prefix, Token);
            Assert.NotNull(key.LastUsedAt);
            key.Revoke(Made);
            await database.SaveChangesAsync(Token);
        }

        await AssertProblemAsync(await client.PostAsJsonAsync(Url, Array.Empty<object>(), Token), HttpStatusCode.Unauthorized, "no_key");
    }

    [Fact]
    public async Task Post_AMixedFeed_AnswersPerEvent()
    {
        var article = await BookAsync();
        using var client = await KeyedAsync();
        var body = $$"""
            [{"article":"{{article}}","code":"ITEM_RECEIVE","occurredAt":"2026-11-23T09:12:00Z","office":"Nagpur NSH","officePincode":"440001","description":"Item received"},
             {"article":"{{article}}","code":"ITEM_RECEIVE","occurredAt":"2026-11-23T09:12:00Z","office":"Nagpur NSH"},
             {"article":"{{article}}","code":"ITEM_TELEPORT","occurredAt":"2026-11-23T09:13:00Z","office":"Nagpur NSH"},
             {"article":"EB468790992IN","code":"ITEM_RECEIVE","occurredAt":"2026-11-23T09:12:00Z","office":"Nagpur NSH"},
             {"article":["{{article}}"],"code":"ITEM_RECEIVE"}, 4]
            """;

        var response = await client.PostAsync(Url, Json(body), Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var answer = await response.Content.ReadFromJsonAsync<JsonDocument>(Token);
        var root = answer!.RootElement;
        Assert.Equal((2, 1, 1), (root.GetProperty("accepted").GetInt32(), root.GetProperty("duplicates").GetInt32(), root.GetProperty("unknownCodes").GetInt32()));
        var rejected = root.GetProperty("rejected").EnumerateArray().ToArray();
        Assert.Equal([3, 4, 5], rejected.Select(one => one.GetProperty("index").GetInt32()));
        Assert.Equal(["check_digit", "wrong_type", "not_an_event"], rejected.Select(one => one.GetProperty("fault").GetString()));
        Assert.Equal("EB468790992IN", rejected[0].GetProperty("article").GetString());
        Assert.Equal("ITEM_RECEIVE", rejected[0].GetProperty("code").GetString());
        await using var database = host.Database();
        Assert.Equal(ShipmentStatus.InTransit, (await database.Shipments.SingleAsync(shipment => shipment.Article == article, Token)).Status);
    }

    [Fact]
    public async Task Post_WithABearerToken_Works()
    {
        using var client = await KeyedAsync();
        var key = client.DefaultRequestHeaders.GetValues("X-Api-Key").Single();
        using var bearer = host.Anonymous();
        bearer.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await bearer.PostAsync(Url, Json("{\"events\":[]}"), Token)).StatusCode);
    }

    [Theory]
    [InlineData("", "not_json")]
    [InlineData("[{\"article\":", "not_json")]
    [InlineData("{\"event\":[]}", "no_events")]
    public async Task Post_NoFeedAtAll_Is400(string body, string code)
    {
        using var client = await KeyedAsync();
        var response = await client.PostAsync(Url, Json(body), Token);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "invalid");
        Assert.Contains(code, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, HttpStatusCode.OK)]
    [InlineData(10_001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_ManyEvents_StopsAboveTenThousand(int count, HttpStatusCode expected)
    {
        using var client = await KeyedAsync();
        var response = await client.PostAsync(Url, Json($"[{string.Join(',', Enumerable.Repeat("{}", count))}]"), Token);
        Assert.Equal(expected, response.StatusCode);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<string> BookAsync()
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        return (await TestShipments.BookAsync(database, seller.Id)).Article;
    }

    private async Task<HttpClient> KeyedAsync(NewApiKey? wanted = null)
    {
        await using var database = host.Database();
        return host.WithKey(await TestKeys.AddAsync(database, wanted ?? new NewApiKey("Feed", new HashSet<string> { ApiScopes.TrackingWrite }, null)));
    }
}
