using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using SellerPortal.Domain;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.TestMode;

/// <summary>Takes a session into the test mode and out of it. Each page says in which it was opened.</summary>
internal static class TestModeEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        // Binding a form makes the antiforgery token necessary: no other site can switch anyone.
        endpoints.MapPost(PortalUrls.TestMode, SwitchAsync).RequireAuthorization(Policies.Seller).ExcludeFromDescription();

        endpoints.MapPost(PortalUrls.TestScan, ScanAsync).RequireAuthorization(Policies.Book).ExcludeFromDescription();

        // Whoever is sent back here after signing in anew chooses again.
        endpoints.MapGet(PortalUrls.TestMode, () => Results.LocalRedirect(PortalUrls.Today)).RequireAuthorization(Policies.Seller).ExcludeFromDescription();
    }

    private static async Task<IResult> SwitchAsync([FromForm] bool? on, [FromForm] string? returnUrl, HttpContext context, OpenTestMode open, CancellationToken token)
    {
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (session is not { Succeeded: true, Principal.Identity: ClaimsIdentity identity }) return Results.Forbid();
        var wanted = on ?? false;
        if (wanted && !await open.ExecuteAsync(session.Principal.ToActor(), token)) return Results.LocalRedirect(PortalUrls.Denied);
        var next = identity.Clone();
        foreach (var claim in next.FindAll(PortalClaims.Test).ToList()) next.RemoveClaim(claim);
        if (wanted) next.AddClaim(new Claim(PortalClaims.Test, "true"));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(next), session.Properties);
        return Results.LocalRedirect(returnUrl is null ? PortalUrls.Today : LocalUrl.OrHome(returnUrl));
    }

    private static async Task<IResult> ScanAsync([FromForm] Guid? id, ClaimsPrincipal user, SimulateScan simulate)
    {
        if (id is not { } shipment) return Results.LocalRedirect(PortalUrls.Shipments);

        // Whoever leaves the page meanwhile stops nothing: between a scan and the next one in the queue the course would end.
        await simulate.ExecuteAsync(user.ToActor(), new ShipmentId(shipment), CancellationToken.None);
        return Results.LocalRedirect(PortalUrls.Shipment(new ShipmentId(shipment)));
    }
}
