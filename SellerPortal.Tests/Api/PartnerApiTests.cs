using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

public sealed class PartnerApiTests(TestHost host)
{
    private static int count;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Partner_RegistersASellerAndActsForIt()
    {
        var (_, client) = await PartnerAsync();
        using var gem = client;
        var (asked, registered) = await RegisterAsync(gem, "r");
        Assert.Equal("Pending", registered["status"]!.GetValue<string>());
        var (_, again) = await RegisterAsync(gem, "r", asked);
        Assert.Equal(registered.ToJsonString(), again.ToJsonString());
        var id = registered["id"]!.GetValue<Guid>();

        using var forSeller = Call(HttpMethod.Post, "/api/v1/shipments", ApiWorld.Parcel(), "b", id.ToString());
        (await SendAsync(gem, forSeller)).ExpectProblem(HttpStatusCode.Forbidden, "seller_not_approved");
        await using (var database = host.Database())
        {
            var seller = await database.Sellers.FindAsync([new SellerId(id)], Token);
            seller!.Approve("7000000001", contractNumber: null, DateTimeOffset.UnixEpoch);
            await database.SaveChangesAsync(Token);
        }

        using (await ApiWorld.CreateAsync(host))
        {
            // Another seller's numbers serve as well; the world puts them there.
        }

        using var approved = Call(HttpMethod.Post, "/api/v1/shipments", ApiWorld.Parcel(), "b", id.ToString());
        (await SendAsync(gem, approved)).Expect(HttpStatusCode.Created);
        using var read = Call(HttpMethod.Get, $"/api/v1/sellers/{id}");
        Assert.Equal("7000000001", (await SendAsync(gem, read)).Expect(HttpStatusCode.OK)["customerId"]!.GetValue<string>());
        using var list = Call(HttpMethod.Get, "/api/v1/sellers?status=Approved");
        Assert.Single((await SendAsync(gem, list)).Expect(HttpStatusCode.OK)["items"]!.AsArray());
    }

    [Fact]
    public async Task Partner_RegistersASeller_WhoMakesAnAccountFromTheLetter()
    {
        var (_, client) = await PartnerAsync();
        using var gem = client;
        var asked = Seller();
        var email = $"owner-{Guid.CreateVersion7():N}@example.in";
        asked["email"] = email;
        await RegisterAsync(gem, "j", asked);
        string? text = null;
        for (var i = 0; i < 400 && text is null; i++)
        {
            await Task.Delay(25, Token);
            text = TestLetters.In(host.MailFolder).FirstOrDefault(letter => letter.To.Mailboxes.Any(to => to.Address == email))?.TextBody;
        }

        var link = "/account/join?token=" + text!.Split("/account/join?token=")[1].Split('\n')[0].Trim();
        var visit = await new SiteVisit(host.Anonymous()).SendAsync(link, "join", ("Input.DisplayName", "Ravi Sahu"), ("Input.Password", "Postage-2026"), ("Input.Again", "Postage-2026"));
        Assert.Equal("/today", visit.SentTo);
        await visit.OpenAsync("/account/seller");
        Assert.Contains(asked["legalName"]!.GetValue<string>(), visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partner_ForASellerItDidNotRegister_Is404()
    {
        var (_, client) = await PartnerAsync();
        using var gem = client;
        using var world = await ApiWorld.CreateAsync(host);
        using var foreign = Call(HttpMethod.Get, "/api/v1/shipments", seller: world.Seller.Id.Value.ToString());
        (await SendAsync(gem, foreign)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        using var nobody = Call(HttpMethod.Get, "/api/v1/shipments", seller: "nobody");
        (await SendAsync(gem, nobody)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        using var without = Call(HttpMethod.Get, "/api/v1/shipments");
        (await SendAsync(gem, without)).ExpectFault("Portal-Seller", "seller_missing");
        using var read = Call(HttpMethod.Get, $"/api/v1/sellers/{world.Seller.Id}");
        (await SendAsync(gem, read)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        var (_, other) = await PartnerAsync();
        using var second = other;
        var (_, theirs) = await RegisterAsync(second, "x");
        using var crossed = Call(HttpMethod.Get, "/api/v1/shipments", seller: theirs["id"]!.GetValue<string>());
        (await SendAsync(gem, crossed)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Register_WithFaultsOrTakenId_NamesThem()
    {
        var (_, client) = await PartnerAsync();
        using var gem = client;
        var (asked, _) = await RegisterAsync(gem, "one");
        using var twice = Call(HttpMethod.Post, "/api/v1/sellers", asked.DeepClone(), "two");
        (await SendAsync(gem, twice)).ExpectFault("/gemSellerId", "gem_seller_id_taken");
        var bad = Seller();
        bad["gstin"] = "27AAPFU0939F1ZX";
        bad["pickupAddress"]!["pincode"] = "000000";
        using var faulty = Call(HttpMethod.Post, "/api/v1/sellers", bad, "three");
        var answer = await SendAsync(gem, faulty);
        Assert.Contains(answer.ExpectProblem(HttpStatusCode.BadRequest, "invalid")["errors"]!.AsArray(), fault => fault!["pointer"]!.GetValue<string>() == "/gstin");
        Assert.Contains(answer.Json["errors"]!.AsArray(), fault => fault!["pointer"]!.GetValue<string>() == "/pickupAddress/pincode");
    }

    [Fact]
    public async Task Token_WrongSecretUnknownScopeOrShutOut_IsRefused()
    {
        using var scope = host.Services.CreateScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManagePartners>();
        var access = await manage.AdmitAsync(TestSellers.Admin, "GeM", new HashSet<string> { ApiScopes.Sellers }, Token);
        Assert.Equal("invalid_client", await FaultAsync(access!.ClientId, "wrong", scopes: null));
        Assert.Equal("invalid_client", await FaultAsync("partner_nobody", access.Secret, scopes: null));
        Assert.Equal("invalid_scope", await FaultAsync(access.ClientId, access.Secret, ApiScopes.ShipmentsWrite));

        using var gem = host.Anonymous();
        gem.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(access));
        using var list = Call(HttpMethod.Get, "/api/v1/sellers");
        (await SendAsync(gem, list)).Expect(HttpStatusCode.OK);
        using var beyond = Call(HttpMethod.Get, "/api/v1/shipments");
        (await SendAsync(gem, beyond)).ExpectProblem(HttpStatusCode.Forbidden, "scope_missing");

        var partner = (await manage.ListAsync(TestSellers.Admin, Token)).Single(row => row.ClientId == access.ClientId);
        var renewed = await manage.RotateAsync(TestSellers.Admin, partner.Id, TimeSpan.FromHours(1), Token);
        Assert.NotNull(await TokenAsync(access));
        Assert.NotNull(await TokenAsync(renewed!));
        await manage.RevokeAsync(TestSellers.Admin, partner.Id, Token);
        using var after = Call(HttpMethod.Get, "/api/v1/sellers");
        (await SendAsync(gem, after)).ExpectProblem(HttpStatusCode.Unauthorized, "no_key");
        Assert.Equal("invalid_client", await FaultAsync(access.ClientId, renewed!.Secret, scopes: null));
        Assert.Null(await manage.RotateAsync(TestSellers.Admin, partner.Id, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Manage_ByWhoIsNoAdmin_DoesNothing()
    {
        using var scope = host.Services.CreateScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManagePartners>();
        var owner = TestSellers.ActorOf(SellerId.New(DateTimeOffset.UnixEpoch));
        Assert.Null(await manage.AdmitAsync(owner, "Me", new HashSet<string> { ApiScopes.Sellers }, Token));
        Assert.Empty(await manage.ListAsync(owner, Token));
        Assert.Null(await manage.AdmitAsync(TestSellers.Admin, " ", new HashSet<string> { ApiScopes.Sellers }, Token));
        Assert.Null(await manage.AdmitAsync(TestSellers.Admin, "Feed", new HashSet<string> { ApiScopes.TrackingWrite }, Token));
    }

    private static JsonObject Seller() => new()
    {
        ["legalName"] = "Narmada Crafts",
        ["gemSellerId"] = $"GEM-API-{Interlocked.Increment(ref count)}-{Guid.CreateVersion7():N}"[..40],
        ["email"] = "crafts@example.in",
        ["gstin"] = "27AAPFU0939F1ZV",
        ["pickupAddress"] = new JsonObject { ["mobile"] = "9826012345", ["line1"] = "12 Ghat Road", ["pincode"] = "482001" },
    };

    private static HttpRequestMessage Call(HttpMethod method, string url, JsonNode? body = null, string? key = null, string? seller = null)
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (seller is not null) request.Headers.Add("Portal-Seller", seller);
        return request;
    }

    private static async Task<ApiAnswer> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }

    private static async Task<(JsonNode Asked, JsonNode Registered)> RegisterAsync(HttpClient client, string key, JsonNode? seller = null)
    {
        seller ??= Seller();
        using var request = Call(HttpMethod.Post, "/api/v1/sellers", seller, key);
        return (seller, (await SendAsync(client, request)).Expect(HttpStatusCode.Created));
    }

    private async Task<(PartnerAccessData Access, HttpClient Client)> PartnerAsync()
    {
        using var scope = host.Services.CreateScope();
        var access = await scope.ServiceProvider.GetRequiredService<ManagePartners>().AdmitAsync(TestSellers.Admin, "GeM", ApiScopes.OfPartners.ToHashSet(), Token);
        var client = host.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(access!));
        return (access!, client);
    }

    private async Task<string?> TokenAsync(PartnerAccessData access) => (await FetchAsync(access.ClientId, access.Secret, scopes: null))["access_token"]?.GetValue<string>();

    private async Task<string?> FaultAsync(string clientId, string secret, string? scopes) => (await FetchAsync(clientId, secret, scopes))["error"]?.GetValue<string>();

    private async Task<JsonNode> FetchAsync(string clientId, string secret, string? scopes)
    {
        using var client = host.Anonymous();
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = clientId, ["client_secret"] = secret };
        if (scopes is not null) fields["scope"] = scopes;
        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync("/oauth/token", form, Token);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
    }
}
