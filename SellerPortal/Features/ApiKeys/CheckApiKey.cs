using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.ApiKeys;

/// <summary>Looks a presented key up in the database and notes that it was used.</summary>
internal sealed class CheckApiKey(IDbContextFactory<PortalDbContext> factory, TimeProvider clock) : IApiKeyCheck
{
    private static readonly TimeSpan LastUseGrain = TimeSpan.FromMinutes(1);

    public async Task<ApiKey?> FindAsync(string key, CancellationToken token)
    {
        if (ApiKey.PrefixOf(key) is not { } prefix) return null;
        var now = clock.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        var stored = await database.ApiKeys.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Prefix == prefix, token);
        if (stored is null || !stored.Opens(key, now)) return null;
        if (!(now - stored.LastUsedAt < LastUseGrain))
        {
            await database.ApiKeys.Where(used => used.Id == stored.Id).ExecuteUpdateAsync(used => used.SetProperty(one => one.LastUsedAt, now), token);
        }

        return stored;
    }
}
