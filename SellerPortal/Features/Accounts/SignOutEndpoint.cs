using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform;

namespace SellerPortal.Features.Accounts;

/// <summary>Ends a session.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder endpoints)
    {
        // Binding a form makes the antiforgery token necessary: no other site can sign anyone out.
        endpoints.MapPost(PortalUrls.SignOut, async ([FromForm] string? returnUrl, SignInManager<PortalUser> sessions) =>
        {
            await sessions.SignOutAsync();
            return Results.LocalRedirect(LocalUrl.OrHome(returnUrl));
        });

        // Whoever is sent back here after signing in anew has nothing left to sign out of.
        endpoints.MapGet(PortalUrls.SignOut, () => Results.LocalRedirect(PortalUrls.Home)).AllowAnonymous();
    }
}
