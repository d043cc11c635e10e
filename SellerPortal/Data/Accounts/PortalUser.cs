using Microsoft.AspNetCore.Identity;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;

namespace SellerPortal.Data.Accounts;

/// <summary>An account that can sign in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The seller the account books for; null for staff.</summary>
    public SellerId? SellerId { get; set; }

    /// <summary>What the account may do for its seller; without meaning for staff.</summary>
    public TeamRole TeamRole { get; set; }

    /// <summary>The name shown in the portal.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>When the account was made; null for one older than this fact.</summary>
    public DateTimeOffset? JoinedAt { get; set; }

    /// <summary>When it last signed in; null for never or not since this is known.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
