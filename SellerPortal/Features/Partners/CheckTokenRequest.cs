using OpenIddict.Abstractions;
using OpenIddict.Server;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Partners;

/// <summary>Lets a partner have a token that knows its secret and asks for nothing beyond its scopes.</summary>
internal sealed class CheckTokenRequest(FindPartner partners) : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenRequestContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenRequestContext context)
    {
        if (context.ClientId is not { Length: > 0 } id || context.ClientSecret is not { Length: > 0 } secret
            || await partners.BySecretAsync(id, secret, context.CancellationToken) is not { } partner)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client id or the secret is wrong, or the partner is shut out.");
            return;
        }

        var allowed = partner.Scopes.Split(' ');
        if (context.Request.GetScopes().Except(allowed, StringComparer.Ordinal).Any())
        {
            context.Reject(OpenIddictConstants.Errors.InvalidScope, $"This partner may ask for: {partner.Scopes}.");
        }
    }
}

/// <summary>Writes the token: who the partner is, and the scopes it asked for, or all of its own.</summary>
internal sealed class IssueToken(FindPartner partners) : IOpenIddictServerHandler<OpenIddictServerEvents.HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(OpenIddictServerEvents.HandleTokenRequestContext context)
    {
        if (await partners.BySecretAsync(context.Request.ClientId!, context.Request.ClientSecret!, context.CancellationToken) is not { } partner)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The partner was shut out at this moment.");
            return;
        }

        var identity = new System.Security.Claims.ClaimsIdentity(nameof(Partner));
        identity.SetClaim(OpenIddictConstants.Claims.Subject, partner.Id.ToString());
        var asked = context.Request.GetScopes();
        identity.SetScopes(asked.Length > 0 ? [.. asked] : partner.Scopes.Split(' '));
        context.SignIn(new System.Security.Claims.ClaimsPrincipal(identity));
    }
}
