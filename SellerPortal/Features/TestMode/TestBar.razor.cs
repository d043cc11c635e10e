using Microsoft.AspNetCore.Components.Routing;
using SellerPortal.Platform;

namespace SellerPortal.Features.TestMode;

/// <summary>Says on every page that it is one of the test mode, and leads out of it.</summary>
public sealed partial class TestBar
{
    /// <summary>The parcel whose page is open; null on every other page.</summary>
    private Guid? Shipment =>
        new Uri(Navigation.Uri).AbsolutePath is var path && path.StartsWith($"{PortalUrls.Shipments}/", StringComparison.Ordinal) && Guid.TryParse(path[(PortalUrls.Shipments.Length + 1)..], out var id)
            ? id
            : null;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += OnMoved;

    /// <inheritdoc/>
    protected override void OnLeft() => Navigation.LocationChanged -= OnMoved;

    private void OnMoved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(StateHasChanged);
}
