using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;

namespace SellerPortal.Features.Pickups;

/// <summary>What the addresses of the pages of pickups hold.</summary>
internal static class PickupsUrl
{
    /// <summary>The list of those in a state, or of all; the first page has no number.</summary>
    public static string List(PickupState? state, int page = 1)
    {
        var parts = new List<string>(2);
        if (state is { } one) parts.Add($"state={one}");
        if (page > 1) parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={page}"));
        return parts.Count == 0 ? PortalUrls.Pickups : $"{PortalUrls.Pickups}?{string.Join('&', parts)}";
    }

    /// <summary>What a query string asks the list for; what it does not understand it leaves out.</summary>
    public static PickupFilter FilterIn(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        PickupState? state = values.TryGetValue("state", out var text) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            && Enum.TryParse<PickupState>(text, out var found) ? found : null;
        return new PickupFilter(state, PageNumber.Of(values.GetValueOrDefault("page")));
    }

    /// <summary>A new pickup of some shipments, or of all that wait, at a location; the default one when null.</summary>
    public static string New(IReadOnlyList<ShipmentId>? ids, Guid? location)
    {
        var url = ids is null ? PortalUrls.NewPickupOfAll : PortalUrls.NewPickup(ids);
        return location is { } one ? $"{url}{(ids is null ? '?' : '&')}location={one}" : url;
    }

    /// <summary>The location that a query string names; null when it names none.</summary>
    public static Guid? LocationIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue("location", out var named) && Guid.TryParse(named, out var id) ? id : null;
}

/// <summary>What the list shows.</summary>
/// <param name="State">The state; null for all.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record PickupFilter(PickupState? State, int Page);
