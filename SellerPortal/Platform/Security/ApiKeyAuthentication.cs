using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SellerPortal.Domain.Access;

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
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IApiKeyCheck keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } presented) return AuthenticateResult.NoResult();
        return await keys.FindAsync(presented, Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(key), Scheme.Name))
            : AuthenticateResult.Fail("The API key is not valid.");
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        await Results.Problem(
            title: "No valid API key.",
            detail: $"Send a key that is neither revoked nor expired in the header {ApiKeyAccess.Header}.",
            statusCode: StatusCodes.Status401Unauthorized,
            extensions: [KeyValuePair.Create<string, object?>("code", "no_key")]).ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties) => await Results.Problem(
        title: "The API key does not allow this.",
        detail: "Use a key that was made with the scope of this endpoint.",
        statusCode: StatusCodes.Status403Forbidden,
        extensions: [KeyValuePair.Create<string, object?>("code", "scope_missing")]).ExecuteAsync(Context);

    private static string? KeyOf(HttpRequest request)
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
        if (key.SellerId is { } seller) identity.AddClaim(new Claim(PortalClaims.Seller, seller.ToString()));
        return new ClaimsPrincipal(identity);
    }
}
