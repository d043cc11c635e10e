using System.Globalization;
using System.Security.Claims;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.Shipments.List;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Api.Answers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>GET /api/v1/shipments: the list and one shipment, for systems.</summary>
internal static class ShipmentEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var shipments = endpoints.MapApi("shipments", "Shipments");
        shipments.MapGet("/", ListAsync)
            .WithName("ListShipments")
            .WithSummary("The seller's shipments, the latest first, page by page.")
            .ForSellers(ApiScopes.ShipmentsRead)
            .Produces<ApiList<ShipmentAnswer>>();
        shipments.MapGet("/{id:guid}", OneAsync)
            .WithName("GetShipment")
            .WithSummary("One shipment; its ETag is the version that a change may name.")
            .ForSellers(ApiScopes.ShipmentsRead)
            .Produces<ShipmentAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> OneAsync(Guid id, ClaimsPrincipal user, HttpResponse response, ListShipments list, CancellationToken token)
    {
        if (await list.FindAsync(user.ToActor(), new ShipmentId(id), token) is not { } shipment) return Problems.NoSuchShipment();
        ApiVersion.Tag(response, shipment.Version);
        return Results.Json(ShipmentAnswer.Of(shipment), ApiJson.Options);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListQuery query, [AsParameters] ApiPaging paging, ClaimsPrincipal user, ListShipments list, CancellationToken token)
    {
        var faults = new List<Problems.FieldFault>();
        var filter = query.ToFilter(faults);
        var (count, place) = paging.Read(faults);
        if (faults.Count > 0) return Problems.Invalid(faults);
        var (shipments, next) = await list.PageAsync(user.ToActor(), filter with { Place = place }, count, token);
        return Results.Json(new ApiList<ShipmentAnswer>([.. shipments.Select(ShipmentAnswer.Of)], next?.ToString()), ApiJson.Options);
    }
}

/// <summary>Which shipments a list shows.</summary>
/// <param name="Status">Booked, InTransit, OutForDelivery, OnHold, AttemptFailed, Redirected, Returning, Delivered, Returned or Cancelled.</param>
/// <param name="Tile">ToPrint, ToHandOver, InTransit, OutForDelivery, NeedsYou or Delivered, as the tiles of the portal; the last one holds deliveries of 30 days, by their instant.</param>
/// <param name="From">The first Indian calendar day of booking, yyyy-MM-dd.</param>
/// <param name="To">The last day of booking.</param>
/// <param name="ProductCode">A product's code.</param>
/// <param name="Pincode">The consignee's pincode.</param>
/// <param name="Order">A part of the order number, of 3 characters at least.</param>
/// <param name="Article">A part of the article number, of 3 characters at least.</param>
/// <param name="Q">A part of an article number, consignee, company, mobile number, order, invoice or GeM contract, of 3 characters at least.</param>
internal sealed record ListQuery(
    string? Status, string? Tile, string? From, string? To, string? ProductCode, string? Pincode, string? Order, string? Article, string? Q)
{
    /// <summary>The filter; what cannot be read is a fault, because a list that silently shows more than was asked for misleads a program.</summary>
    public ShipmentFilter ToFilter(List<Problems.FieldFault> faults)
    {
        var filter = new ShipmentFilter
        {
            Text = Part("?q", ShipmentFilter.Tidy(Q), Q, faults),
            Order = Part("?order", ShipmentFilter.Tidy(Order), Order, faults),
            Article = Part("?article", ArticleNumber.Normalise(Article ?? ""), Article, faults),
            Status = ApiChoice.Read<ShipmentStatus>(Status, "status", "The value is unknown.", faults),
            Tile = ApiChoice.Read<ShipmentTile>(Tile, "tile", "The value is unknown.", faults),
            From = ApiDay.Read(From, "from", faults),
            To = ApiDay.Read(To, "to", faults),
        };
        if (ProductCode is not null)
        {
            if (ProductCodes.TryParse(ProductCode, out var product)) filter = filter with { Product = product };
            else faults.Add(Unknown("?productCode", string.Join(", ", Enum.GetValues<ProductCode>().Select(code => code.ToCode()))));
        }

        if (Pincode is not null)
        {
            if (Domain.Addresses.Pincode.TryParse(Pincode, out var pincode)) filter = filter with { Pincode = pincode };
            else faults.Add(Unknown("?pincode", "a pincode of six digits"));
        }

        return filter;
    }

    /// <summary>A text to search for; shorter ones are found among the newest shipments only, which a page can say, but not a list that ends.</summary>
    private static string? Part(string pointer, string? tidy, string? sent, List<Problems.FieldFault> faults)
    {
        if (sent is null || tidy?.Length >= SearchWords.ShortestIndexed) return tidy;
        faults.Add(new Problems.FieldFault(pointer, "too_short", "The text is too short to be searched for.", string.Create(CultureInfo.InvariantCulture, $"Send at least {SearchWords.ShortestIndexed} characters.")));
        return null;
    }

    private static Problems.FieldFault Unknown(string pointer, string wanted) => new(pointer, "unknown_value", "The value is unknown.", $"Send {wanted}.");
}
