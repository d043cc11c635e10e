using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Features.Partners;
using SellerPortal.Tests.Support;
using static SellerPortal.Tests.Api.PartnerCalls;

namespace SellerPortal.Tests.Api;

public sealed class PartnerApiTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Partner_RegistersASellerAndActsForIt()
    {
        var (_, client) = await PartnerAsync(host);
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
    public async Task Register_WithAHeaderThatNamesASeller_IsTheSameCall()
    {
        var (_, client) = await PartnerAsync(host);
        using var gem = client;
        var (_, first) = await RegisterAsync(gem, "first");
        var (asked, second) = await RegisterAsync(gem, "second");
        using var again = Call(HttpMethod.Post, "/api/v1/sellers", asked.DeepClone(), "second", first["id"]!.GetValue<string>());
        Assert.Equal(second.ToJsonString(), (await SendAsync(gem, again)).Expect(HttpStatusCode.Created).ToJsonString());
    }

    [Fact]
    public async Task Partner_RegistersASeller_WhoMakesAnAccountFromTheLetter()
    {
        var (_, client) = await PartnerAsync(host);
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
        var (_, client) = await PartnerAsync(host);
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
        var (_, other) = await PartnerAsync(host);
        using var second = other;
        var (_, theirs) = await RegisterAsync(second, "x");
        using var crossed = Call(HttpMethod.Get, "/api/v1/shipments", seller: theirs["id"]!.GetValue<string>());
        (await SendAsync(gem, crossed)).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Register_WithFaultsOrTakenId_NamesThem()
    {
        var (_, client) = await PartnerAsync(host);
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
        var access = await manage.AdmitAsync(TestSellers.Admin, "GeM", new HashSet<string> { ApiScopes.Sellers }, test: false, Token);
        Assert.Equal("invalid_client", await FaultAsync(host, access!.ClientId, "wrong", scopes: null));
        Assert.Equal("invalid_client", await FaultAsync(host, "partner_nobody", access.Secret, scopes: null));
        Assert.Equal("invalid_scope", await FaultAsync(host, access.ClientId, access.Secret, ApiScopes.ShipmentsWrite));

        using var gem = host.Anonymous();
        gem.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(host, access));
        using var list = Call(HttpMethod.Get, "/api/v1/sellers");
        (await SendAsync(gem, list)).Expect(HttpStatusCode.OK);
        using var beyond = Call(HttpMethod.Get, "/api/v1/shipments");
        (await SendAsync(gem, beyond)).ExpectProblem(HttpStatusCode.Forbidden, "scope_missing");

        var partner = (await manage.ListAsync(TestSellers.Admin, Token)).Single(row => row.ClientId == access.ClientId);
        var renewed = await manage.RotateAsync(TestSellers.Admin, partner.Id, TimeSpan.FromHours(1), Token);
        Assert.NotNull(await TokenAsync(host, access));
        Assert.NotNull(await TokenAsync(host, renewed!));
        await manage.RevokeAsync(TestSellers.Admin, partner.Id, Token);
        using var after = Call(HttpMethod.Get, "/api/v1/sellers");
        (await SendAsync(gem, after)).ExpectProblem(HttpStatusCode.Unauthorized, "no_key");
        Assert.Equal("invalid_client", await FaultAsync(host, access.ClientId, renewed!.Secret, scopes: null));
        Assert.Null(await manage.RotateAsync(TestSellers.Admin, partner.Id, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Manage_ByWhoIsNoAdmin_DoesNothing()
    {
        using var scope = host.Services.CreateScope();
        var manage = scope.ServiceProvider.GetRequiredService<ManagePartners>();
        var owner = TestSellers.ActorOf(SellerId.New(DateTimeOffset.UnixEpoch));
        Assert.Null(await manage.AdmitAsync(owner, "Me", new HashSet<string> { ApiScopes.Sellers }, test: false, Token));
        Assert.Empty(await manage.ListAsync(owner, Token));
        Assert.Null(await manage.AdmitAsync(TestSellers.Admin, " ", new HashSet<string> { ApiScopes.Sellers }, test: false, Token));
        Assert.Null(await manage.AdmitAsync(TestSellers.Admin, "Feed", new HashSet<string> { ApiScopes.TrackingWrite }, test: false, Token));
    }
}
