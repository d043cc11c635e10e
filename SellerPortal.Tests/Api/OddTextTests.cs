using System.Net;
using System.Text;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>Text that JSON and addresses can carry, but that is none.</summary>
public sealed class OddTextTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/shipments", """{"\ud800":1}""", "", "not_text")]
    [InlineData("/api/v1/shipments", """{"consignee":{"\udc00":1}}""", "", "not_text")]
    [InlineData("/api/v1/shipments", """{"contents":"a\u0000b"}""", "/contents", "nul_character")]
    [InlineData("/api/v1/shipments", """{"contents":"\ud800"}""", "/contents", "wrong_type")]
    [InlineData("/api/v1/quotes", """{"\ud800":1}""", "", "not_text")]
    public async Task Body_WithHalfACharacterOrNul_IsRefused(string url, string json, string pointer, string code) =>
        (await PostAsync(url, Encoding.UTF8.GetBytes(json))).ExpectFault(pointer, code);

    [Theory]
    [InlineData("/api/v1/shipments", "not_text")]
    [InlineData("/api/v1/quotes", "not_text")]
    public async Task Body_WithBytesThatAreNoUtf8_IsRefused(string url, string code) =>
        (await PostAsync(url, [.. "{\"a"u8, 0xA2, .. "b\":1}"u8])).ExpectFault("", code);

    [Theory]
    [InlineData("/api/v1/shipments?limit=many", "?limit")]
    [InlineData("/api/v1/pickups?limit=1&limit=2", "?limit")]
    public async Task Query_ThatIsNoNumber_IsNamed(string url, string pointer)
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.GetAsync(url)).ExpectFault(pointer, "wrong_type");
    }

    [Theory]
    [InlineData("/api/v1/shipments?statuss=Cancelled", "?statuss")]
    [InlineData("/api/v1/shipments?limit=5&to=2026-11-24&token=x", "?token")]
    [InlineData("/api/v1/pickups?status=Requested", "?status")]
    [InlineData("/api/v1/manifests?page=2", "?page")]
    [InlineData("/api/v1/webhooks?cursor=1", "?cursor")]
    [InlineData("/api/v1/pincodes?search=jabalpur&page=2", "?page")]
    [InlineData("/api/v1/tracking/EE123456785IN?article=1", "?article")]
    [InlineData("/api/v1/tariffs/SP_PARCEL?day=2026-11-24", "?day")]
    [InlineData("/api/v1/shipments/01890a5d-ac96-774b-bcce-b302099a8057?id=2", "?id")]
    public async Task Query_WithAnUnknownName_IsRefused(string url, string pointer)
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.GetAsync(url)).ExpectFault(pointer, "unknown_parameter");
    }

    [Fact]
    public async Task Query_WithAKnownNameInAnotherCase_IsTaken()
    {
        using var world = await ApiWorld.CreateAsync(host);
        (await world.GetAsync("/api/v1/shipments?Limit=5&PRODUCTCODE=SP_PARCEL")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Query_ThatIsNeitherTrueNorFalse_IsNamed()
    {
        using var world = await ApiWorld.CreateAsync(host);
        var body = new System.Text.Json.Nodes.JsonObject { ["shipments"] = new System.Text.Json.Nodes.JsonArray(ApiWorld.Parcel()) };
        (await world.PostAsync("/api/v1/shipments/batch?validate=perhaps", body)).ExpectFault("?validate", "wrong_type");
        (await world.PostAsync("/api/v1/shipments/batch?validate=true", body)).Expect(HttpStatusCode.OK);
    }

    private async Task<ApiAnswer> PostAsync(string url, byte[] body)
    {
        using var world = await ApiWorld.CreateAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.Add("Content-Type", "application/json");
        request.Headers.Add("Idempotency-Key", "k");
        using var response = await world.Client.SendAsync(request, Token);
        return await ApiAnswer.OfAsync(response);
    }
}
