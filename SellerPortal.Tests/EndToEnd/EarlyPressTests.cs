using System.Text;
using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A bad line: the link is pressed before the circuit stands, and its page comes after.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EarlyPressTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Link_PressedBeforeTheCircuitStands_LeadsToItsPage()
    {
        await using var seller = await portal.VisitAsync();
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var pressed = new TaskCompletionSource();
        var stands = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await pressed.Task;
            await route.ContinueAsync();
        });
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Binary is { } bytes && Encoding.ASCII.GetString(bytes).Contains("JS.RenderBatch", StringComparison.Ordinal)) stands.TrySetResult();
        };
        await page.GotoAsync("/manifests", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.RouteAsync("**/returns", async route =>
        {
            pressed.TrySetResult();
            await stands.Task.WaitAsync(TimeSpan.FromSeconds(15));
            await route.ContinueAsync();
        });
        await page.Locator("nav a[href='/returns']").First.ClickAsync();

        await page.ArriveAsync("/returns$");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Returns");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("nav a[href='/returns'][aria-current=page]").First).ToBeVisibleAsync();
    }
}
