using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using SellerPortal.Platform.Culture;

namespace SellerPortal.Components;

/// <summary>
/// The HTML document. A static page carries neither MudBlazor nor the circuit's script, so that it stays light on a
/// slow line.
/// </summary>
public sealed partial class App
{
    private static readonly string[] InteractiveSheets =
        ["css/shipments.css", "css/today.css", "css/booking.css", "css/article-numbers.css", "css/account.css", "css/bulk.css", "css/cancellations.css", "css/labels.css", "css/messages.css", "css/pickups.css", "css/entries.css", "css/failures.css", "css/webhooks.css"];

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <summary>True for every page behind the sign-in, static or not.</summary>
    private bool HasPortalFrame => IsInteractive || Context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private bool IsInteractive => Context.AcceptsInteractiveRouting();

    private IComponentRenderMode? Mode => IsInteractive ? RenderMode.InteractiveServer : null;

    private string Theme => ThemeChoice.Of(Context);

    private static string Language => CultureInfo.CurrentUICulture.Name;
}
