using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using SellerPortal.Data.Accounts;
using SellerPortal.Data.Start;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Accounts;

/// <summary>Signing in and out, and looking after one's account.</summary>
public static class AccountsFeature
{
    /// <summary>How long a link to set a new password works.</summary>
    internal static readonly TimeSpan ResetLinkLife = TimeSpan.FromHours(2);

    /// <summary>How soon a changed role or a sign-out everywhere takes effect.</summary>
    internal static readonly TimeSpan RevalidateEvery = TimeSpan.FromMinutes(1);

    /// <summary>Registers accounts, cookies and lockout, and in Development the demo accounts.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddIdentity<PortalUser, IdentityRole<Guid>>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Any character an e-mail address may have.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<PortalUserStore>()
            .AddRoleStore<PortalRoleStore>()
            .AddClaimsPrincipalFactory<PortalPrincipals>()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = ResetLinkLife);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = RevalidateEvery;
            options.OnRefreshingPrincipal = KeepTestMode;
        });
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = PortalUrls.SignIn;
            cookie.LogoutPath = PortalUrls.SignOut;
            cookie.AccessDeniedPath = PortalUrls.Denied;
            cookie.Cookie.Name = "portal-session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            cookie.Events.WatchSessions();
        });
        services.AddSingleton<ChangedAccounts>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<SendResetLink>();
        services.AddSingleton<IDataSeed, RoleSeed>();
        services.AddSingleton<IDataSeed, FirstAdmin>();
        if (environment.IsDevelopment()) services.AddSingleton<IDataSeed, DemoAccounts>();
        return services;
    }

    /// <summary>Maps signing out; a page's form posts to it.</summary>
    public static IEndpointRouteBuilder MapAccounts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapSignOut();
        return endpoints;
    }

    /// <summary>A session that gets the claims that hold now stays in the mode it is in; silently, nobody may end up among real parcels.</summary>
    private static Task KeepTestMode(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(PortalClaims.Test) is { } test) (context.NewPrincipal?.Identity as ClaimsIdentity)?.AddClaim(test.Clone());
        return Task.CompletedTask;
    }
}
