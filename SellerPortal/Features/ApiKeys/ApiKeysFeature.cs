using Microsoft.AspNetCore.Authentication;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Api;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Keys with which other systems call the portal.</summary>
public static class ApiKeysFeature
{
    /// <summary>Registers the scheme that reads keys, the policies of their scopes, and the use cases of the admin page.</summary>
    public static IServiceCollection AddApiKeys(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAccess.Scheme, configureOptions: null)
            .AddPolicyScheme(ApiKeyAccess.ApiScheme, displayName: null, scheme => scheme.ForwardDefaultSelector = context =>
                ApiKeyAuthentication.KeyOf(context.Request) is { } text && ApiKey.PrefixOf(text) is null && !context.Request.Headers.ContainsKey(ApiKeyAccess.Header) ? PartnerAccess.Scheme : ApiKeyAccess.Scheme);
        services.AddAuthorizationBuilder().AddApiKeyPolicies();
        services.AddSingleton<IApiKeyCheck, CheckApiKey>();
        services.AddSingleton<AnswerStore>().AddSingleton<IIdempotencyStore>(provider => provider.GetRequiredService<AnswerStore>());
        services.AddHostedService<ForgetAnswers>();
        services.AddScoped<ManageApiKeys>();
        return services;
    }
}
