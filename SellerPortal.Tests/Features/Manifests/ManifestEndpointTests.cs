using System.Net;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.Manifests;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace SellerPortal.Tests.Features.Manifests;

public sealed class ManifestEndpointTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Papers_OfOnesOwnManifest_ArePdfs()
    {
        var (id, shipment, actor) = await MakeAsync();
        using var client = host.As(actor);
        foreach (var url in new[] { PortalUrls.ManifestPdf(id), PortalUrls.Declarations(id), PortalUrls.Declaration(shipment.Id) })
        {
            using var answer = await client.GetAsync(url, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            using var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync(Token));
            Assert.Equal(1, pdf.NumberOfPages);
        }
    }

    [Fact]
    public async Task Papers_OfAnotherSeller_DoNotExist()
    {
        var (id, shipment, _) = await MakeAsync();
        var (_, _, stranger) = await MakeAsync();
        using var client = host.As(stranger);
        foreach (var url in new[] { PortalUrls.ManifestPdf(id), PortalUrls.Declarations(id), PortalUrls.Declaration(shipment.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url, Token)).StatusCode);
        }
    }

    [Fact]
    public async Task Papers_NobodySignedIn_AreRefused()
    {
        var (id, _, _) = await MakeAsync();
        using var client = host.Anonymous();
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(PortalUrls.ManifestPdf(id), Token)).StatusCode);
    }

    [Theory]
    [InlineData("/manifests", "en", "Manifests")]
    [InlineData("/manifests", "hi-IN", "हस्तांतरण सूचियाँ")]
    [InlineData("/manifests/new", "en", "No parcel can go on a manifest now")]
    public async Task Pages_Prerendered_SpeakTheLanguage(string url, string language, string expected)
    {
        var (_, _, actor) = await MakeAsync();
        using var client = host.As(actor);
        client.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture=c={language}|uic={language}");
        Assert.Contains(expected, WebUtility.HtmlDecode(await client.GetStringAsync(url, Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewManifest_AnOnlooker_IsRefused()
    {
        var (_, _, actor) = await MakeAsync();
        using var client = host.As(actor with { Team = TeamRole.ViewOnly });
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(PortalUrls.NewManifestOfAll, Token)).StatusCode);
    }

    private async Task<(ManifestId Id, Shipment Shipment, Actor Actor)> MakeAsync()
    {
        await using var database = host.Database();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        await using var scope = host.Services.CreateAsyncScope();
        var filled = await scope.ServiceProvider.GetRequiredService<FillManifest>().ExecuteAsync(actor, null, [shipment.Id], Token);
        return (Assert.IsType<FillResult.Filled>(filled).Id, shipment, actor);
    }
}
