using System.Net;
using System.Text;
using System.Text.Json;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Quotes;

public sealed class QuoteEndpointTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_PincodesAndWeight_AnswersEveryProduct()
    {
        var json = await PostAsync("""{"fromPincode":"482001","toPincode":"560001","weightGrams":7300,"date":"2026-11-23","addOns":["REG"]}""", HttpStatusCode.OK);
        var quote = json.GetProperty("quotes").EnumerateArray().Single(quote => quote.GetProperty("productCode").GetString() == "SP_PARCEL");
        Assert.Equal(
            [
                "productCode", "productName", "chargeableWeightGrams", "zone", "slab", "basePaise", "addOns", "taxablePaise", "cgstPaise", "sgstPaise",
                "igstPaise", "totalPaise", "tariffEffectiveFrom", "expectedDeliveryFrom", "expectedDeliveryTo", "explanation",
            ],
            quote.EnumerateObject().Select(member => member.Name));
        Assert.Equal(7_300, quote.GetProperty("chargeableWeightGrams").GetInt32());
        Assert.Equal("other_states", quote.GetProperty("zone").GetString());
        Assert.Equal(104_600, quote.GetProperty("basePaise").GetInt64());
        Assert.Equal("""[{"code":"REG","paise":500}]""", quote.GetProperty("addOns").GetRawText());
        Assert.Equal(105_100, quote.GetProperty("taxablePaise").GetInt64());
        Assert.Equal("2026-08-01", quote.GetProperty("tariffEffectiveFrom").GetString());
        Assert.Matches("^2026-1[12]-[0-9]{2}$", quote.GetProperty("expectedDeliveryFrom").GetString());
        Assert.True(quote.GetProperty("explanation").GetArrayLength() >= 5);
        var unavailable = json.GetProperty("unavailable").EnumerateArray().ToList();
        Assert.Equal(5, unavailable.Count + json.GetProperty("quotes").GetArrayLength());
        Assert.All(unavailable, product => Assert.NotEmpty(product.GetProperty("reason").GetString()!));
    }

    [Fact]
    public async Task Post_Document_IsPricedByDistance()
    {
        var json = await PostAsync("""{"fromPincode":"482001","toPincode":"560001","weightGrams":100,"kind":"Document"}""", HttpStatusCode.OK);
        var quote = json.GetProperty("quotes").EnumerateArray().Single(quote => quote.GetProperty("productCode").GetString() == "SP_DOC");
        Assert.InRange(quote.GetProperty("distanceKm").GetInt32(), 1_000, 1_400);
        Assert.False(quote.TryGetProperty("zone", out _));
    }

    [Theory]
    [InlineData("""{"toPincode":"560001","weightGrams":1}""", "/fromPincode", "pincode_empty")]
    [InlineData("""{"fromPincode":"999999","toPincode":"560001","weightGrams":1}""", "/fromPincode", "pincode_not_in_directory")]
    [InlineData("""{"fromPincode":"482001","toPincode":"०१२३४५","weightGrams":1}""", "/toPincode", "pincode_other_digits")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001"}""", "/weightGrams", "weight_missing")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":-5}""", "/weightGrams", "weight_not_positive")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":100001}""", "/weightGrams", "weight_too_large")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":"1"}""", "/weightGrams", "wrong_type")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1.5}""", "/weightGrams", "wrong_type")]
    [InlineData("""{"fromPincode":482001,"toPincode":"560001","weightGrams":1}""", "/fromPincode", "wrong_type")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"lengthCm":5}""", "/breadthCm", "size_incomplete")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"lengthCm":5,"breadthCm":0,"heightCm":1}""", "/breadthCm", "size_invalid")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"lengthCm":1e400,"breadthCm":1,"heightCm":1}""", "/lengthCm", "wrong_type")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"date":"tomorrow"}""", "/date", "date_invalid")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"addOns":["REG","XXX"]}""", "/addOns/1", "add_on_unknown")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"addOns":["REG",5]}""", "/addOns/1", "wrong_type")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"addOns":"REG"}""", "/addOns", "wrong_type")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"declaredValueRupees":-1}""", "/declaredValueRupees", "value_negative")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"declaredValueRupees":10000001}""", "/declaredValueRupees", "value_too_large")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"kind":"Box"}""", "/kind", "kind_unknown")]
    [InlineData("""{"fromPincode":"482001","toPincode":"560001","weightGrams":1,"weight/kg":1}""", "/weight~1kg", "unknown_member")]
    [InlineData("""{"FromPincode":"482001","toPincode":"560001","weightGrams":1}""", "/FromPincode", "unknown_member")]
    [InlineData("""{"weightGrams":1,"weightGrams":2}""", "", "not_json")]
    [InlineData("""{"fromPincode":""", "", "not_json")]
    [InlineData("", "", "not_json")]
    [InlineData("weight=1", "", "not_json")]
    [InlineData("[]", "", "wrong_type")]
    [InlineData("null", "", "wrong_type")]
    public async Task Post_BadField_IsAProblemThatNamesIt(string body, string pointer, string code)
    {
        var json = await PostAsync(body, HttpStatusCode.BadRequest);
        var fault = json.GetProperty("errors").EnumerateArray().First(fault => fault.GetProperty("pointer").GetString() == pointer);
        Assert.Equal(code, fault.GetProperty("code").GetString());
        foreach (var text in (string[])["reason", "remedy"])
        {
            // A key without a text would come back as itself, without a space.
            Assert.Contains(' ', fault.GetProperty(text).GetString()!);
        }
    }

    [Fact]
    public async Task Post_OtherContentType_IsRefused()
    {
        using var client = host.Anonymous();
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var answer = await client.PostAsync("/api/v1/quotes", content, Token);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Post_LongBody_IsTooLarge() =>
        await PostAsync($$"""{"fromPincode":"{{new string('1', 17_000)}}"}""", HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task Post_InHindi_ExplainsInHindi()
    {
        var json = await PostAsync("""{"fromPincode":"482001","toPincode":"560001","weightGrams":500}""", HttpStatusCode.OK, "hi");
        Assert.Contains(json.GetProperty("quotes")[0].GetProperty("explanation")[0].GetString()!, c => c is >= '\u0900' and <= '\u097F');
    }

    private async Task<JsonElement> PostAsync(string body, HttpStatusCode status, string language = "en")
    {
        using var client = host.Anonymous();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync("/api/v1/quotes", content, Token);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? "application/json" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
