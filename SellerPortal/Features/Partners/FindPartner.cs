using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Partners;

/// <summary>Looks a partner up that calls, every time anew: one who is shut out opens nothing from that moment on.</summary>
internal sealed class FindPartner(IDbContextFactory<PortalDbContext> factory, TimeProvider clock) : IPartnerCheck
{
    private static readonly TimeSpan LastUseGrain = TimeSpan.FromMinutes(1);

    /// <summary>The partner with the client id and the secret; null when they do not fit or it is shut out.</summary>
    public async Task<Partner?> BySecretAsync(string clientId, string secret, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        var partner = await database.Partners.AsNoTracking().SingleOrDefaultAsync(partner => partner.ClientId == clientId, token);
        return partner is not null && partner.Opens(secret, clock.GetUtcNow()) ? partner : null;
    }

    /// <summary>The partner of a token; null when it is shut out.</summary>
    public async Task<Partner?> ByIdAsync(Guid id, CancellationToken token)
    {
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        var partner = await database.Partners.AsNoTracking().SingleOrDefaultAsync(partner => partner.Id == id && partner.RevokedAt == null, token);
        if (partner is not null && !(now - partner.LastUsedAt < LastUseGrain))
        {
            await database.Partners.Where(used => used.Id == id).ExecuteUpdateAsync(set => set.SetProperty(used => used.LastUsedAt, now), token);
        }

        return partner;
    }

    /// <summary>True when the partner registered the seller.</summary>
    public async Task<bool> ActsForAsync(Guid partner, SellerId seller, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Sellers.AnyAsync(one => one.Id == seller && one.PartnerId == partner, token);
    }
}
