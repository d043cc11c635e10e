using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SellerPortal.Tests.Support;

/// <summary>What a person does to a page, with a person's patience.</summary>
public static class PagePresses
{
    /// <summary>Fills the field of a label within the page itself.</summary>
    public static Task FillFieldAsync(this IPage page, string label, string text) =>
        page.GetByRole(AriaRole.Main).GetByLabel(label, new() { Exact = true }).FillAsync(text);

    /// <summary>
    /// Waits until the page has an address of that pattern. It looks again and again: waiting for the navigation itself
    /// waits for ever when that has just happened.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Presses until the circuit stands and the page answers.</summary>
    public static async Task PressUntilAsync(this ILocator button, ILocator answer)
    {
        for (var i = 0; i < 80 && !await answer.IsVisibleAsync(); i++)
        {
            try
            {
                if (await button.IsVisibleAsync()) await button.ClickAsync(new() { Timeout = 1_000 });
            }
            catch (TimeoutException)
            {
                // The press before this one worked, and the button went away under it; the answer is about to come.
            }

            await button.Page.WaitForTimeoutAsync(250);
        }

        await Assertions.Expect(answer).ToBeVisibleAsync();
    }
}
