using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>Knows the partners, and for whom they act.</summary>
public interface IPartnerCheck
{
    /// <summary>The partner of a token; null when it is shut out.</summary>
    Task<Partner?> ByIdAsync(Guid id, CancellationToken token);

    /// <summary>True when the partner registered the seller.</summary>
    Task<bool> ActsForAsync(Guid partner, SellerId seller, CancellationToken token);
}

/// <summary>Lets a partner in by its token, as the seller it names if it registered that seller.</summary>
internal sealed class PartnerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IPartnerCheck partners, FailedKeyLimit failed)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = await Context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (!token.Succeeded)
        {
            if (!token.None) failed.Note(Context);
            return token;
        }

        if (!Guid.TryParse(token.Principal.GetClaim(OpenIddictConstants.Claims.Subject), out var id)
            || await partners.ByIdAsync(id, Context.RequestAborted) is not { } partner)
        {
            failed.Note(Context);
            return AuthenticateResult.Fail("The partner is shut out.");
        }

        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, partner.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, partner.Name));
        identity.AddClaim(new Claim(PortalClaims.Partner, partner.Id.ToString()));

        if (partner.IsTest) identity.AddClaim(new Claim(PortalClaims.Test, "true"));

        // A scope taken from the partner since is taken from its tokens too.
        var held = partner.Scopes.Split(' ');
        foreach (var scope in token.Principal.GetScopes().Where(held.Contains)) identity.AddClaim(new Claim(ApiKeyAccess.ScopeClaim, scope));
        await AddSellerAsync(identity, partner);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized("The token is not valid or has ended.", $"Fetch a new one at {PartnerAccess.TokenEndpoint}.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden("scope_missing", "The token does not allow this.", "Fetch one with the scope of this endpoint.").ExecuteAsync(Context);

    private async Task AddSellerAsync(ClaimsIdentity identity, Partner partner)
    {
        if (Request.Headers[PartnerAccess.SellerHeader] is not [{ Length: > 0 } text] || !Guid.TryParse(text, out var seller)) return;
        if (!await partners.ActsForAsync(partner.Id, new SellerId(seller), Context.RequestAborted)) return;
        identity.AddClaim(new Claim(PortalClaims.Seller, seller.ToString()));
        identity.AddClaim(new Claim(PortalClaims.Team, nameof(TeamRole.Booking)));
    }
}
