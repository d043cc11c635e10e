using System.Net;
using System.Text.Json.Nodes;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>What anybody may ask, without a key.</summary>
public sealed class OpenResourcesTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Serviceability_OfPairs_SaysOfEachWhetherAndWhyNot()
    {
        var pairs = new JsonArray(Pair("482001", "560001"), Pair("999999", "560001"), Pair("482001", "12"));
        var results = (await PostAsync("/api/v1/serviceability", new JsonObject { ["pairs"] = pairs })).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Equal([true, false, false], results.Select(result => result!["serviceable"]!.GetValue<bool>()));
        Assert.NotEmpty(results[0]!["bookingOffice"]!.GetValue<string>());
        Assert.Equal("pincode_not_in_directory", results[1]!["fromFault"]!.GetValue<string>());
        Assert.Equal("pincode_not_six_digits", results[2]!["toFault"]!.GetValue<string>());
        Assert.All(results.Skip(1), result => Assert.All(["detail", "remedy"], (string text) => Assert.EndsWith(".", result![text]!.GetValue<string>(), StringComparison.Ordinal)));
        (await PostAsync("/api/v1/serviceability", new JsonObject { ["pairs"] = new JsonArray(new JsonObject { ["fromPincode"] = "482001" }) })).ExpectFault("/pairs/0/toPincode", "missing");
        (await PostAsync("/api/v1/serviceability", new JsonObject { ["pairs"] = new JsonArray([.. Enumerable.Range(0, 1_001).Select(_ => (JsonNode)Pair("482001", "560001"))]) })).ExpectFault("/pairs", "too_many");
    }

    [Fact]
    public async Task Quotes_OfMany_HaveTheirOwnResults()
    {
        var quotes = new JsonArray(
            new JsonObject { ["fromPincode"] = "482001", ["toPincode"] = "560001", ["weightGrams"] = 7300 },
            new JsonObject { ["fromPincode"] = "482001", ["toPincode"] = "560001", ["weightGrams"] = 0 });
        var results = (await PostAsync("/api/v1/quotes/batch", new JsonObject { ["quotes"] = quotes })).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Contains(results[0]!["quote"]!["quotes"]!.AsArray(), quote => quote!["productCode"]!.GetValue<string>() == "SP_PARCEL" && quote["basePaise"]!.GetValue<long>() == 104_600);
        Assert.Equal("/weightGrams", results[1]!["errors"]![0]!["pointer"]!.GetValue<string>());
    }

    [Fact]
    public async Task Tracking_OfMany_FindsWhatThereIs()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var id = await world.BookAsync();
        var article = (await world.GetAsync($"/api/v1/shipments/{id}")).Json["article"]!.GetValue<string>();
        var results = (await PostAsync("/api/v1/tracking/batch", new JsonObject { ["articles"] = new JsonArray(article.ToLowerInvariant(), "EE000000000IN", "nonsense", article) })).Expect(HttpStatusCode.OK)["results"]!.AsArray();
        Assert.Equal(["Booked", null, null, "Booked"], results.Select(result => result!["facts"]?["status"]!.GetValue<string>()));
        Assert.Equal([null, "check_digit", "malformed", null], results.Select(result => result!["fault"]?.GetValue<string>()));
        (await PostAsync("/api/v1/tracking/batch", new JsonObject { ["articles"] = new JsonArray([.. Enumerable.Range(0, 51).Select(i => (JsonNode)$"EE{i}")]) })).ExpectFault("/articles", "too_many");
    }

    [Fact]
    public async Task Tariffs_AreListedAndRead()
    {
        var list = (await GetAsync("/api/v1/tariffs")).Expect(HttpStatusCode.OK).AsArray();
        Assert.Contains(list, tariff => tariff!["productCode"]!.GetValue<string>() == "SP_PARCEL");
        var tariff = (await GetAsync("/api/v1/tariffs/SP_PARCEL?on=2026-11-23")).Expect(HttpStatusCode.OK);
        var columns = tariff["columns"]!.AsArray().Count;
        Assert.All(tariff["rows"]!.AsArray(), row => Assert.Equal(columns, row!["paise"]!.AsArray().Count));
        (await GetAsync("/api/v1/tariffs/NOPE")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
        (await GetAsync("/api/v1/tariffs/SP_PARCEL?on=soon")).ExpectFault("?on", "unknown_value");
        (await GetAsync("/api/v1/tariffs/SP_PARCEL?on=1999-01-01")).ExpectProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Reference_IsServedByThePortalItself()
    {
        using var client = host.Anonymous();
        using var page = await client.GetAsync("/api/", Token);
        var html = await page.Content.ReadAsStringAsync(Token);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("://", html.Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("3.1", (await GetAsync("/openapi/v1.json")).Expect(HttpStatusCode.OK)["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static JsonObject Pair(string from, string to) => new() { ["fromPincode"] = from, ["toPincode"] = to };

    private async Task<ApiAnswer> GetAsync(string url)
    {
        using var client = host.Anonymous();
        using var response = await client.GetAsync(url, Token);
        return await ApiAnswer.OfAsync(response);
    }

    private async Task<ApiAnswer> PostAsync(string url, JsonNode body)
    {
        using var client = host.Anonymous();
        using var content = new StringContent(body.ToJsonString(), null, "application/json");
        using var response = await client.PostAsync(url, content, Token);
        return await ApiAnswer.OfAsync(response);
    }
}
