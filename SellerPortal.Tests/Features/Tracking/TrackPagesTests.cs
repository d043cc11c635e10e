using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Tracking.Intake;
using SellerPortal.Features.Tracking.Public;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Tracking;

public sealed partial class TrackPagesTests(TestHost host)
{
    private static readonly string[] Private =
        ["Executive Engineer", "PWD", "Division 2", "Civil Lines", "9826054321", "98260", "ORD-7781", "GEMC-", "ACM/26-27", "Acme", "Brass", "Napier", "R. Sharma"];

    // The framework's protected tokens are random letters, in which three of a name come up by chance.
    [GeneratedRegex("[A-Za-z0-9+/_-]{64,}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Enciphered();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("EE123456785IN", "EE123456785IN")]
    [InlineData("ee 123 456 785 in\nRR287043775IN", "EE123456785IN RR287043775IN")]
    [InlineData("EE123456785IN,EE123456785IN;RR287043775IN|ET214330020IN", "EE123456785IN RR287043775IN ET214330020IN")]
    [InlineData("EE123456785IN RR287043775IN 12", "EE123456785IN RR287043775IN 12")]
    [InlineData("EE-123-456-785-IN", "EE123456785IN")]
    [InlineData("  ", "")]
    public void Find_WhateverSeparates_FindsEveryNumberOnce(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', TypedNumbers.Find(text).Numbers));

    [Fact]
    public void Find_MoreThanFifty_TakesFiftyAndSaysSo()
    {
        var (numbers, more) = TypedNumbers.Find(string.Join(' ', Enumerable.Range(0, 51).Select(number => $"N{number}")));
        Assert.Equal((50, true), (numbers.Count, more));
    }

    [Fact]
    public async Task Get_AKnownArticle_ShowsWhereItIsAndNothingPersonal()
    {
        var article = await TravellingAsync();
        foreach (var url in new[] { $"/track/{article}", $"/track?q={article}", $"/api/v1/tracking/{article}" })
        {
            using var client = host.Anonymous();
            using var response = await client.GetAsync(url, Token);
            var body = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("Nagpur NSH", body, StringComparison.Ordinal);
            var read = Enciphered().Replace(body, "");
            Assert.All(Private, text => Assert.DoesNotContain(text, read, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Get_AKnownArticle_ShowsOfficesTimelineAndExpectedDate()
    {
        using var client = host.Anonymous();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync($"/track/{await TravellingAsync()}", Token));
        Assert.Contains("Raipur HO", page, StringComparison.Ordinal);
        Assert.Contains("492001", page, StringComparison.Ordinal);
        Assert.Contains("Item received", page, StringComparison.Ordinal);
        Assert.Contains("Expected Fri 27 – Sat 28 Nov", page, StringComparison.Ordinal);
        Assert.DoesNotContain("blazor.web.js", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_InHindi_IsHindi()
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hi");
        Assert.Contains("आर्टिकल नंबर", WebUtility.HtmlDecode(await client.GetStringAsync("/track", Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AWrongCheckDigit_SaysSoAndNamesTheExistingOneFirst()
    {
        var article = await TravellingAsync();
        var mistyped = article[..10] + (char)('0' + ((article[10] - '0' + 1) % 10)) + "IN";
        using var client = host.Anonymous();
        using var page = await client.GetAsync($"/track/{mistyped}", Token);
        var body = await page.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("check digit is wrong", body, StringComparison.Ordinal);
        Assert.Contains($"/track/{article}", body, StringComparison.Ordinal);

        using var api = await client.GetAsync($"/api/v1/tracking/{mistyped}", Token);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Contains($"Did you mean {article}", await api.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/track/RR287043775IN", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/tracking/RR287043775IN", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/tracking/12", HttpStatusCode.BadRequest)]
    [InlineData("/track/12", HttpStatusCode.NotFound)]
    [InlineData("/track?q=12+RR287043775IN+%E0%A4%95", HttpStatusCode.OK)]
    [InlineData("/track/%3Cscript%3E", HttpStatusCode.NotFound)]
    public async Task Get_WhatIsNotHere_IsSaidWithoutAnError(string url, HttpStatusCode expected)
    {
        using var client = host.Anonymous();
        using var response = await client.GetAsync(url, Token);
        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain("<script>alert", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<string> TravellingAsync()
    {
        await using var database = host.Database();
        var (seller, _) = await TestSellers.ApprovedAsync(database);
        var article = (await TestShipments.BookAsync(database, seller.Id)).Article;
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RecordEvents>().ExecuteAsync(
            [
                new FeedElement { Index = 0, Article = article, Code = "ITEM_BOOK", OccurredAt = "2026-11-22T11:00:00Z", Office = "Jabalpur HO", Remark = "Handed in by R. Sharma" },
                new FeedElement { Index = 1, Article = article, Code = "ITEM_RECEIVE", OccurredAt = "2026-11-22T21:00:00Z", Office = "Nagpur NSH", Description = "Item received for R. Sharma 9826054321" },
            ],
            Token);
        Assert.Equal(ShipmentStatus.InTransit, (await database.Shipments.AsNoTracking().SingleAsync(one => one.Article == article, Token)).Status);
        return article;
    }
}
