using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Platform;

namespace SellerPortal.Features.Returns;

/// <summary>Which returns the list shows. It travels in the query string.</summary>
/// <param name="Tab">The kind of return.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record ReturnsFilter(ReturnTab Tab = ReturnTab.Coming, int Page = 1)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 25;

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static ReturnsFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var tab = Value("tab") is { Length: > 0 } text && char.IsAsciiLetter(text[0]) && Enum.TryParse<ReturnTab>(text, ignoreCase: true, out var named) && Enum.IsDefined(named)
            ? named
            : ReturnTab.Coming;
        return new ReturnsFilter(tab, PageNumber.Of(Value("page")));

        string? Value(string name) => values.TryGetValue(name, out var all) ? all[^1] : null;
    }

    /// <summary>The address of the list with this filter.</summary>
    public string ToUrl() => PortalUrls.Returns + QueryString.Create(new (string Name, string? Value)[]
    {
        ("tab", Tab == ReturnTab.Coming ? null : Tab.ToString()),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value))).Value;
}

/// <summary>The kinds of returns.</summary>
public enum ReturnTab
{
    /// <summary>On the way back, or called back and about to turn round.</summary>
    Coming,

    /// <summary>Delivered back to the sender.</summary>
    Ended,

    /// <summary>Sent back by the consignee with a label the seller booked.</summary>
    FromConsignee,
}
