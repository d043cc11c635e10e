using System.Net;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Cancellations;

public sealed class CancellationsHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_AnothersParcel_AreNotFoundOrEmpty()
    {
        var (shipment, _) = await BookAsync();
        var (_, stranger) = await BookAsync();
        using var client = host.As(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(PortalUrls.Recall(shipment.Id), Token)).StatusCode);
        var html = await client.GetStringAsync(PortalUrls.CancelShipments([shipment.Id]), Token);
        Assert.DoesNotContain(shipment.Article, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TeamRole.ViewOnly)]
    [InlineData(null)]
    public async Task Pages_ViewerOrNobody_AreNotOpened(TeamRole? team)
    {
        var (shipment, actor) = await BookAsync();
        using var client = team is { } role ? host.As(actor with { Team = role }) : host.Anonymous();
        foreach (var url in new[] { PortalUrls.Recall(shipment.Id), PortalUrls.CancelShipments([shipment.Id]) })
        {
            Assert.Contains((await client.GetAsync(url, Token)).StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden });
        }
    }

    [Fact]
    public async Task Label_OfACancelledParcel_IsRefusedAndNotCounted()
    {
        var (shipment, actor) = await BookAsync();
        await using (var database = host.Database())
        {
            (await database.Shipments.SingleAsync(own => own.Id == shipment.Id, Token)).Cancel(Money.Zero, TestShipments.BookedAt);
            await database.SaveChangesAsync(Token);
        }

        using var client = host.As(actor);
        using var answer = await client.GetAsync(PortalUrls.Label(shipment.Id), Token);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("labels_shipment_cancelled", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var html = await client.GetStringAsync(PortalUrls.Shipment(shipment.Id), Token);
        Assert.DoesNotContain(PortalUrls.Label(shipment.Id), html, StringComparison.Ordinal);
        Assert.Contains(PortalUrls.BookLike(shipment.Id), html, StringComparison.Ordinal);
        await using var after = host.Database();
        Assert.Equal(0, await after.Shipments.Where(own => own.Id == shipment.Id).Select(own => own.LabelPrints).SingleAsync(Token));
    }

    [Fact]
    public async Task BookingPage_LikeAnEarlierParcel_BeginsWithItsDataButNotForAnother()
    {
        var (shipment, actor) = await BookAsync();
        var (_, stranger) = await BookAsync();
        using var own = host.As(actor);
        var html = await own.GetStringAsync(PortalUrls.BookLike(shipment.Id), Token);
        Assert.Contains("Division 2, Civil Lines", html, StringComparison.Ordinal);
        Assert.Contains("1250 g", html, StringComparison.Ordinal);
        using var other = host.As(stranger);
        Assert.DoesNotContain("Division 2, Civil Lines", await other.GetStringAsync(PortalUrls.BookLike(shipment.Id), Token), StringComparison.Ordinal);
    }

    private async Task<(Shipment Shipment, Actor Actor)> BookAsync()
    {
        await using var database = host.Database();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        return (await TestShipments.BookAsync(database, seller.Id), actor);
    }
}
