using System.Net;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

public sealed class FailuresHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_OwnAndAnothers_AreShownAndNotFound()
    {
        var (shipment, actor) = await FailedAsync();
        var (_, stranger) = await FailedAsync();
        using var own = host.As(actor);
        Assert.Contains(shipment.Article, await own.GetStringAsync(PortalUrls.FailedDeliveries, Token), StringComparison.Ordinal);
        Assert.Contains("correct-line1", await own.GetStringAsync(PortalUrls.FailedDelivery(shipment.Id), Token), StringComparison.Ordinal);
        Assert.Contains(PortalUrls.FailedDelivery(shipment.Id), await own.GetStringAsync(PortalUrls.Shipment(shipment.Id), Token), StringComparison.Ordinal);
        using var other = host.As(stranger);
        Assert.DoesNotContain(shipment.Article, await other.GetStringAsync(PortalUrls.FailedDeliveries, Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(PortalUrls.FailedDelivery(shipment.Id), Token)).StatusCode);
    }

    [Fact]
    public async Task Pages_ViewerAndNobody_ReadOnlyAndSentToSignIn()
    {
        var (shipment, actor) = await FailedAsync();
        using var viewer = host.As(actor with { Team = TeamRole.ViewOnly });
        Assert.DoesNotContain("correct-line1", await viewer.GetStringAsync(PortalUrls.FailedDelivery(shipment.Id), Token), StringComparison.Ordinal);
        using var nobody = host.Anonymous();
        foreach (var url in new[] { PortalUrls.FailedDeliveries, PortalUrls.FailedDelivery(shipment.Id) })
        {
            Assert.Contains((await nobody.GetAsync(url, Token)).StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Forbidden });
        }
    }

    private async Task<(Shipment Shipment, Actor Actor)> FailedAsync()
    {
        await using var database = host.Database();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        var scan = new TrackingEvent
        {
            Article = shipment.Article,
            OccurredAt = TestShipments.BookedAt.AddDays(1),
            Code = EventCodes.NonDelivery,
            Office = "Raipur HO",
            Reason = NonDeliveryReason.DoorLocked,
            RecordedAt = TestShipments.BookedAt.AddDays(1),
        };
        await EventStore.SaveAsync(database, [scan], Token);
        return (shipment, actor);
    }
}
