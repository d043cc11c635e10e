using Microsoft.AspNetCore.Identity;
using SellerPortal.Domain;

namespace SellerPortal.Data.Accounts;

/// <summary>An account that can sign in.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>The seller the account books for; null for staff.</summary>
    public SellerId? SellerId { get; set; }

    /// <summary>The name shown in the portal.</summary>
    public string DisplayName { get; set; } = "";
}
