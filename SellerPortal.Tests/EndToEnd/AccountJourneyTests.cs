using Microsoft.Playwright;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.EndToEnd;

/// <summary>A seller registers, an admin rejects and then approves, and the seller looks after the account.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountJourneyTests(BrowserPortal portal)
{
    private const string Password = "Postage-2026";

    [BrowserFact]
    public Task Register_ToApproval_AtADesk() => WalkAsync(1366, 768, "desk");

    [BrowserFact]
    public Task Register_ToApproval_OnAPhone() => WalkAsync(390, 844, "phone");

    [BrowserFact]
    public async Task SignIn_InHindi_IsReadable()
    {
        await using var visitor = await portal.VisitAsync(390, 844, "hi-IN");
        foreach (var (page, name) in new[] { ("/account/sign-in", "sign-in-hi"), ("/account/register", "register-hi") })
        {
            await visitor.Page.GotoAsync(page);
            await visitor.LookAsync(name);
        }
    }

    private async Task WalkAsync(int width, int height, string who)
    {
        await using var seller = await portal.VisitAsync(width, height);
        var page = seller.Page;
        await page.GotoAsync("/account/sign-in");
        await seller.LookAsync("sign-in");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await seller.LookAsync("sign-in-faults");
        await page.GotoAsync("/account/forgot-password");
        await seller.LookAsync("forgot-password");
        await page.GotoAsync("/account/reset-password?user=1&code=1");
        await seller.LookAsync("reset-password");

        await page.GotoAsync("/account/register");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await seller.LookAsync("register-faults");
        await page.FillFieldAsync("E-mail", $"{who}@example.in");
        await page.FillFieldAsync("Password", Password);
        await page.FillFieldAsync("Legal name", $"Acme Traders {who}");
        await page.FillFieldAsync("GSTIN", "27AAPFU0939F1ZV");
        await page.FillFieldAsync("GeM seller id", $"GEM-{who}");
        await page.FillFieldAsync("Mobile", "98260 12345");
        await page.FillFieldAsync("Address", "Godown 2, Napier Town");
        await page.FillFieldAsync("Pincode", "482001");
        await Assertions.Expect(page.Locator("[data-place-hint]")).ToHaveTextAsync("Jabalpur, Madhya Pradesh");
        await seller.LookAsync("register");
        await page.GetByRole(AriaRole.Button, new() { Name = "Register" }).ClickAsync();
        await Assertions.Expect(page.GetByText("you can see prices, but not book")).ToBeVisibleAsync();
        await seller.LookAsync("seller-pending");

        await using var admin = await portal.VisitAsync(width, height);
        await admin.Page.GotoAsync("/account/sign-in?ReturnUrl=%2Fadmin%2Fsellers%3Fstatus%3DPending");
        await admin.Page.FillFieldAsync("E-mail", "admin@portal.example");
        await admin.Page.FillFieldAsync("Password", Password);
        await admin.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Link, new() { Name = $"Acme Traders {who}" })).ToBeVisibleAsync();
        await admin.LookAsync("admin-sellers");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = $"Acme Traders {who}" }).ClickAsync();
        var reject = admin.Page.GetByRole(AriaRole.Button, new() { Name = "Reject registration" });
        await reject.PressUntilAsync(admin.Page.GetByText("Write what the seller must correct."));
        await admin.LookAsync("admin-seller-fault");
        await admin.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync("The name differs from the GST certificate.");
        await reject.ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("The seller reads the reason")).ToBeVisibleAsync();

        await page.GotoAsync("/account/seller");
        await seller.LookAsync("seller-rejected");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("An admin looks at it again")).ToBeVisibleAsync();

        await admin.Page.ReloadAsync();
        await admin.LookAsync("admin-seller");
        var contract = admin.Page.GetByRole(AriaRole.Checkbox, new() { Name = "With a contract" });
        await Assertions.Expect(contract).ToBeVisibleAsync();
        for (var i = 0; i < 80 && !await contract.IsCheckedAsync(); i++)
        {
            await contract.ClickAsync();
            await admin.Page.WaitForTimeoutAsync(250);
        }

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Approve seller" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("The seller can book")).ToBeVisibleAsync();
        await admin.LookAsync("admin-seller-approved");

        await page.GotoAsync("/account/seller");
        await Assertions.Expect(page.GetByText("Approved. You can book.")).ToBeVisibleAsync();
        await seller.LookAsync("seller-approved");
        await page.GotoAsync("/account");
        await seller.LookAsync("account");
        await page.GotoAsync("/account/two-factor");
        await seller.LookAsync("two-factor");
        await SignInWithCodeAsync(seller, $"{who}@example.in");
        Assert.Empty(seller.Complaints);
        Assert.Empty(admin.Complaints);
    }

    /// <summary>Turns the second step on, and signs in on a device that does not know the account yet: first with a wrong code.</summary>
    private async Task SignInWithCodeAsync(BrowserPortal.Visitor seller, string email)
    {
        var page = seller.Page;
        var key = (await page.Locator(".key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.FillFieldAsync("Six-digit code", AuthenticatorApp.CodeOf(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main).Locator(".codes li").First).ToBeVisibleAsync();
        await seller.LookAsync("recovery-codes");

        await using var device = await portal.VisitAsync(page.ViewportSize!.Width, page.ViewportSize.Height);
        await device.Page.SignInAsync(email, "/account/sign-in/code");
        await device.LookAsync("sign-in-code");
        var enter = device.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" });
        await device.Page.FillFieldAsync("Six-digit code", "12");
        await enter.ClickAsync();
        await device.LookAsync("sign-in-code-fault");
        await device.Page.FillFieldAsync("Six-digit code", AuthenticatorApp.CodeOf(key));
        await enter.ClickAsync();
        await device.Page.ArriveAsync("/today$");
        Assert.Empty(device.Complaints);
    }
}
