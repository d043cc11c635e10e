using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ApiReference;

/// <summary>The reference of the API is this portal's own page: nothing of it comes from elsewhere or leads there.</summary>
public sealed class ReferencePageTests(TestHost host)
{
    [Fact]
    public async Task Get_Page_LoadsNothingFromElsewhereAndHidesTheMakersTools()
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(new Uri("/api/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("openapi/v1.json", page, StringComparison.Ordinal);
        Assert.Contains("\"showDeveloperTools\":\"never\"", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
    }
}
