using Microsoft.AspNetCore.Localization;
using SellerPortal.Platform.Security;

namespace SellerPortal.Platform.Culture;

/// <summary>
/// Language and theme, kept in cookies and set by plain links, so that they work without a script and from
/// interactive pages, which must not touch cookies.
/// </summary>
public static class PreferenceEndpoints
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Maps <c>GET /culture</c> and <c>GET /theme</c>; both come back to a local address only.</summary>
    public static IEndpointRouteBuilder MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/culture", SetCulture).AllowAnonymous().RequireRateLimiting(RateLimits.Public).ExcludeFromDescription();
        endpoints.MapGet("/theme", SetTheme).AllowAnonymous().RequireRateLimiting(RateLimits.Public).ExcludeFromDescription();
        return endpoints;
    }

    private static IResult SetCulture(HttpContext context, string? culture, string? returnUrl)
    {
        var known = PortalCulture.Supported.FirstOrDefault(name => name.Equals(culture, StringComparison.OrdinalIgnoreCase));
        if (known is not null)
        {
            Keep(context, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(known)));
        }

        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }

    private static IResult SetTheme(HttpContext context, string? theme, string? returnUrl)
    {
        Keep(context, ThemeChoice.CookieName, ThemeChoice.Parse(theme));
        return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
    }

    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = Kept,
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
    });
}
