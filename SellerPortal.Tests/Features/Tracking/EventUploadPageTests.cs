using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SellerPortal.Domain.Access;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Tracking;

public sealed partial class EventUploadPageTests(TestHost host)
{
    private const string Url = "/admin/events";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Get_AsASeller_IsRefused()
    {
        await using var database = host.Database();
        var (_, actor) = await TestSellers.ApprovedAsync(database);
        using var client = host.As(actor);
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(Url, Token)).StatusCode);
    }

    [Fact]
    public async Task Get_AsAnAdmin_StandsInThePortalsFrameWithoutACircuit()
    {
        using var client = host.As(TestSellers.Admin);
        var page = await client.GetStringAsync(Url, Token);
        Assert.Contains("<nav class=\"side\"", page, StringComparison.Ordinal);
        Assert.Contains("css/portal-app", page, StringComparison.Ordinal);
        Assert.DoesNotContain("public-top", page, StringComparison.Ordinal);
        Assert.DoesNotContain("MudBlazor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAntiforgeryToken_IsRefused()
    {
        using var client = host.As(TestSellers.Admin);
        using var form = new MultipartFormDataContent { { new StringContent("events"), "_handler" }, { new StringContent("[]"), "feed", "feed.json" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(Url, form, Token)).StatusCode);
    }

    [Theory]
    [InlineData("feed.json", """[{"article":"ARTICLE","code":"ITEM_RECEIVE","occurredAt":"2026-11-22T09:12:00Z","office":"Nagpur NSH"},{"article":"EB468790992IN","code":"X","occurredAt":"2026-11-22T09:12:00Z"}]""")]
    [InlineData("feed.csv", "article,code,occurredAt,office\nARTICLE,ITEM_RECEIVE,2026-11-22T09:12:00Z,Nagpur NSH\nEB468790992IN,X,2026-11-22T09:12:00Z,\n")]
    public async Task Post_AFile_ShowsWhatWasTakenAndWhatNot(string name, string body)
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        var page = await PostAsync(TestSellers.Admin, name, body.Replace("ARTICLE", shipment.Article, StringComparison.Ordinal));
        Assert.Contains("EB468790992IN", page, StringComparison.Ordinal);
        Assert.Contains("The check digit of the article number is wrong.", page, StringComparison.Ordinal);
        Assert.Equal(1, database.TrackingEvents.Count(scan => scan.Article == shipment.Article));
    }

    [Theory]
    [InlineData("feed.json", "no json", "The file is not JSON (line 1)")]
    [InlineData("feed.csv", "a,b\n1,2\n", "The first line must name the columns")]
    [InlineData("feed.json", "", "Choose a file first.")]
    public async Task Post_NoFeed_SaysWhatToDo(string name, string body, string expected) =>
        Assert.Contains(expected, await PostAsync(TestSellers.Admin, name, body), StringComparison.Ordinal);

    private async Task<string> PostAsync(Actor actor, string name, string body)
    {
        using var client = host.As(actor);
        using var page = await client.GetAsync(Url, Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var token = AntiforgeryToken().Match(await page.Content.ReadAsStringAsync(Token)).Groups["token"].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("events"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(body)), "feed", name },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = form };
        if (page.Headers.TryGetValues("Set-Cookie", out var cookies)) request.Headers.Add("Cookie", cookies.Select(cookie => cookie.Split(';')[0]));
        using var response = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex AntiforgeryToken();
}
