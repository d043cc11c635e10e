using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Tests.Support;
using static SellerPortal.Tests.Api.PartnerCalls;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>A partner sees in the test mode how a seller waits, and hears of the approval on a webhook.</summary>
public sealed class TestApprovalApiTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Register_WithAnIdThatWaits_IsApprovedLaterAndTold()
    {
        var (_, client) = await PartnerAsync(host, test: true);
        using var gem = client;
        var wanted = Seller();
        wanted["gemSellerId"] = wanted["gemSellerId"]!.GetValue<string>()[..30] + "-WAIT";
        var (_, registered) = await RegisterAsync(gem, "r", wanted);
        var id = registered["id"]!.GetValue<Guid>();
        Assert.Equal("Pending", registered["status"]!.GetValue<string>());
        using var hook = Call(HttpMethod.Post, "/api/v1/webhooks", new JsonObject { ["url"] = "https://hooks.invalid/in", ["events"] = new JsonArray("seller.approved") }, "w", id.ToString());
        (await SendAsync(gem, hook)).Expect(HttpStatusCode.Created);

        // The half minute is over.
        await using var database = host.Database();
        var now = TimeProvider.System.GetUtcNow();
        Assert.Equal(1, await database.WorkItems.Where(item => item.Payload.Contains(id.ToString()) && item.DueAt > now && item.DueAt <= now.AddSeconds(30)).ExecuteUpdateAsync(set => set.SetProperty(item => item.DueAt, now), Token));
        host.Services.GetRequiredService<WorkSignal>().Pulse();
        for (var i = 0; i < 400 && await database.Sellers.AnyAsync(seller => seller.Id == new SellerId(id) && seller.Status == SellerStatus.Pending, Token); i++) await Task.Delay(25, Token);

        using var ask = Call(HttpMethod.Get, $"/api/v1/sellers/{id}");
        var approved = (await SendAsync(gem, ask)).Expect(HttpStatusCode.OK);
        Assert.Equal(("Approved", "0000000000"), (approved["status"]!.GetValue<string>(), approved["customerId"]!.GetValue<string>()));
        var message = await database.WebhookMessages.SingleAsync(one => one.SellerId == new SellerId(id), Token);
        Assert.Equal(WebhookEventTypes.SellerApproved, message.Type);
        Assert.Equal(id, JsonNode.Parse(message.Body)!["data"]!["seller_id"]!.GetValue<Guid>());
    }
}
