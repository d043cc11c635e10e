using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace SellerPortal.Data.Accounts;

/// <summary>Keeps roles.</summary>
public sealed class PortalRoleStore(PortalDbContext context, IdentityErrorDescriber? describer = null)
    : RoleStore<IdentityRole<Guid>, PortalDbContext, Guid>(context, describer);
