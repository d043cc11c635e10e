using Microsoft.AspNetCore.Authorization;
using SellerPortal.Domain.Access;

namespace SellerPortal.Platform.Security;

/// <summary>How a call with an API key is let in: the scheme that reads the key, and one policy for each scope.</summary>
public static class ApiKeyAccess
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "ApiKey";

    /// <summary>The scheme of the API: whoever brings a key is known by it, everybody else by a partner's token.</summary>
    public const string ApiScheme = "Api";

    /// <summary>The header that carries a key; <c>Authorization: Bearer</c> works too.</summary>
    public const string Header = "X-Api-Key";

    /// <summary>The claim that a key brings once for every scope it has.</summary>
    public const string ScopeClaim = "portal:scope";

    /// <summary>Adds a policy for every scope there is.</summary>
    public static AuthorizationBuilder AddApiKeyPolicies(this AuthorizationBuilder builder)
    {
        foreach (var scope in ApiScopes.All)
        {
            builder.AddPolicy(scope, policy => policy.AddAuthenticationSchemes(ApiScheme).RequireAuthenticatedUser().RequireClaim(ScopeClaim, scope));
        }

        return builder;
    }
}
