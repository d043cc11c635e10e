using System.Security.Claims;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Platform.Security;

/// <summary>The portal's own claims, and the way from a principal to an <see cref="Actor"/>.</summary>
public static class PortalClaims
{
    /// <summary>The id of the seller an account books for.</summary>
    public const string Seller = "portal:seller";

    /// <summary>What a colleague may do for the seller: the name of a <see cref="TeamRole"/>.</summary>
    public const string Team = "portal:team";

    /// <summary>Present while an account is in the test mode of its seller, and for a partner that is let into the test mode only.</summary>
    public const string Test = "portal:test";

    /// <summary>The id of the partner that calls, for the sellers it registered.</summary>
    public const string Partner = "portal:partner";

    /// <summary>The name shown in the portal.</summary>
    public const string DisplayName = "portal:name";

    /// <summary>Who is acting.</summary>
    /// <exception cref="InvalidOperationException">The principal is not signed in.</exception>
    public static Actor ToActor(this ClaimsPrincipal principal)
    {
        var id = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        if (principal.Identity is not { IsAuthenticated: true } || !Guid.TryParse(id, out var userId))
        {
            throw new InvalidOperationException("Nobody is signed in.");
        }

        return new Actor
        {
            UserId = userId,
            SellerId = SellerOf(principal),
            Team = TeamOf(principal),
            Roles = principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet(),
        };
    }

    /// <summary>True for an account or a partner that is in the test mode.</summary>
    public static bool IsInTestMode(this ClaimsPrincipal principal) => principal.HasClaim(claim => claim.Type == Test);

    private static SellerId? SellerOf(ClaimsPrincipal principal)
    {
        if (!Guid.TryParse(principal.FindFirstValue(Seller), out var id)) return null;
        var seller = new SellerId(id);
        return principal.IsInTestMode() ? seller.Twin : seller;
    }

    /// <summary>What the principal may do for its seller: the least, where the claim is missing or unknown.</summary>
    internal static TeamRole TeamOf(ClaimsPrincipal principal) =>
        Enum.TryParse<TeamRole>(principal.FindFirstValue(Team), out var role) ? role : TeamRole.ViewOnly;
}
