using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain;
using SellerPortal.Platform;

namespace SellerPortal.Features.Manifests;

/// <summary>Addresses of pages of manifests; the first page has no number.</summary>
internal static class ManifestsUrl
{
    public static string List(int page) => PortalUrls.Manifests + Suffix(page);

    public static string Lines(ManifestId id, int page) => PortalUrls.Manifest(id) + Suffix(page);

    /// <summary>The page that a query string asks for; 1 when it asks for none or for what is no page.</summary>
    public static int PageIn(string query) =>
        PageNumber.Of(QueryHelpers.ParseQuery(query).GetValueOrDefault("page"));

    private static string Suffix(int page) => page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={page}") : "";
}
