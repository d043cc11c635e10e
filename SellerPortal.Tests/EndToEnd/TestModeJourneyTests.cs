using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>Into the test mode, book, have the parcel scanned, and out again: the bar says all the time where one is.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TestModeJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task TestMode_FromEnteringToLeaving_OnAPhone()
    {
        await using var seller = await portal.VisitAsync(390, 844);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var bar = page.GetByRole(AriaRole.Complementary, new() { Name = "Test mode" });
        await Assertions.Expect(bar).ToHaveCountAsync(0);
        // A menu opened before the circuit stands is closed by it.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.Locator("nav.bottom details summary").ClickAsync();
        await page.Locator("nav.bottom").GetByRole(AriaRole.Button, new() { Name = "Test mode" }).ClickAsync();
        await Assertions.Expect(bar).ToBeVisibleAsync();
        await seller.LookAsync("test-mode-today");

        var parcel = await page.BookParcelAsync();
        Assert.StartsWith("Z", parcel.Article, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("Booked", new() { Exact = true }).First).ToBeVisibleAsync();
        for (var i = 0; i < 2; i++) await ScanAsync(page);
        await Assertions.Expect(page.GetByText("In transit", new() { Exact = true }).First).ToBeVisibleAsync();
        await seller.LookAsync("test-mode-shipment");

        await page.GotoAsync($"/track/{parcel.Article}");
        await Assertions.Expect(page.GetByText("In transit").First).ToBeVisibleAsync();
        await page.GotoAsync("/shipments");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Leave test mode" }).ClickAsync();
        await page.ArriveAsync("/today$");
        await Assertions.Expect(bar).ToHaveCountAsync(0);
        Assert.Equal(404, (await page.GotoAsync($"/track/{parcel.Article}"))!.Status);
        Assert.DoesNotContain(seller.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }

    private static async Task ScanAsync(IPage page)
    {
        var answered = page.WaitForResponseAsync(response => response.Request.Method == "POST" && response.Url.EndsWith("/test-mode/scans", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Button, new() { Name = "Next scan now" }).ClickAsync();
        await answered;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
