using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Articles;
using SellerPortal.Domain.Access;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Closes a range for good: no number is taken from it any more, and its numbers stay reserved.</summary>
public sealed class CloseRange(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    /// <returns>False when there is no such open range.</returns>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<bool> ExecuteAsync(Actor actor, Guid range, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin closes article numbers.");
        DateTimeOffset? now = time.GetUtcNow();
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.ArticleNumberRanges.InWorld(test: false)
            .Where(candidate => candidate.Id == range && candidate.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.ClosedAt, now), token) == 1;
    }
}
