using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>
/// Looks whether a seller is approved. A yes is kept as long as the page is open, so that the menu does not ask at every
/// step; a no is asked again. What a page may do is decided by its use case, not here.
/// </summary>
internal sealed class ApprovedSellerHandler(IDbContextFactory<PortalDbContext> factory) : AuthorizationHandler<ApprovedSeller>
{
    private SellerId? approved;

    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ApprovedSeller requirement)
    {
        if (context.User.Identity is not { IsAuthenticated: true } || context.User.ToActor().SellerId is not { } seller) return;
        if (approved != seller && !await IsApprovedAsync(seller)) return;
        approved = seller;
        context.Succeed(requirement);
    }

    private async Task<bool> IsApprovedAsync(SellerId id)
    {
        await using var database = await factory.CreateDbContextAsync();
        return await database.Sellers.AnyAsync(seller => seller.Id == id && seller.Status == SellerStatus.Approved);
    }
}
