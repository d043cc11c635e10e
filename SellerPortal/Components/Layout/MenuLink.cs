using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace SellerPortal.Components.Layout;

/// <summary>
/// A line of the menu that is marked when the page or one below it is open, but not when that page has a line of its own:
/// while a parcel is booked, "Shipments" is not marked beside "Book".
/// </summary>
public sealed class MenuLink : NavLink
{
    /// <summary>The paths below this one that have lines of their own, separated by spaces; null when there are none.</summary>
    [Parameter]
    public string? Except { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldMatch(string uriAbsolute) =>
        base.ShouldMatch(uriAbsolute)
        && !(Except?.Split(' ').Any(path => new Uri(uriAbsolute).AbsolutePath.StartsWith(path, StringComparison.OrdinalIgnoreCase)) ?? false);
}
