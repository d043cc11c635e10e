using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Platform;

namespace SellerPortal.Features.Pickups;

/// <summary>What the addresses of the pages of pickups hold.</summary>
internal static class PickupsUrl
{
    /// <summary>The list; the first page has no number.</summary>
    public static string List(PickupFilter filter)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (filter.State is { } state) parts.Add(new("state", state.ToString()));
        if (filter.Missed) parts.Add(new("missed", "true"));
        if (filter.Office.Length > 0) parts.Add(new("office", filter.Office));
        if (filter.Day is { } day) parts.Add(new("day", day.ToString("O", CultureInfo.InvariantCulture)));
        if (filter.Page > 1) parts.Add(new("page", filter.Page.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Pickups + QueryString.Create(parts);
    }

    /// <summary>What a query string asks the list for; what it does not understand it leaves out.</summary>
    public static PickupFilter FilterIn(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        PickupState? state = values.TryGetValue("state", out var text) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)
            && Enum.TryParse<PickupState>(text, out var found) ? found : null;
        var office = values.GetValueOrDefault("office").ToString().Trim();
        return new PickupFilter
        {
            State = state,
            Missed = state is null && values.GetValueOrDefault("missed") == "true",
            Office = office[..Math.Min(office.Length, PostOffice.LongestName)],
            Day = DateOnly.TryParseExact(values.GetValueOrDefault("day"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Page = PageNumber.Of(values.GetValueOrDefault("page")),
        };
    }

    /// <summary>A new pickup of some shipments, or of all that wait, at a location; the default one when null.</summary>
    /// <param name="ids">The shipments; null for all.</param>
    /// <param name="location">The location; null for the one where most of them are.</param>
    /// <param name="asked">The pickup that was asked for just before, of which these were left out.</param>
    public static string New(IReadOnlyList<ShipmentId>? ids, Guid? location, PickupId? asked = null)
    {
        var url = ids is null ? PortalUrls.NewPickupOfAll : PortalUrls.NewPickup(ids);
        if (location is { } place) url = QueryHelpers.AddQueryString(url, "location", place.ToString());
        return asked is { } before ? QueryHelpers.AddQueryString(url, "asked", before.ToString()) : url;
    }

    /// <summary>The pickup that a query string says was asked for just before.</summary>
    public static PickupId? AskedIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue("asked", out var named) && Guid.TryParse(named, out var id) ? new PickupId(id) : null;

    /// <summary>The location that a query string names; null when it names none.</summary>
    public static Guid? LocationIn(string query) =>
        QueryHelpers.ParseQuery(query).TryGetValue("location", out var named) && Guid.TryParse(named, out var id) ? id : null;
}

/// <summary>What the list shows.</summary>
public sealed record PickupFilter
{
    /// <summary>Only those in the state; null for all.</summary>
    public PickupState? State { get; init; }

    /// <summary>Only those that came to nothing while their parcels still wait.</summary>
    public bool Missed { get; init; }

    /// <summary>A part of the office's name, or the pincode of the office or of the pickup address; empty for all.</summary>
    public string Office { get; init; } = "";

    /// <summary>Only those of a day; null for all.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;
}
