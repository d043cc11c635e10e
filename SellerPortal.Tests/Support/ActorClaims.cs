using System.Security.Claims;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Tests.Support;

/// <summary>The claims of a signed-in account, as the portal itself gives them.</summary>
public static class ActorClaims
{
    public static Claim[] Of(Actor actor) =>
    [
        new(ClaimTypes.NameIdentifier, actor.UserId.ToString()),
        .. actor.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        .. actor.SellerId is { } seller ? new Claim[] { new(PortalClaims.Seller, seller.ToString()), new(PortalClaims.Team, actor.Team.ToString()) } : [],
    ];
}
