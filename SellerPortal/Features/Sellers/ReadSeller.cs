using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Sellers;

/// <summary>Reads one seller: an admin any, a seller only their own.</summary>
public sealed class ReadSeller(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>The seller, or null when there is none or it is not the actor's to see.</summary>
    public async Task<Seller?> ExecuteAsync(Actor actor, SellerId id, CancellationToken token)
    {
        if (actor.SellerId != id && (!actor.IsAdmin || id.IsTest)) return null;
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Sellers.AsNoTracking().SingleOrDefaultAsync(seller => seller.Id == id, token);
    }
}
