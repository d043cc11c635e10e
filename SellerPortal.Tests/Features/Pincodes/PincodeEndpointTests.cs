using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pincodes;

public sealed class PincodeEndpointTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("110001", "Delhi", "New Delhi GPO")]
    [InlineData("682555", "Lakshadweep", null)]
    [InlineData("744101", "Andaman And Nicobar Islands", null)]
    [InlineData("194101", "Ladakh", null)]
    [InlineData("791122", "Arunachal Pradesh", null)]
    public async Task Get_Pincode_AnswersWithItsOffices(string pin, string state, string? mainOffice)
    {
        var json = await JsonAsync($"/api/v1/pincodes/{pin}");
        Assert.Equal(pin, json.GetProperty("pincode").GetString());
        Assert.Equal(state, json.GetProperty("state").GetString(), ignoreCase: true);
        if (mainOffice is not null) Assert.Equal(mainOffice, json.GetProperty("mainOffice").GetString());
        Assert.Equal(12, json.GetProperty("digipin").GetString()!.Length);
        Assert.NotEmpty(json.GetProperty("bookingOffice").GetProperty("name").GetString()!);
        var office = json.GetProperty("offices").EnumerateArray().First();
        Assert.Contains(office.GetProperty("type").GetString(), (string[])["HO", "SO", "BO"]);
    }

    [Theory]
    [InlineData("000000", HttpStatusCode.BadRequest, "pincode_starts_with_zero")]
    [InlineData("012345", HttpStatusCode.BadRequest, "pincode_starts_with_zero")]
    [InlineData("12345", HttpStatusCode.BadRequest, "pincode_not_six_digits")]
    [InlineData("abcdef", HttpStatusCode.BadRequest, "pincode_not_digits")]
    [InlineData("%E0%A5%A7%E0%A5%A7%E0%A5%A6%E0%A5%A6%E0%A5%A6%E0%A5%A7", HttpStatusCode.BadRequest, "pincode_other_digits")]
    [InlineData("999999", HttpStatusCode.NotFound, "not_found")]
    public async Task Get_NoPincode_IsAProblemWithAReason(string pin, HttpStatusCode status, string code)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync($"/api/v1/pincodes/{pin}", Token);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains(code, body, StringComparison.Ordinal);
        Assert.DoesNotContain("Fault", JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Search_FindsDespiteATypingError()
    {
        var json = await JsonAsync("/api/v1/pincodes?search=jabalpr&limit=5");
        var offices = json.GetProperty("offices").EnumerateArray().ToList();
        Assert.Equal(5, offices.Count);
        Assert.StartsWith("Jabalpur", offices[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        foreach (var field in (string[])["pincode", "type", "taluk", "district", "state"]) Assert.True(offices[0].TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Get_SearchInAnotherScript_IsEmptyWithAReason()
    {
        var json = await JsonAsync($"/api/v1/pincodes?search={Uri.EscapeDataString("रायपुर")}");
        Assert.Empty(json.GetProperty("offices").EnumerateArray());
        Assert.Contains("Latin", json.GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "?search")]
    [InlineData("?search=", "?search")]
    [InlineData("?search=--", "?search")]
    [InlineData("?search=raipur&limit=0", "?limit")]
    [InlineData("?search=raipur&limit=51", "?limit")]
    [InlineData("?search=raipur&limit=many", "?limit")]
    public async Task Get_BadSearch_NamesTheField(string query, string pointer)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync($"/api/v1/pincodes{query}", Token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
        Assert.Equal(pointer, json.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    [Fact]
    public async Task Get_WithKnownTag_IsNotModified()
    {
        using var client = host.Anonymous();
        using var first = await client.GetAsync("/api/v1/pincodes/110001", Token);
        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl?.MaxAge);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/pincodes/110001");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));
        using var second = await client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Token));
    }

    private async Task<JsonElement> JsonAsync(string url)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(url, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
