using System.Globalization;
using Microsoft.Playwright;

namespace SellerPortal.Tests.Support;

/// <summary>What most journeys begin with, and scans of the post in between.</summary>
public static class PortalSteps
{
    /// <summary>Signs in with the password of the demo accounts.</summary>
    /// <param name="page">The page of the browser.</param>
    /// <param name="email">The account.</param>
    /// <param name="arriving">The address that it leads to, as a pattern; any behind the sign-in by default.</param>
    public static async Task SignInAsync(this IPage page, string email, string arriving = "^(?!.*sign-in)")
    {
        await page.GotoAsync("/account/sign-in");
        await page.Locator("input[type=email]").FillAsync(email);
        await page.Locator("input[type=password]").FillAsync("Postage-2026");
        await page.Locator("form button[type=submit].p").ClickAsync();
        await page.ArriveAsync(arriving);
    }

    /// <summary>Books a parcel from the empty form.</summary>
    public static async Task<Parcel> BookParcelAsync(this IPage page, string consignee = "Executive Engineer, PWD")
    {
        await page.GotoAsync("/shipments/book");
        await page.GetByRole(AriaRole.Button, new() { Name = "Book parcel" }).PressUntilAsync(page.GetByText("Give the consignee's pincode.").First);
        await page.GetByLabel("To pincode").FillAsync("492001");
        await page.GetByLabel("Weight").FillAsync("1.25 kg");
        await page.GetByText("Box M").ClickAsync();
        await page.GetByLabel("Name and designation").FillAsync(consignee);
        await page.FillFieldAsync("Mobile", "98260 54321");
        await page.FillFieldAsync("Address", "Division 2, Civil Lines");
        await page.FillFieldAsync("Contents", "LED street lights");
        await page.GetByLabel("Declared value").FillAsync("5000");
        return await page.SendBookingAsync();
    }

    /// <summary>Books what the form holds.</summary>
    public static async Task<Parcel> SendBookingAsync(this IPage page)
    {
        var done = page.GetByRole(AriaRole.Link, new() { Name = "Print label" });
        for (var i = 0; i < 80 && !await done.IsVisibleAsync(); i++)
        {
            await page.Keyboard.PressAsync("Control+Enter");
            await page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(done).ToBeVisibleAsync();
        // "/shipments/{id}/label": the id stands there.
        var path = (await done.GetAttributeAsync("href"))!.Split("/label")[0];
        await page.GotoAsync(path);
        await page.WaitForFunctionAsync("/^[A-Z]{2}[0-9]{9}IN/.test(document.title)");
        return new Parcel(path, (await page.TitleAsync())[..13]);
    }

    /// <summary>One scan in the feed's form, some minutes ago, in Indian time with the Z that the feed puts behind it.</summary>
    public static string Scan(this Parcel parcel, string code, int minutesAgo, string description, string more = "")
    {
        var at = TimeProvider.System.GetUtcNow().AddHours(5.5).AddMinutes(-minutesAgo);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"article":"{{parcel.Article}}","code":"{{code}}","occurredAt":"{{at:yyyy-MM-ddTHH:mm:ss}}Z","office":"Raipur HO","description":"{{description}}"{{more}}}""");
    }

    /// <summary>A booked parcel.</summary>
    /// <param name="Path">The address of its page.</param>
    /// <param name="Article">Its number, without spaces.</param>
    public sealed record Parcel(string Path, string Article);
}
