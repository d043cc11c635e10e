using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.Shipments;

/// <summary>The address of the list with a tile chosen, for all shipments or those of a sheet.</summary>
internal static class ShipmentListUrl
{
    public static string Of(ShipmentTile? tile, Guid? sheet = null) => new ShipmentFilter { Tile = tile, Sheet = sheet }.ToUrl();
}
