using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Pincodes;

public sealed class PincodePageTests(TestHost host)
{
    [Fact]
    public async Task Get_NoQuery_ShowsTheFormWithoutAFault()
    {
        var html = await PageAsync("/pincode");
        Assert.Contains("name=\"q\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("110001", "New Delhi GPO")]
    [InlineData("110 001", "New Delhi GPO")]
    [InlineData("682555", "Lakshadweep")]
    [InlineData("744101", "Andaman")]
    [InlineData("194101", "Ladakh")]
    [InlineData("791122", "Arunachal Pradesh")]
    public async Task Get_Pincode_ShowsOfficesAndDigipin(string query, string expected)
    {
        var html = await PageAsync($"/pincode?q={Uri.EscapeDataString(query)}");
        Assert.Contains(expected, html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("DIGIPIN", html, StringComparison.Ordinal);
        Assert.DoesNotContain("role=\"alert\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("000000", "No pincode starts with 0")]
    [InlineData("012345", "No pincode starts with 0")]
    [InlineData("12345", "exactly six digits")]
    [InlineData("११०००१", "digits 0–9")]
    [InlineData("999999", "not in the India Post directory")]
    [InlineData("रायपुर", "Latin letters")]
    [InlineData("xqzxqzxq", "No office matches")]
    [InlineData("", "Enter a pincode or a name")]
    public async Task Get_NothingFound_GivesTheReason(string query, string sentence) =>
        Assert.Contains(sentence, await PageAsync($"/pincode?q={Uri.EscapeDataString(query)}"), StringComparison.Ordinal);

    [Fact]
    public async Task Get_PincodeThatIsMissing_SuggestsItsNeighbours() =>
        Assert.Contains("/pincode?q=482010", await PageAsync("/pincode?q=482100"), StringComparison.Ordinal);

    [Fact]
    public async Task Get_Name_ListsOfficesOfSeveralStates()
    {
        var html = await PageAsync("/pincode?q=Rampur");
        Assert.Contains("Uttar Pradesh", html, StringComparison.Ordinal);
        Assert.Contains("Himachal Pradesh", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HostileQuery_IsShownAsText()
    {
        var html = await PageAsync($"/pincode?q={Uri.EscapeDataString("<script>alert(1)</script>")}");
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string url)
    {
        using var client = host.Anonymous();
        using var answer = await client.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
