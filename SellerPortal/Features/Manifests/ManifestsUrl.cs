using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Domain;
using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>Addresses of pages of manifests; the first page has no number.</summary>
internal static class ManifestsUrl
{
    private const int HighestPage = 100_000;

    public static string List(int page) => PortalUrls.Manifests + Suffix(page);

    public static string Lines(ManifestId id, int page) => PortalUrls.Manifest(id) + Suffix(page);

    /// <summary>The page that a query string asks for; 1 when it asks for none or for what is no page.</summary>
    public static int PageIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue("page", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? Math.Clamp(page, 1, HighestPage)
            : 1;

    /// <summary>The shipments that a query string names, without what is no id; null when it asks for all.</summary>
    public static List<ShipmentId>? ShipmentsIn(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        if (values.TryGetValue("all", out var all) && all == "unhanded") return null;
        var ids = new List<ShipmentId>();
        foreach (var text in values.TryGetValue("shipments", out var named) ? named.ToString().Split(',') : [])
        {
            if (Guid.TryParse(text, out var id) && !ids.Contains(new ShipmentId(id))) ids.Add(new ShipmentId(id));
        }

        return ids;
    }

    private static string Suffix(int page) => page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "";
}
