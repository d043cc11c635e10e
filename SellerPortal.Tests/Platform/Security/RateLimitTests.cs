using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Platform.Security;

public sealed class RateLimitTests(TestHost host)
{
    private const string Open = "/api/v1/tariffs";
    private const string Keyed = "/api/v1/webhooks";
    private const string Proxy = "10.0.0.9";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proxy_ThatIsKnown_IsBelievedForWhomItCalls()
    {
        await using var strict = Strict(("Proxies", $"{Proxy}, 10.2.0.0/16"), ("RateLimits:PublicPerMinute", "2"));
        using var client = strict.CreateClient();
        foreach (var (i, proxy) in new[] { Proxy, "10.2.3.4", $"::ffff:{Proxy}" }.Index())
        {
            Assert.Equal([200, 200, 429], await AskAsync(client, Open, 3, proxy, $"203.0.113.{i}"));
            Assert.Equal([200], await AskAsync(client, Open, 1, proxy, $"198.51.100.{i}"));
        }
    }

    [Fact]
    public async Task Proxy_ThatIsUnknown_IsTheCallerItself()
    {
        await using var strict = Strict(("Proxies", Proxy), ("RateLimits:PublicPerMinute", "2"));
        using var client = strict.CreateClient();
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.AddRange(await AskAsync(client, Open, 1, "10.0.0.8", $"203.0.113.{i}"));
        Assert.Equal([200, 200, 429], statuses.AsEnumerable());
    }

    [Theory]
    [InlineData(Proxy, true)]
    [InlineData("10.0.0.8", false)]
    public async Task Proxy_ThatIsKnown_IsBelievedByWhichScheme(string caller, bool secure)
    {
        await using var strict = Strict(("Proxies", Proxy));
        using var client = strict.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/theme?theme=dark");
        request.Headers.Add(CallerAddress.Header, caller);
        request.Headers.Add("X-Forwarded-For", "203.0.113.1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var response = await client.SendAsync(request, Token);
        Assert.Equal(secure, response.Headers.GetValues("Set-Cookie").Single().Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Proxies_NeitherAddressNorNetwork_StopTheStart()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Proxies", "10.0.0.5, proxy.example.in")]).Build();
        using var services = new ServiceCollection().AddPortalProxies(configuration).BuildServiceProvider();
        var fault = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value);
        Assert.Contains("Proxies must hold", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenEndpoint_AskedWithAKey_CountsForTheKeyAndNotForTheAddress()
    {
        await using var strict = Strict(("RateLimits:PublicPerMinute", "2"), ("RateLimits:KeyedPerMinute", "4"));
        using var client = strict.CreateClient();
        var (first, second) = (await KeyAsync(), await KeyAsync());
        Assert.Equal([200, 200, 200, 200, 429], await AskAsync(client, Open, 5, "10.0.0.1", key: first));
        Assert.Equal([200, 200, 200, 200, 429], await AskAsync(client, Open, 5, "10.0.0.1", key: second));
        Assert.Equal([200, 200, 429], await AskAsync(client, Open, 3, "10.0.0.1"));
        Assert.Equal([429], await AskAsync(client, Open, 1, "10.0.0.1", key: "ipk_nothing"));
        using var answer = await SendAsync(client, Open, "10.0.0.2", key: first);
        Assert.Equal("\"keyed\";q=4;w=60", answer.Headers.GetValues("RateLimit-Policy").Single());
    }

    [Fact]
    public async Task Key_UsedTooOften_HasToWait()
    {
        await using var strict = Strict(("RateLimits:KeyedPerMinute", "3"));
        using var client = strict.CreateClient();
        var key = await KeyAsync();
        Assert.Equal([200, 200, 200], await AskAsync(client, Keyed, 3, "10.0.0.1", key: key));
        using var refused = await SendAsync(client, Keyed, "10.0.0.2", key: key);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("\"keyed\";q=3;w=60", refused.Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith("\"keyed\";r=0;t=", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Equal("too_many_requests", JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!["code"]!.GetValue<string>());
        Assert.Equal([200], await AskAsync(client, Keyed, 1, "10.0.0.1", key: await KeyAsync()));
    }

    [Theory]
    [InlineData("X-Api-Key", "ipk_000000000000000000000000000000000000000000")]
    [InlineData("X-Api-Key", "nonsense")]
    [InlineData("Authorization", "Bearer nonsense")]
    public async Task BadKeys_TooManyOfOneAddress_HaveToWait(string header, string value)
    {
        await using var strict = Strict(("RateLimits:FailedPerMinute", "3"));
        using var client = strict.CreateClient();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await SendAsync(client, Keyed, "10.0.0.1", header: (header, value));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var refused = await SendAsync(client, Keyed, "10.0.0.1", header: (header, value));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("\"failed\";q=3;w=60", refused.Headers.GetValues("RateLimit-Policy").Single());
        using var elsewhere = await SendAsync(client, Keyed, "10.0.0.2", header: (header, value));
        Assert.Equal(HttpStatusCode.Unauthorized, elsewhere.StatusCode);
        Assert.Equal([200], await AskAsync(client, Open, 1, "10.0.0.1"));
        Assert.Equal([401], await AskAsync(client, Keyed, 1, "10.0.0.1"));
    }

    private async Task<string> KeyAsync()
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        return await TestKeys.AddAsync(database, ApiScopes.OfSellers, seller.Id);
    }

    private static async Task<IEnumerable<int>> AskAsync(HttpClient client, string url, int times, string address, string? forwarded = null, string? key = null)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
        {
            using var response = await SendAsync(client, url, address, forwarded, key);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string url, string address, string? forwarded = null, string? key = null, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add(CallerAddress.Header, address);
        if (forwarded is not null) request.Headers.Add("X-Forwarded-For", forwarded);
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (header is { } one) request.Headers.Add(one.Name, one.Value);
        return await client.SendAsync(request, Token);
    }

    private WebApplicationFactory<Program> Strict(params (string Name, string Value)[] settings) => host.WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, CallerAddress>());
    });
}
