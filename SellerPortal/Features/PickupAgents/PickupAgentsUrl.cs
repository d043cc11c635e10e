using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform;

namespace SellerPortal.Features.PickupAgents;

/// <summary>What the address of the roster holds.</summary>
internal static class PickupAgentsUrl
{
    /// <summary>The roster; the first page has no number.</summary>
    public static string List(AgentFilter filter)
    {
        var url = filter.Office.Length > 0 ? PortalUrls.PickupAgentsOf(filter.Office) : PortalUrls.PickupAgents;
        return filter.Page > 1 ? QueryHelpers.AddQueryString(url, "page", filter.Page.ToString(CultureInfo.InvariantCulture)) : url;
    }

    /// <summary>What a query string asks the roster for; what it does not understand it leaves out.</summary>
    public static AgentFilter FilterIn(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var office = values.GetValueOrDefault("office").ToString().Trim();
        return new AgentFilter(office[..Math.Min(office.Length, PostOffice.LongestName)], PageNumber.Of(values.GetValueOrDefault("page")));
    }
}

/// <summary>What the roster shows.</summary>
/// <param name="Office">A part of the office's name, or a pincode; empty for all.</param>
/// <param name="Page">From 1.</param>
public sealed record AgentFilter(string Office, int Page = 1);
