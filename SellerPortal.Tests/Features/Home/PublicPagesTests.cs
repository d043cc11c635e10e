using System.Net;
using System.Text;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Home;

public sealed class PublicPagesTests(TestHost host)
{
    public static TheoryData<string, string> Pages { get; } = new(
        from page in new[] { "/", "/about", "/help", "/contact", "/privacy", "/terms", "/accessibility", "/sitemap", "/denied" }
        from language in new[] { "en", "hi" }
        select (page, language));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEitherLanguage_IsStaticLightAndComplete(string page, string language)
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(html.Split("<h1").Skip(1));
        Assert.Contains("id=\"content\"", html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}-IN\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", html, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(html) < 24_000, $"{page} has {html.Length} characters");
    }

    [Fact]
    public async Task Home_WithTheDirectory_NamesItsCounts()
    {
        using var client = host.Anonymous();
        var html = await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("19,586", html, StringComparison.Ordinal);
        Assert.Contains("1,65,625", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page", "text/html")]
    [InlineData("/api/v1/no-such-endpoint", "application/problem+json")]
    public async Task Unknown_Address_Is404AndAPageOnlyOutsideTheApi(string address, string type)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
    }
}
