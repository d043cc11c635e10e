using System.Text;
using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A manifest of everything that waits, closed by hand and printed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ManifestJourneyTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Manifest_MadeClosedAndPrinted_OnAPhone()
    {
        await using var seller = await portal.VisitAsync(390, 844);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var parcel = await page.BookParcelAsync();
        await page.GotoAsync("/manifests");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "List them all" })).ToHaveAttributeAsync("href", "/manifests/new");
        await seller.LookAsync("manifests");

        await page.GotoAsync($"/manifests/new?shipments={parcel.Path.Split('/')[^1]}");
        await Assertions.Expect(page.GetByText("One parcel can go on it")).ToBeVisibleAsync();
        await seller.LookAsync("manifest-new");
        var close = page.GetByRole(AriaRole.Button, new() { Name = "Close manifest" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Make manifest" }).PressUntilAsync(close);
        await seller.LookAsync("manifest-open");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Take off {parcel.Article}" })).ToBeVisibleAsync();

        // A hurried double click only asks.
        var sure = page.GetByRole(AriaRole.Button, new() { Name = "Close for good" });
        await close.DblClickAsync();
        await Assertions.Expect(sure).ToBeVisibleAsync();
        await seller.LookAsync("manifest-sure");
        await sure.ClickAsync();
        await Assertions.Expect(page.GetByText("It never changes; print it as often as you need.")).ToBeVisibleAsync();
        await seller.LookAsync("manifest-closed");

        var paper = await page.GetByRole(AriaRole.Link, new() { Name = "Print manifest" }).GetAttributeAsync("href");
        var pdf = await page.APIRequest.GetAsync(paper!);
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString((await pdf.BodyAsync())[..4]), StringComparison.Ordinal);
        Assert.Empty(seller.Complaints);
    }
}
