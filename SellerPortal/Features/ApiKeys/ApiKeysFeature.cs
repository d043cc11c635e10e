using Microsoft.AspNetCore.Authentication;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Keys with which other systems call the portal.</summary>
public static class ApiKeysFeature
{
    /// <summary>Registers the scheme that reads keys, the policies of their scopes, and the use cases of the admin page.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAccess.Scheme, configureOptions: null);
        services.AddAuthorizationBuilder().AddApiKeyPolicies();
        services.AddSingleton<IApiKeyCheck, CheckApiKey>();
        services.AddScoped<ManageApiKeys>();
        return services;
    }
}
