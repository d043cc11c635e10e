using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Accounts;

/// <summary>
/// Looks every minute, and at once when the account's rights change on this node, whether the account behind an open
/// page is still the same: after a new password, a changed role or a sign-out everywhere the page asks to sign in. A
/// session that still holds comes back with what it may do now.
/// </summary>
internal sealed class CircuitAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private readonly ILogger log;
    private readonly IServiceScopeFactory scopes;
    private readonly ChangedAccounts changes;
    private readonly string stampClaim;

    public CircuitAuthentication(ILoggerFactory loggers, IServiceScopeFactory scopes, ChangedAccounts changes, IOptions<IdentityOptions> options)
        : base(loggers)
    {
        (this.scopes, this.changes, stampClaim) = (scopes, changes, options.Value.ClaimsIdentity.SecurityStampClaimType);
        log = loggers.CreateLogger<CircuitAuthentication>();
        changes.Changed += OnChanged;
    }

    protected override TimeSpan RevalidationInterval => AccountsFeature.RevalidateEvery;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var user = await users.GetUserAsync(authenticationState.User);
        if (user is null) return false;
        return authenticationState.User.FindFirstValue(stampClaim) == await users.GetSecurityStampAsync(user)
            && authenticationState.User.FindFirstValue(PortalClaims.Team) == (user.SellerId is null ? null : user.TeamRole.ToString());
    }

    protected override void Dispose(bool disposing)
    {
        changes.Changed -= OnChanged;
        base.Dispose(disposing);
    }

    private void OnChanged(Guid account) => _ = LookAsync(account);

    private async Task LookAsync(Guid account)
    {
        try
        {
            var state = await GetAuthenticationStateAsync();
            if (state.User.FindFirstValue(ClaimTypes.NameIdentifier) != account.ToString()) return;
            if (await ValidateAuthenticationStateAsync(state, CancellationToken.None)) return;
        }
        catch (InvalidOperationException)
        {
            // A circuit that has not begun; the cookie is looked at when it does.
            return;
        }
        catch (Exception fault) when (fault is OperationCanceledException || fault.IsOfDatabase())
        {
            // Better signed out without need than left in.
            log.LogWarning(fault, "An account could not be looked at after its rights changed; its page asks to sign in.");
        }

        SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }
}
