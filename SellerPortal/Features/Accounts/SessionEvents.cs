using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Accounts;

/// <summary>What happens to a session beside the account system's own checks.</summary>
internal static class SessionEvents
{
    /// <summary>Has sessions of changed accounts looked at with their next request, and notes when an account signed in.</summary>
    public static void WatchSessions(this CookieAuthenticationEvents events)
    {
        var validate = events.OnValidatePrincipal;
        events.OnValidatePrincipal = context =>
        {
            MakeOldIfChanged(context);
            return validate(context);
        };
        events.OnSignedIn = NoteSignInAsync;
    }

    /// <summary>
    /// A session is looked at when it is older than a minute; then it ends, or gets the claims that hold now. That also
    /// gives sessions from before a claim existed what they lack.
    /// </summary>
    private static void MakeOldIfChanged(CookieValidatePrincipalContext context)
    {
        if (context.Properties.IssuedUtc is not { } issued || AccountOf(context.Principal) is not { } account) return;
        var changes = context.HttpContext.RequestServices.GetRequiredService<ChangedAccounts>();
        if (changes.ChangedSince(account, issued)) context.Properties.IssuedUtc = issued - AccountsFeature.RevalidateEvery - TimeSpan.FromSeconds(1);
    }

    private static async Task NoteSignInAsync(CookieSignedInContext context)
    {
        if (AccountOf(context.Principal) is not { } account) return;
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var database = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(context.HttpContext.RequestAborted);
        await database.Users.Where(user => user.Id == account)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastSignInAt, now), context.HttpContext.RequestAborted);
    }

    private static Guid? AccountOf(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : null;
}
