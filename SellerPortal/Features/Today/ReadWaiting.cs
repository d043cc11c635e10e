using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Articles;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Sellers;

namespace SellerPortal.Features.Today;

/// <summary>What waits for an admin.</summary>
public sealed class ReadWaiting(IDbContextFactory<PortalDbContext> factory)
{
    /// <summary>Counts it.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<Waiting> ExecuteAsync(Actor actor, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin sees what waits for admins.");
        await using var database = await factory.CreateDbContextAsync(token);
        return new Waiting(
            await database.Sellers.CountAsync(seller => !seller.IsTest && seller.Status == SellerStatus.Pending, token),
            await database.ArticleNumberRanges.InWorld(test: false).CountAsync(range => range.ClosedAt == null && range.Last - range.Next + 1 <= range.WarnAt, token),
            await database.WorkItems.CountAsync(item => item.DeadAt != null, token));
    }
}

/// <summary>What waits for an admin.</summary>
/// <param name="Sellers">Registrations nobody has decided about.</param>
/// <param name="LowRanges">Open ranges with so few numbers left that they warn, or none.</param>
/// <param name="DeadWork">Mails and other work given up after many attempts.</param>
public sealed record Waiting(int Sellers, int LowRanges, int DeadWork);
