using System.Security.Claims;
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
            return;
        }

        context.Transaction.SetProperty(nameof(Partner), partner);
    }
}

/// <summary>Writes the token: who the partner is, and the scopes it asked for, or all of its own.</summary>
internal sealed class IssueToken : IOpenIddictServerHandler<OpenIddictServerEvents.HandleTokenRequestContext>
{
    public ValueTask HandleAsync(OpenIddictServerEvents.HandleTokenRequestContext context)
    {
        var partner = context.Transaction.GetProperty<Partner>(nameof(Partner)) ?? throw new InvalidOperationException("The request was not checked.");
        var identity = new ClaimsIdentity(nameof(Partner));
        identity.SetClaim(OpenIddictConstants.Claims.Subject, partner.Id.ToString());
        var asked = context.Request.GetScopes();
        identity.SetScopes(asked.Length > 0 ? [.. asked] : partner.Scopes.Split(' '));
        context.SignIn(new ClaimsPrincipal(identity));
        return ValueTask.CompletedTask;
    }
}
