using System.Net;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Shipments;

public sealed class ShipmentPagesHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/today")]
    [InlineData("/shipments")]
    [InlineData("/shipments/0198a9d0-0000-7000-8000-000000000000")]
    [InlineData("/admin/api-keys")]
    [InlineData("/admin/events")]
    public async Task Get_WithoutSigningIn_LeadsToTheSignInPage(string url)
    {
        using var client = host.Anonymous();
        using var response = await client.GetAsync(url, Token);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task Get_AShipment_IsFoundByItsSellerAnd404ForAnother()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, mine.Id);

        using var owner = host.As(me);
        using var found = await owner.GetAsync($"/shipments/{shipment.Id}", Token);
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains(shipment.Article, await found.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        using var other = host.As(stranger);
        using var hidden = await other.GetAsync($"/shipments/{shipment.Id}", Token);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain(shipment.Article, await hidden.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheLists_ShowOnlyOwnShipments()
    {
        await using var database = host.Database();
        var (mine, me) = await TestSellers.ApprovedAsync(database);
        var (theirs, _) = await TestSellers.ApprovedAsync(database);
        var own = await TestShipments.BookAsync(database, mine.Id);
        var foreign = await TestShipments.BookAsync(database, theirs.Id);
        using var client = host.As(me);
        foreach (var url in new[] { "/today", "/shipments", "/shipments?tile=ToPrint&q=9826054321" })
        {
            var page = await client.GetStringAsync(url, Token);
            Assert.Contains($"/shipments/{own.Id}", page, StringComparison.Ordinal);
            Assert.DoesNotContain($"/shipments/{foreign.Id}", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/admin/api-keys")]
    [InlineData("/admin/events")]
    public async Task Get_AdminPages_AreForAdminsOnly(string url)
    {
        await using var database = host.Database();
        var (_, seller) = await TestSellers.ApprovedAsync(database);
        using var client = host.As(seller);
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(url, Token)).StatusCode);
        using var admin = host.As(TestSellers.Admin);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(url, Token)).StatusCode);
    }
}
