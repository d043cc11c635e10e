using Microsoft.Playwright;
using SellerPortal.Tests.Features.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>An owner adds a webhook on a phone, tries it, sees a message fail and sends it again.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WebhookJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Webhook_FromItsSecretToAReplay_OnAPhone()
    {
        // The test is taken, the first message is not wanted, and from then on everything is.
        await using var receiver = await Receiver.StartAsync(200, 410, 200);
        await using var owner = await portal.VisitAsync(390, 844);
        var page = owner.Page;
        await page.SignInAsync("seller@portal.example");
        await page.GotoAsync("/webhooks/new");
        var make = page.GetByRole(AriaRole.Button, new() { Name = "Make webhook" });
        await make.PressUntilAsync(page.GetByText("Give the address of your system."));
        await owner.LookAsync("webhook-new-fault");
        await page.GetByLabel("Address of your system").FillAsync(receiver.Url);
        await make.ClickAsync();
        var secret = (await page.Locator(".key-once").InnerTextAsync()).Trim();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        await owner.LookAsync("webhook-secret");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open webhook" }).ClickAsync();
        await page.ArriveAsync("/webhooks/[0-9a-f-]{36}$");
        var address = page.Url;
        await Assertions.Expect(page.Locator(".key-once")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Send test" }).PressUntilAsync(page.GetByText("Test: HTTP 200"));
        Assert.True(receiver.Messages.First().IsSignedWith(secret));
        await owner.LookAsync("webhook-tested");

        await page.BookParcelAsync();
        for (var i = 0; i < 120 && receiver.Messages.Count < 2; i++) await page.WaitForTimeoutAsync(250);
        await page.GotoAsync(address + "?state=dead");
        await Assertions.Expect(page.GetByText("Your system answered 410 Gone")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Shipment booked")).ToBeVisibleAsync();
        await owner.LookAsync("webhook-dead");
        await page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).PressUntilAsync(page.GetByText("Switched on."));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again: msg_" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("It is sent again.")).ToBeVisibleAsync();
        for (var i = 0; i < 120 && receiver.Messages.Count < 3; i++) await page.WaitForTimeoutAsync(250);
        var sent = receiver.Messages.Skip(1).Take(2).ToList();
        Assert.Equal((sent[0].Id, sent[0].Body), (sent[1].Id, sent[1].Body));
        Assert.True(sent[1].IsSignedWith(secret));
        await page.GotoAsync(address + "?state=delivered");
        await Assertions.Expect(page.GetByText("Every attempt: 2")).ToBeVisibleAsync();
        await page.GetByText("Every attempt: 2").ClickAsync();
        await owner.LookAsync("webhook-delivered");
        await page.GotoAsync("/messages");
        await Assertions.Expect(page.GetByText("A webhook is switched off")).ToBeVisibleAsync();
        Assert.Empty(owner.Complaints);
    }
}
