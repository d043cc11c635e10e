using System.Text;
using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A bad line: a sheet is chosen before the circuit stands, and sent after.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EarlySheetTests(BrowserPortal portal)
{
    [BrowserFact]
    public async Task Sheet_ChosenBeforeTheCircuitStands_IsSentAfter()
    {
        await using var seller = await portal.VisitAsync();
        var page = seller.Page;
        await page.SignInAsync("seller@portal.example");
        var chosen = new TaskCompletionSource();
        var stands = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await chosen.Task;
            await route.ContinueAsync();
        });
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Binary is { } bytes && Encoding.ASCII.GetString(bytes).Contains("JS.RenderBatch", StringComparison.Ordinal)) stands.TrySetResult();
        };
        await page.GotoAsync("/shipments/bulk", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.GetByLabel("Sheet (XLSX or CSV)").SetInputFilesAsync(new FilePayload
        {
            Name = "early.csv",
            MimeType = "text/csv",
            Buffer = "Order,Name,Mobile,Address line 1,City,Pincode,Weight (g),Contents\r\nEARLY-1,Ravi Kumar,9826012345,Civil Lines,Raipur,492001,500,Cloth\r\n"u8.ToArray(),
        });
        chosen.TrySetResult();
        await stands.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal("early.csv", await page.GetByLabel("Sheet (XLSX or CSV)").EvaluateAsync<string?>("input => input.files[0]?.name"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("early.csv");
    }
}
