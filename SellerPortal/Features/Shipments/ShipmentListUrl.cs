using System.Globalization;
using System.Text;
using SellerPortal.Platform;

namespace SellerPortal.Features.Shipments;

/// <summary>The address of the list with a filter; what stands at its usual value is left out.</summary>
internal static class ShipmentListUrl
{
    public static string Of(ShipmentTile? tile, string? text = null, int page = 1)
    {
        var url = new StringBuilder(PortalUrls.Shipments);
        if (tile is { } chosen) Add("tile", chosen.ToString());
        if (!string.IsNullOrWhiteSpace(text)) Add("q", text.Trim());
        if (page > 1) Add("page", page.ToString(CultureInfo.InvariantCulture));
        return url.ToString();

        void Add(string name, string value) =>
            url.Append(url.Length == PortalUrls.Shipments.Length ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
