using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Security;

/// <summary>Knows which keys open the portal.</summary>
public interface IApiKeyCheck
{
    /// <summary>The key that was presented, or null when it is unknown, revoked or expired.</summary>
    Task<ApiKey?> FindAsync(string key, CancellationToken token);
}

/// <summary>
/// Lets a call in by its key. Every call asks anew, so that a revoked key opens nothing from that moment on.
/// </summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IApiKeyCheck keys, FailedKeyLimit failed)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } presented) return AuthenticateResult.NoResult();
        if (await keys.FindAsync(presented, Context.RequestAborted) is { } key) return AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), Scheme.Name));
        failed.Note(Context);
        return AuthenticateResult.Fail("The API key is not valid.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized("The call has no valid key.", $"Send a key that is neither revoked nor expired in the header {ApiKeyAccess.Header}, or as a bearer token.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Forbidden("scope_missing", "The API key does not allow this.", "Use a key that was made with the scope of this endpoint.").ExecuteAsync(Context);

    /// <summary>The key that a call brings, in its own header or as a bearer token; null for none.</summary>
    internal static string? KeyOf(HttpRequest request)
    {
        if (request.Headers[ApiKeyAccess.Header] is [{ Length: > 0 } key]) return key;
        var bearer = request.Headers[HeaderNames.Authorization].ToString();
        return bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? bearer["Bearer ".Length..].Trim() : null;
    }

    private ClaimsPrincipal PrincipalOf(ApiKey key)
    {
        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.Name, key.Name));
        foreach (var scope in key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)) identity.AddClaim(new Claim(ApiKeyAccess.ScopeClaim, scope));
        if (key.SellerId is { } seller)
        {
            // A key books and changes as a colleague does, and never manages the team or other keys.
            identity.AddClaim(new Claim(PortalClaims.Seller, seller.ToString()));
            identity.AddClaim(new Claim(PortalClaims.Team, nameof(TeamRole.Booking)));
        }

        return new ClaimsPrincipal(identity);
    }
}
