using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using MudBlazor.Services;

namespace SellerPortal.Components;

/// <summary>Registers and maps the pages.</summary>
public static class PortalComponents
{
    /// <summary>Registers Razor components with server interactivity, and MudBlazor.</summary>
    public static IServiceCollection AddPortalComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        // Hindi as it is written, not as numbers: a third of the bytes.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Quotes.QuotePresenter>();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 4_000;
            options.SnackbarConfiguration.HideTransitionDuration = 100;
            options.SnackbarConfiguration.ShowTransitionDuration = 100;
        });
        return services;
    }

    /// <summary>Maps the pages and their assets.</summary>
    public static IEndpointRouteBuilder MapPortalComponents(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapStaticAssets().AllowAnonymous();
        endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return endpoints;
    }
}
