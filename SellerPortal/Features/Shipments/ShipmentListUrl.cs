using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments;

/// <summary>The address of the list with a tile chosen.</summary>
internal static class ShipmentListUrl
{
    public static string Of(ShipmentTile? tile) => new ShipmentFilter { Tile = tile }.ToUrl();
}
