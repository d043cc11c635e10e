using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;
using SellerPortal.Tests.Api;
using SellerPortal.Tests.Support;
using static SellerPortal.Tests.Api.PartnerCalls;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>Partners of the test mode: what they register, book and track never meets the real world.</summary>
public sealed class TestPartnerTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Partner_OfTheTestMode_RegistersBooksAndTracks()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var (access, client) = await PartnerAsync(host, test: true);
        using var gem = client;
        Assert.StartsWith("test_partner_", access.ClientId, StringComparison.Ordinal);
        var (asked, registered) = await RegisterAsync(gem, "r");
        Assert.Equal(("Approved", "0000000000"), (registered["status"]!.GetValue<string>(), registered["customerId"]!.GetValue<string>()));
        var (_, again) = await RegisterAsync(gem, "r", asked);
        Assert.Equal(registered.ToJsonString(), again.ToJsonString());
        var seller = registered["id"]!.GetValue<Guid>();
        Assert.True(new SellerId(seller).IsTest);

        using var book = Call(HttpMethod.Post, "/api/v1/shipments", ApiWorld.Parcel(), "b", seller.ToString());
        var shipment = (await SendAsync(gem, book)).Expect(HttpStatusCode.Created);
        var article = shipment["article"]!.GetValue<string>();
        Assert.StartsWith("Z", article, StringComparison.Ordinal);
        using var scan = Call(HttpMethod.Post, $"/api/v1/test/shipments/{shipment["id"]}/scans", new JsonObject(), "s", seller.ToString());
        (await SendAsync(gem, scan)).Expect(HttpStatusCode.OK);
        using var own = Call(HttpMethod.Get, $"/api/v1/tracking/{article}", seller: seller.ToString());
        Assert.NotEmpty((await SendAsync(gem, own)).Expect(HttpStatusCode.OK)["scans"]!.AsArray());

        using var anybody = Call(HttpMethod.Get, $"/api/v1/tracking/{article}");
        (await SendAsync(gem, anybody)).Expect(HttpStatusCode.NotFound);
        (await world.GetAsync($"/api/v1/tracking/{article}")).Expect(HttpStatusCode.NotFound);
        var (_, otherClient) = await PartnerAsync(host, test: true);
        using var other = otherClient;
        using var foreign = Call(HttpMethod.Get, $"/api/v1/tracking/{article}", seller: seller.ToString());
        (await SendAsync(other, foreign)).Expect(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("-WAIT", nameof(SellerStatus.Pending), null)]
    [InlineData("-REJECT", nameof(SellerStatus.Rejected), null)]
    [InlineData("-CONTRACT", nameof(SellerStatus.Approved), "00000000")]
    public async Task Register_InTheTestMode_TheEndOfTheGemIdDecides(string end, string status, string? contract)
    {
        var (_, client) = await PartnerAsync(host, test: true);
        using var gem = client;
        var wanted = Seller();
        wanted["gemSellerId"] = wanted["gemSellerId"]!.GetValue<string>() + end;
        var (_, registered) = await RegisterAsync(gem, "r", wanted);
        Assert.Equal((status, contract), (registered["status"]!.GetValue<string>(), registered["contractNumber"]?.GetValue<string>()));
        Assert.Equal(status == nameof(SellerStatus.Rejected), registered["statusReason"] is not null);
        using var book = Call(HttpMethod.Post, "/api/v1/shipments", ApiWorld.Parcel(), "b", registered["id"]!.GetValue<string>());
        (await SendAsync(gem, book)).Expect(contract is null ? HttpStatusCode.Forbidden : HttpStatusCode.Created);
    }

    [Fact]
    public async Task Register_InTheTestMode_TakesNoGemIdFromAnybodyAndWritesToNobody()
    {
        var (_, first) = await PartnerAsync(host, test: true);
        var (_, second) = await PartnerAsync(host, test: true);
        var (_, real) = await PartnerAsync(host);
        using var a = first;
        using var b = second;
        using var c = real;
        var wanted = Seller();
        wanted["email"] = $"nobody-{Guid.CreateVersion7():N}@example.in";
        var (_, ofA) = await RegisterAsync(a, "one", wanted);
        await RegisterAsync(b, "one", wanted);
        var (_, ofC) = await RegisterAsync(c, "one", wanted);
        using var twice = Call(HttpMethod.Post, "/api/v1/sellers", wanted.DeepClone(), "two");
        (await SendAsync(a, twice)).ExpectFault("/gemSellerId", "gem_seller_id_taken");

        Assert.Equal("Pending", ofC["status"]!.GetValue<string>());
        var key = TeamInvitation.KeyOf(wanted["email"]!.GetValue<string>());
        await using var database = host.Database();
        var invited = await database.TeamInvitations.Where(one => one.EmailKey == key).Select(one => one.SellerId).ToListAsync(Token);
        Assert.Equal([new SellerId(ofC["id"]!.GetValue<Guid>())], invited);
        using var list = Call(HttpMethod.Get, "/api/v1/sellers");
        Assert.Equal(ofA["id"]!.GetValue<string>(), (await SendAsync(a, list)).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single()!["id"]!.GetValue<string>());
    }
}
