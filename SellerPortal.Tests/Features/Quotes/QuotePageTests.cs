using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Quotes;

public sealed class QuotePageTests(TestHost host)
{
    private const string Good = "/quote?from=482001&to=560001";

    [Theory]
    [InlineData("/quote")]
    [InlineData("/quote?from=482001")]
    public async Task Get_NothingAsked_ShowsTheFormAlone(string url)
    {
        var visit = await OpenAsync(url);
        Assert.Contains("name=\"weight\"", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("quote-card", visit.Page, StringComparison.Ordinal);
        Assert.Equal(url.Contains("482001", StringComparison.Ordinal), visit.Page.Contains("value=\"482001\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("7300")]
    [InlineData("7,300 g")]
    [InlineData("7.3 kg")]
    public async Task Get_Weight_ShowsThePriceOfEveryProduct(string weight)
    {
        var visit = await OpenAsync($"{Good}&date=2026-11-23&weight={Uri.EscapeDataString(weight)}");
        Assert.DoesNotContain("role=\"alert\"", visit.Page, StringComparison.Ordinal);
        foreach (var expected in (string[])["₹1,234", "1,046.00", "CGST", "SGST", "Cheapest", "Fastest", "Why this price", "Needs a contract", "Tariff of 1 Aug 2026", "Not available"])
        {
            Assert.Contains(expected, visit.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_AddOns_ArePricedAndKeptInTheForm()
    {
        var visit = await OpenAsync($"{Good}&weight=500&l=30&b=20&h=10.5&kind=Parcel&addons=REG&addons=INS&value=500&date=2026-11-23");
        Assert.Contains("Registration", visit.Page, StringComparison.Ordinal);
        Assert.Matches("value=\"REG\"[^>]*checked", visit.Page);
        Assert.DoesNotMatch("value=\"OTP\"[^>]*checked", visit.Page);
        Assert.Contains("value=\"10.5\"", visit.Page, StringComparison.Ordinal);
        Assert.Contains("1,260 g", visit.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from=000000&to=560001&weight=500", "from", "No pincode starts with 0")]
    [InlineData("from=482001&to=&weight=500", "to", "Enter a pincode")]
    [InlineData("from=482001&to=999999&weight=500", "to", "not in the India Post directory")]
    [InlineData("from=482001&to=560001", "weight", "Enter the weight")]
    [InlineData("from=482001&to=560001&weight=heavy", "weight", "no weight")]
    [InlineData("from=482001&to=560001&weight=0", "weight", "at least 1 g")]
    [InlineData("from=482001&to=560001&weight=101kg", "weight", "more than 100 kg")]
    [InlineData("from=482001&to=560001&weight=500&l=10", "b", "leave all three empty")]
    [InlineData("from=482001&to=560001&weight=500&l=10&b=10&h=wide", "h", "at most 1,000 cm")]
    [InlineData("from=482001&to=560001&weight=500&date=tomorrow", "date", "year-month-day")]
    [InlineData("from=482001&to=560001&weight=500&addons=XXX", "addons", "not known")]
    [InlineData("from=482001&to=560001&weight=500&value=much", "value", "whole rupees")]
    [InlineData("from=482001&to=560001&weight=500&value=10000001", "value", "at most ₹1,00,00,000")]
    [InlineData("from=482001&to=560001&weight=500&kind=Box", "kind", "goods or papers")]
    public async Task Get_BadField_SaysSoAtTheFieldAndKeepsTheInput(string query, string field, string sentence)
    {
        var visit = await OpenAsync($"/quote?{query}");
        Assert.Contains(sentence, visit.FaultAt(field), StringComparison.Ordinal);
        Assert.Matches($"aria-describedby=\"{field}-fault", visit.Page);
        Assert.Contains("value=\"482001\"", visit.Page.Replace("000000", "482001", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("quote-card", visit.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_InHindi_SpeaksHindi()
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("hi");
        var visit = await new SiteVisit(client).OpenAsync($"{Good}&weight=500");
        Assert.Contains("सबसे सस्ता", visit.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cheapest", visit.Page, StringComparison.Ordinal);
        await visit.OpenAsync("/quote?from=482001&to=560001&weight=x");
        Assert.Contains("वज़न", visit.FaultAt("weight"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HostileInput_IsShownAsText()
    {
        using var client = host.Anonymous();
        var html = await client.GetStringAsync($"/quote?from=1&to=2&weight={Uri.EscapeDataString("\"><script>alert(1)</script>")}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private async Task<SiteVisit> OpenAsync(string url)
    {
        var visit = await new SiteVisit(host.Anonymous()).OpenAsync(url);
        Assert.Equal(HttpStatusCode.OK, visit.Answer.StatusCode);
        return visit;
    }
}
