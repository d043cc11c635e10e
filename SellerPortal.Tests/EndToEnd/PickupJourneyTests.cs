using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A seller has a parcel fetched, the office comes in vain, the seller takes another day, cancels, and repeats it weekly.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PickupJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public Task Pickup_RequestedFailedMovedAndCancelled_AtADesk() => WalkAsync(1366, 768);

    [BrowserFact]
    public Task Pickup_RequestedFailedMovedAndCancelled_OnAPhone() => WalkAsync(390, 844);

    private async Task WalkAsync(int width, int height)
    {
        await using var seller = await portal.VisitAsync(width, height);
        await seller.Page.SignInAsync("seller@portal.example");
        await seller.Page.BookParcelAsync();
        await RequestAsync(seller);
        var pickup = new Uri(seller.Page.Url).AbsolutePath;

        await using var staff = await portal.VisitAsync(width, height);
        await staff.Page.SignInAsync("postal@portal.example");
        await CarryOutAsync(staff, pickup);

        await MoveAndCancelAsync(seller);
        await RepeatAsync(seller);
        Assert.Empty(seller.Complaints);
        Assert.Empty(staff.Complaints);
    }

    private static async Task RequestAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        await page.GotoAsync("/pickups");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Have them fetched" })).ToHaveAttributeAsync("href", "/pickups/new");
        // By its address and not by the link: a click while the circuit comes up may be answered with the page before.
        await page.GotoAsync("/pickups/new");
        await Assertions.Expect(page.GetByText("Or hand them in")).ToBeVisibleAsync();
        await seller.LookAsync("pickup-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Request for " }).PressUntilAsync(page.GetByText("Requested for"));
        Assert.StartsWith("/pickups/0", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await seller.LookAsync("pickup-requested");
    }

    private static async Task CarryOutAsync(BrowserPortal.Visitor staff, string pickup)
    {
        var page = staff.Page;
        await page.GotoAsync("/pickups");
        await staff.LookAsync("pickups-staff");
        await Assertions.Expect(page.Locator($"tbody a[href='{pickup}']")).ToBeVisibleAsync();
        await page.GotoAsync(pickup);
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).PressUntilAsync(page.GetByRole(AriaRole.Button, new() { Name = "Agent leaves" }));
        await page.GetByRole(AriaRole.Button, new() { Name = "Agent leaves" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Picked up", Exact = true })).ToBeVisibleAsync();
        await staff.LookAsync("pickup-out");
        await page.GetByLabel("Note").FillAsync("Gate locked");
        await page.GetByRole(AriaRole.Button, new() { Name = "Not picked up" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nobody was there: Gate locked")).ToBeVisibleAsync();
    }

    private static async Task MoveAndCancelAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("Nobody was there: Gate locked")).ToBeVisibleAsync();
        var move = page.GetByRole(AriaRole.Button, new() { Name = "Move to " });
        await page.Locator("input[name=pickup-day]:enabled").Last.CheckAsync();
        await move.PressUntilAsync(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Moved to" }));
        await seller.LookAsync("pickup-moved");
        await page.GetByLabel("Reason").FillAsync("Not packed in time");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel pickup" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The pickup is cancelled.")).ToBeVisibleAsync();
        await seller.LookAsync("pickup-cancelled");
    }

    private static async Task RepeatAsync(BrowserPortal.Visitor seller)
    {
        var page = seller.Page;
        await page.GotoAsync("/pickups");
        await page.GetByRole(AriaRole.Button, new() { Name = "Repeat", Exact = true }).PressUntilAsync(page.GetByText("Monday to Friday, 14:00–17:00"));
        await seller.LookAsync("pickups-repeat");
        await page.GetByRole(AriaRole.Button, new() { Name = "End Monday to Friday, 14:00–17:00" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Monday to Friday, 14:00–17:00")).ToHaveCountAsync(0);
    }
}
