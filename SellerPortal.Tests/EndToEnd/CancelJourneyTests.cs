using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A parcel is cancelled and booked again, recalled on its way and comes back; another is out for delivery and cannot be recalled.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CancelJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Parcel_CancelledBookedAgainAndRecalled_OnAPhone()
    {
        await using var seller = await portal.VisitAsync(390, 844);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var first = await page.BookParcelAsync();
        await page.GotoAsync($"{first.Path}/change");
        await seller.LookAsync("change");
        var again = await CancelAsync(seller, first);
        await RecallAsync(seller, again);

        await page.GotoAsync($"/shipments/book?like={first.Path.Split('/')[^1]}");
        var third = await page.SendBookingAsync();
        await portal.FeedAsync(third.Scan("ITEM_DISPATCH", 10, "Item Dispatched"), third.Scan("ITEM_INVOICE", 5, "Taken out for delivery"));
        await page.GotoAsync($"{third.Path}/recall");
        await Assertions.Expect(page.GetByText("It was taken out for delivery and can no longer be recalled.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Recall parcel" })).ToHaveCountAsync(0);
        await seller.LookAsync("recall-refused");
        Assert.Empty(seller.Complaints);
    }

    private static async Task<PortalSteps.Parcel> CancelAsync(BrowserPortal.Visitor seller, PortalSteps.Parcel parcel)
    {
        var page = seller.Page;
        await page.GotoAsync($"/shipments/cancel?shipments={parcel.Path.Split('/')[^1]}");
        await Assertions.Expect(page.GetByText("Paid back: ₹")).ToBeVisibleAsync();
        await seller.LookAsync("cancel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel parcel" }).PressUntilAsync(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Cancelled. ₹" }));
        await seller.LookAsync("cancelled");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = "Book again with the same data" }).GetAttributeAsync("href");
        await page.GotoAsync(link!);
        await Assertions.Expect(page.GetByLabel("Name and designation")).ToHaveValueAsync("Executive Engineer, PWD");
        var again = await page.SendBookingAsync();
        Assert.NotEqual(parcel.Article, again.Article);
        return again;
    }

    private async Task RecallAsync(BrowserPortal.Visitor seller, PortalSteps.Parcel parcel)
    {
        var page = seller.Page;
        await portal.FeedAsync(parcel.Scan("ITEM_DISPATCH", 30, "Item Dispatched"));
        await page.GotoAsync($"/shipments/cancel?shipments={parcel.Path.Split('/')[^1]}");
        await Assertions.Expect(page.GetByText("It has left the office of booking.")).ToBeVisibleAsync();
        var recall = await page.GetByRole(AriaRole.Link, new() { Name = "Recall it instead" }).GetAttributeAsync("href");
        await page.GotoAsync(recall!);
        await Assertions.Expect(page.GetByText("The recall costs ₹")).ToBeVisibleAsync();
        await seller.LookAsync("recall");
        await page.GetByRole(AriaRole.Button, new() { Name = "Recall parcel" }).PressUntilAsync(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "The recall is asked for; it costs ₹" }));
        await seller.LookAsync("recalled");

        await portal.FeedAsync(
            parcel.Scan("ITEM_NONDELIVER", 20, "Item Not Delivered", ",\"reasonCode\":\"40\""),
            parcel.Scan("ITEM_RETURN", 10, "Item Returned to Sender"),
            parcel.Scan("ITEM_DELIVERY", 5, "Item Delivered(Sender)"));
        await page.GotoAsync(parcel.Path);
        await Assertions.Expect(page.GetByText("Returned").First).ToBeVisibleAsync();
        await seller.LookAsync("shipment-returned");
        await page.GotoAsync("/returns?tab=Ended");
        await seller.LookAsync("returns");
    }
}
