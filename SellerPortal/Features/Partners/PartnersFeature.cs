using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using SellerPortal.Platform.Security;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SellerPortal.Features.Partners;

/// <summary>Systems such as GeM that act for the sellers they registered: their tokens, and the admin's page of them.</summary>
public static class PartnersFeature
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    /// <summary>Registers the token endpoint, the scheme that reads tokens, and the use cases.</summary>
    public static IServiceCollection AddPartners(this IServiceCollection services)
    {
        services.AddScoped<FindPartner>().AddScoped<ManagePartners>();
        services.AddScoped<IPartnerCheck>(provider => provider.GetRequiredService<FindPartner>());
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, PartnerAuthentication>(PartnerAccess.Scheme, configureOptions: null);

        // Partners stand in the portal's own table, so that one who is shut out is so at once; tokens are protected with the
        // keys that all nodes share. The library keeps nothing itself. It asks for keys of its own all the same, which protect
        // nothing here: two that cost nothing to make, where its ephemeral ones (RSA) cost the first request seconds.
        services.AddOpenIddict()
            .AddServer(server =>
            {
                server.EnableDegradedMode().SetTokenEndpointUris(PartnerAccess.TokenEndpoint).AllowClientCredentialsFlow().SetAccessTokenLifetime(TokenLife).DisableScopeValidation();
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
                server.AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                server.UseDataProtection();
                server.UseAspNetCore().DisableTransportSecurityRequirement();
                server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<CheckTokenRequest>());
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseSingletonHandler<IssueToken>());
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                validation.UseDataProtection();
            });
        return services;
    }
}
