using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Platform.Culture;

public sealed class PreferenceEndpointTests(TestHost host)
{
    [Fact]
    public async Task Culture_Hindi_SetsTheCookieAndComesBack()
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri("/culture?culture=hi-IN&returnUrl=%2Fhelp", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/help", answer.Headers.Location?.OriginalString);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("hi-IN", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/culture?culture=hi-IN&returnUrl=https%3A%2F%2Fevil.example")]
    [InlineData("/theme?theme=dark&returnUrl=%2F%2Fevil.example")]
    [InlineData("/theme")]
    public async Task Preference_ForeignOrMissingReturnUrl_GoesHome(string address)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Culture_Unknown_SetsNoCookie()
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri("/culture?culture=xx&returnUrl=%2F", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("light", "light")]
    [InlineData("dark", "dark")]
    [InlineData("\"><script>", "system")]
    public async Task Theme_CookieOfTheVisitor_StandsOnTheDocument(string cookie, string expected)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", $"portal-theme={Uri.EscapeDataString(cookie)}");
        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"data-theme=\"{expected}\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi", "hi-IN")]
    [InlineData("hi-IN,en;q=0.5", "hi-IN")]
    [InlineData("en-US,hi;q=0.5", "en-IN")]
    [InlineData("fr", "en-IN")]
    [InlineData("hil", "en-IN")]
    public async Task Language_OfTheBrowser_IsTakenWithoutACookie(string wish, string expected)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", wish);
        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains($"<html lang=\"{expected}\"", html, StringComparison.Ordinal);
    }
}
