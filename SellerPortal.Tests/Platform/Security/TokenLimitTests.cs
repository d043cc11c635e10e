using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Platform.Security;

public sealed class TokenLimitTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_AskedTooOftenByOneAddress_HasToWait()
    {
        await using var strict = Strict();
        using var client = strict.CreateClient();
        for (var i = 0; i < 3; i++) Assert.Equal("invalid_client", await FaultAsync(await AskAsync(client, "10.0.0.1", $"partner_{i}")));
        using var refused = await AskAsync(client, "10.0.0.1", "partner_3");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("\"token\";q=3;w=60", refused.Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith("\"token\";r=0;t=", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        var body = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!;
        Assert.Equal("temporarily_unavailable", body["error"]!.GetValue<string>());
        Assert.Contains("Wait ", body["error_description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("invalid_client", await FaultAsync(await AskAsync(client, "10.0.0.2", "partner_3")));
    }

    [Fact]
    public async Task Document_DescribesTheTokensOfPartners()
    {
        using var client = host.Anonymous();
        var document = JsonNode.Parse(await client.GetStringAsync("/openapi/v1.json", Token))!;
        var scheme = document["components"]!["securitySchemes"]!["oauth2"]!;
        Assert.Equal("oauth2", scheme["type"]!.GetValue<string>());
        var flow = scheme["flows"]!["clientCredentials"]!;
        Assert.Equal("/oauth/token", flow["tokenUrl"]!.GetValue<string>());
        Assert.Equal(ApiScopes.OfPartners, flow["scopes"]!.AsObject().Select(scope => scope.Key));
        var security = document["paths"]!["/api/v1/sellers"]!["post"]!["security"]!;
        Assert.Equal(ApiScopes.Sellers, security[0]!["apiKey"]![0]!.GetValue<string>());
        Assert.Equal(ApiScopes.Sellers, security[1]!["oauth2"]![0]!.GetValue<string>());
        Assert.Single(document["paths"]!["/api/v1/tracking/events"]!["post"]!["security"]!.AsArray());
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string address, string clientId)
    {
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = "wrong" };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth/token") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(CallerAddress.Header, address);
        return await client.SendAsync(request, Token);
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage response)
    {
        using (response) return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!["error"]?.GetValue<string>();
    }

    private WebApplicationFactory<Program> Strict() => host.WithWebHostBuilder(builder => builder
        .UseSetting("RateLimits:TokenPerMinute", "3")
        .ConfigureServices(services => services.AddSingleton<IStartupFilter, CallerAddress>()));
}
