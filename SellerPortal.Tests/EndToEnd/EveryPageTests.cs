using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>
/// The pages behind the sign-in on a phone, in Hindi and in dark colours: what the journeys, which walk in English and
/// in light colours, do not show.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryPageTests(BrowserPortal portal)
{
    private static readonly string[] OfASeller =
    [
        "/messages", "/account/notifications", "/address-book", "/parcel-presets", "/pickup-locations", "/webhooks", "/webhooks/new", "/api-keys",
        "/today", "/labels", "/failed-deliveries?tab=Held", "/shipments/bulk", "/shipments/book", "/shipments", "/team", "/account/deposit", "/denied", "/no-such-page",
    ];

    private static readonly string[] OfAnAdmin =
        ["/admin/work", "/admin/partners", "/admin/deposits", "/admin/api-keys", "/admin/sellers", "/admin/tariffs", "/admin/article-numbers", "/admin/events"];

    [BrowserFact]
    public Task Pages_OfASeller_AreReadable() => LookAtAsync("seller@portal.example", OfASeller);

    [BrowserFact]
    public Task Pages_OfAnAdmin_AreReadable() => LookAtAsync("admin@portal.example", OfAnAdmin);

    private async Task LookAtAsync(string account, string[] paths)
    {
        await using var visitor = await portal.VisitAsync(390, 844, "hi-IN");
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visitor.Page.SignInAsync(account);
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await visitor.Page.GotoAsync(path);
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            var fault = await Record.ExceptionAsync(() => visitor.LookAsync($"page{path.Split('?')[0].Replace('/', '-')}"));
            if (fault is not null) faults.Add(fault.Message);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        // The browser itself writes a line for an address that does not exist.
        Assert.DoesNotContain(visitor.Complaints, complaint => !complaint.Contains("404", StringComparison.Ordinal));
    }
}
