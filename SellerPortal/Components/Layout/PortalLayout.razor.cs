using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SellerPortal.Components.Faults;

namespace SellerPortal.Components.Layout;

/// <summary>The frame of the interactive pages. A fault in one of them leaves the frame standing, and the way to all others.</summary>
public sealed partial class PortalLayout : IDisposable
{
    private ErrorBoundary? boundary;
    private bool gone;

    [Inject]
    private ILogger<PortalLayout> Log { get; set; } = null!;

    private FaultNotice Notice { get; set; } = null!;

    /// <inheritdoc/>
    public void Dispose() => gone = true;

    /// <inheritdoc/>
    protected override void OnInitialized() => Notice = new FaultNotice(Log, () => { if (!gone) StateHasChanged(); });

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        // Another page was opened.
        Notice.Dismiss();
        boundary?.Recover();
    }

    private void OpenAgain() => boundary?.Recover();
}
