using System.Net;
using SellerPortal.Data.Tracking;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Returns;

public sealed class ReturnsHttpTests(TestHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_DeliveredParcel_OffersItsReturnToItsSellerOnly()
    {
        var (shipment, actor) = await ScannedAsync(EventCodes.Delivery, "Item Delivered(Addressee)");
        var (_, stranger) = await ScannedAsync(EventCodes.Delivery, "Item Delivered(Addressee)");
        using var own = host.As(actor);
        Assert.Contains(PortalUrls.BookReturn(shipment.Id), await own.GetStringAsync(PortalUrls.Shipment(shipment.Id), Token), StringComparison.Ordinal);
        var form = await own.GetStringAsync(PortalUrls.BookReturn(shipment.Id), Token);
        Assert.Contains("value=\"492001\"", form, StringComparison.Ordinal);
        Assert.Contains("Godown 2, Napier Town", form, StringComparison.Ordinal);
        using var viewer = host.As(actor with { Team = TeamRole.ViewOnly });
        Assert.DoesNotContain(PortalUrls.BookReturn(shipment.Id), await viewer.GetStringAsync(PortalUrls.Shipment(shipment.Id), Token), StringComparison.Ordinal);
        using var other = host.As(stranger);
        var theirs = await other.GetStringAsync(PortalUrls.BookReturn(shipment.Id), Token);
        Assert.Contains("You have no such parcel", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Division 2", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BookedReturn_IsMarkedOnBothSidesListedAndHasItsLabel()
    {
        var (shipment, actor) = await ScannedAsync(EventCodes.Delivery, "Item Delivered(Addressee)");
        var back = Shipment.Book(ShipmentId.New(TestShipments.BookedAt), ReturnOf(shipment), TestShipments.BookedAt);
        await using (var database = host.Database())
        {
            database.Shipments.Add(back);
            await database.SaveChangesAsync(Token);
        }

        using var own = host.As(actor);
        Assert.Contains(PortalUrls.Shipment(back.Id), await own.GetStringAsync(PortalUrls.Shipment(shipment.Id), Token), StringComparison.Ordinal);
        Assert.Contains(PortalUrls.Shipment(shipment.Id), await own.GetStringAsync(PortalUrls.Shipment(back.Id), Token), StringComparison.Ordinal);
        Assert.Contains(PortalUrls.Shipment(back.Id), await own.GetStringAsync($"{PortalUrls.Returns}?tab=FromConsignee", Token), StringComparison.Ordinal);
        using var label = await own.GetAsync(PortalUrls.Label(back.Id), Token);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (label.StatusCode, label.Content.Headers.ContentType?.MediaType));
        Assert.Contains("is booked already", await own.GetStringAsync(PortalUrls.BookReturn(shipment.Id), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AnothersOrNobodys_ShowsNothing()
    {
        var (shipment, actor) = await ScannedAsync(EventCodes.Return, "Item Returned to Sender");
        var (_, stranger) = await ScannedAsync(EventCodes.Return, "Item Returned to Sender");
        using var own = host.As(actor);
        Assert.Contains(PortalUrls.Shipment(shipment.Id), await own.GetStringAsync(PortalUrls.Returns, Token), StringComparison.Ordinal);
        using var other = host.As(stranger);
        Assert.DoesNotContain(PortalUrls.Shipment(shipment.Id), await other.GetStringAsync(PortalUrls.Returns, Token), StringComparison.Ordinal);
        using var nobody = host.Anonymous();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(PortalUrls.Returns, Token)).StatusCode);
    }

    private static NewShipment ReturnOf(Shipment original) => new()
    {
        SellerId = original.SellerId,
        Article = TestShipments.NewArticle(),
        Product = original.Product,
        Consignor = original.Consignee,
        Consignee = original.Consignor,
        Parcel = original.Parcel,
        Price = original.Price,
        References = original.References,
        CustomerId = original.CustomerId,
        BookingOffice = "Raipur HO",
        BookingPincode = original.Consignee.Pincode,
        DeliveryOffice = "Jabalpur HO",
        BookedBy = original.BookedBy,
        ReturnOf = original.Id,
    };

    private async Task<(Shipment Shipment, Actor Actor)> ScannedAsync(string code, string words)
    {
        await using var database = host.Database();
        var (seller, actor) = await TestSellers.ApprovedAsync(database);
        var shipment = await TestShipments.BookAsync(database, seller.Id);
        var scan = new TrackingEvent
        {
            Article = shipment.Article,
            OccurredAt = TestShipments.BookedAt.AddDays(1),
            Code = code,
            Office = "Raipur HO",
            Description = words,
            RecordedAt = TestShipments.BookedAt.AddDays(1),
        };
        await EventStore.SaveAsync(database, [scan], Token);
        return (shipment, actor);
    }
}
