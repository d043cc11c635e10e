using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>How a partner calls: its tokens, the sellers it registers, and for whom it acts.</summary>
internal static class PartnerCalls
{
    private static int count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static JsonObject Seller() => new()
    {
        ["legalName"] = "Narmada Crafts",
        ["gemSellerId"] = $"GEM-API-{Interlocked.Increment(ref count)}-{Guid.CreateVersion7():N}"[..40],
        ["email"] = "crafts@example.in",
        ["gstin"] = "27AAPFU0939F1ZV",
        ["pickupAddress"] = new JsonObject { ["mobile"] = "9826012345", ["line1"] = "12 Ghat Road", ["pincode"] = "482001" },
    };

    public static HttpRequestMessage Call(HttpMethod method, string url, JsonNode? body = null, string? key = null, string? seller = null)
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (seller is not null) request.Headers.Add("Portal-Seller", seller);
        return request;
    }

    public static async Task<ApiAnswer> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }

    public static async Task<(JsonNode Asked, JsonNode Registered)> RegisterAsync(HttpClient client, string key, JsonNode? seller = null)
    {
        seller ??= Seller();
        using var request = Call(HttpMethod.Post, "/api/v1/sellers", seller, key);
        return (seller, (await SendAsync(client, request)).Expect(HttpStatusCode.Created));
    }

    public static async Task<(PartnerAccessData Access, HttpClient Client)> PartnerAsync(TestHost host, bool test = false)
    {
        using var scope = host.Services.CreateScope();
        var access = await scope.ServiceProvider.GetRequiredService<ManagePartners>().AdmitAsync(TestSellers.Admin, "GeM", ApiScopes.OfPartners.ToHashSet(), test, Token);
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(host, access!));
        return (access!, client);
    }

    public static async Task<string?> TokenAsync(TestHost host, PartnerAccessData access) => (await FetchAsync(host, access.ClientId, access.Secret, scopes: null))["access_token"]?.GetValue<string>();

    public static async Task<string?> FaultAsync(TestHost host, string clientId, string secret, string? scopes) => (await FetchAsync(host, clientId, secret, scopes))["error"]?.GetValue<string>();

    public static async Task<JsonNode> FetchAsync(TestHost host, string clientId, string secret, string? scopes)
    {
        using var client = host.Anonymous();
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret };
        if (scopes is not null) fields["scope"] = scopes;
        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync("/oauth/token", form, Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }
}
