using SellerPortal.Domain.Access;

namespace SellerPortal.Platform.Security;

/// <summary>Names of the authorisation policies. Whatever names no policy needs a signed-in account.</summary>
public static class Policies
{
    /// <summary>Admins only.</summary>
    public const string Admin = nameof(Admin);

    /// <summary>Admins and the staff of post offices.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>Accounts that belong to a seller.</summary>
    public const string Seller = nameof(Seller);

    /// <summary>Accounts that may book and change things for their seller.</summary>
    public const string Book = nameof(Book);

    /// <summary>Accounts that may book, of a seller that is approved at this moment.</summary>
    public const string BookNow = nameof(BookNow);

    /// <summary>Accounts that see what is their seller's and change none of it.</summary>
    public const string OnlyReads = nameof(OnlyReads);

    /// <summary>Accounts that own their seller's place in the portal.</summary>
    public const string Owner = nameof(Owner);

    /// <summary>Default deny: everything needs a signed-in account unless it says otherwise.</summary>
    public static IServiceCollection AddPortalAuthorization(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Admin, policy => policy.RequireRole(Roles.Admin))
            .AddPolicy(Staff, policy => policy.RequireRole(Roles.Admin, Roles.PostalStaff))
            .AddPolicy(Seller, policy => policy.RequireClaim(PortalClaims.Seller))
            .AddPolicy(Book, policy => policy.RequireClaim(PortalClaims.Seller).RequireClaim(PortalClaims.Team, nameof(TeamRole.Owner), nameof(TeamRole.Booking)))
            .AddPolicy(BookNow, policy => policy
                .RequireClaim(PortalClaims.Team, nameof(TeamRole.Owner), nameof(TeamRole.Booking))
                .AddRequirements(new ApprovedSeller()))
            .AddPolicy(OnlyReads, policy => policy.RequireClaim(PortalClaims.Seller).RequireClaim(PortalClaims.Team, nameof(TeamRole.ViewOnly)))
            .AddPolicy(Owner, policy => policy.RequireClaim(PortalClaims.Seller).RequireClaim(PortalClaims.Team, nameof(TeamRole.Owner)));
        return services;
    }
}
