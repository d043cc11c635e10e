using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A line that fails just when a page opens: the page says so, and works as soon as the line does.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BadLineTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Page_FirstConnectionsFail_SaysSoAndWorksOnceOneStands()
    {
        await using var seller = await portal.VisitAsync(390, 844);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var failed = 0;
        var mended = false;
        await page.RouteAsync("**/_blazor/negotiate**", route =>
        {
            if (mended) return route.ContinueAsync();
            failed++;
            return route.AbortAsync();
        });
        await page.GotoAsync("/shipments/book");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "No connection" });
        await Assertions.Expect(dialog).ToContainTextAsync("The line to the portal is bad.");
        await seller.LookAsync("bad-line");
        Assert.True(failed > 1, $"{failed} tries");

        mended = true;
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Book parcel" }).PressUntilAsync(page.GetByText("Give the consignee's pincode.").First);
    }

    [BrowserFact]
    public async Task Page_ScriptDoesNotCome_SaysSoAndComesAgain()
    {
        await using var seller = await portal.VisitAsync();
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        await page.RouteAsync("**/_framework/blazor.web*", route => route.AbortAsync());
        await page.GotoAsync("/shipments/book");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "No connection" });
        await Assertions.Expect(dialog).ToContainTextAsync("The portal cannot be reached.");
        await seller.LookAsync("no-script");

        await page.UnrouteAllAsync();
        await dialog.GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Book parcel" }).PressUntilAsync(page.GetByText("Give the consignee's pincode.").First);
    }

    [BrowserFact]
    public async Task Page_LineBreaksAndComesBack_KeepsWhatWasTyped()
    {
        await using var seller = await portal.VisitAsync(390, 844);
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        await page.GotoAsync("/shipments/book");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book parcel" }).PressUntilAsync(page.GetByText("Give the consignee's pincode.").First);
        await page.GetByLabel("Name and designation").FillAsync("Principal, KV No. 2");
        var mended = false;
        await page.RouteAsync("**/_blazor/negotiate**", route => mended ? route.ContinueAsync() : route.AbortAsync());
        await page.EvaluateAsync("Blazor._internal.forceCloseConnection()");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "No connection" });
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await seller.LookAsync("line-broken");
        mended = true;
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Name and designation")).ToHaveValueAsync("Principal, KV No. 2");
        await page.GetByLabel("To pincode").FillAsync("492001");
        await Assertions.Expect(page.GetByText("Raipur").First).ToBeVisibleAsync();

        // No other journey shall find the draft.
        await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("To pincode")).ToHaveValueAsync("");

        // As the framework shows it when the circuit has ended.
        await page.EvaluateAsync("document.getElementById('blazor-error-ui').style.display = 'block'");
        await seller.LookAsync("circuit-ended");
    }
}
