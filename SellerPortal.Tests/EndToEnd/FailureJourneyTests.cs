using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A door was locked; the seller has the office try again on another day, and after the delivery books the way back.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FailureJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task FailedAttempt_DeliveredAgainAndSentBack_AtADesk()
    {
        await using var seller = await portal.VisitAsync(1366, 768);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var parcel = await page.BookParcelAsync();
        var id = parcel.Path.Split('/')[^1];
        await portal.FeedAsync(
            parcel.Scan("ITEM_DISPATCH", 50, "Item Dispatched"),
            parcel.Scan("ITEM_INVOICE", 40, "Taken out for delivery"),
            parcel.Scan("ITEM_NONDELIVER", 30, "Item Not Delivered", ",\"reasonCode\":\"01\""));

        await page.GotoAsync("/failed-deliveries");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Decide about {parcel.Article}" })).ToHaveAttributeAsync("href", $"/failed-deliveries/{id}");
        await seller.LookAsync("failed-deliveries");
        await AnswerAsync(seller, id);

        await portal.FeedAsync(parcel.Scan("ITEM_INVOICE", 20, "Taken out for delivery"), parcel.Scan("ITEM_DELIVERY", 10, "Item Delivered(Addressee)"));
        await page.GotoAsync($"/failed-deliveries/{id}");
        await Assertions.Expect(page.GetByText("It is delivered.").First).ToBeVisibleAsync();
        await page.GotoAsync($"/shipments/book?return={id}");
        await seller.LookAsync("return-book");
        var back = await page.SendBookingAsync();
        await Assertions.Expect(page.Locator($"a[href='{parcel.Path}']").First).ToBeVisibleAsync();
        await seller.LookAsync("return-booked");
        await page.GotoAsync("/returns?tab=FromConsignee");
        await Assertions.Expect(page.Locator($"a[href='{back.Path}']").First).ToBeVisibleAsync();
        await seller.LookAsync("returns");
        Assert.Empty(seller.Complaints);
    }

    private static async Task AnswerAsync(BrowserPortal.Visitor seller, string id)
    {
        var page = seller.Page;
        await page.GotoAsync($"/failed-deliveries/{id}");
        await seller.LookAsync("failed-delivery");
        var day = page.Locator("input[name=deliver-on]").Last;
        var chosen = (await day.Locator("xpath=..").InnerTextAsync()).Trim();
        var said = page.GetByText("The office is asked to deliver again.");
        for (var i = 0; i < 80 && !await said.IsVisibleAsync(); i++)
        {
            if (await day.IsVisibleAsync()) await day.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Deliver again" }).First.ClickAsync();
            await page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(said).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText($"Deliver again on {chosen}").First).ToBeVisibleAsync();
        await seller.LookAsync("failed-delivery-answered");
    }
}
