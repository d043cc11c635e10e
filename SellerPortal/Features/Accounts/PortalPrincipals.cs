using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SellerPortal.Data.Accounts;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Accounts;

/// <summary>Adds to an account's claims the seller it books for and the name shown.</summary>
internal sealed class PortalPrincipals(UserManager<PortalUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<PortalUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(PortalUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        if (user.SellerId is { } seller)
        {
            identity.AddClaim(new Claim(PortalClaims.Seller, seller.Value.ToString()));
            identity.AddClaim(new Claim(PortalClaims.Team, user.TeamRole.ToString()));
        }

        return identity;
    }
}
