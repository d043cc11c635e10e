using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Articles;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Adds a range whose numbers no other range holds, whatever its product and whether it is open or closed.</summary>
public sealed class AddRange(IDbContextFactory<PortalDbContext> factory, TimeProvider time)
{
    private const int MostAttempts = 10;

    /// <exception cref="UnauthorizedAccessException">The actor is no admin.</exception>
    public async Task<AddRangeResult> ExecuteAsync(Actor actor, ArticleNumberAllotment allotment, CancellationToken token)
    {
        if (!actor.IsAdmin) throw new UnauthorizedAccessException("Only an admin adds article numbers.");
        if (allotment.Check() is var fault && fault != AllotmentFault.None) return new AddRangeResult(fault);

        if (allotment.ContractNumber is { } contract && !await IsContractAsync(contract, token)) return new AddRangeResult(AllotmentFault.ContractUnknown);

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AddAsync(allotment, actor.UserId, token);
            }
            catch (Exception error) when (attempt < MostAttempts && error.GetBaseException() is DbException)
            {
                // Another admin added at the same moment; whoever comes second looks again and finds their range.
            }
        }
    }

    private async Task<AddRangeResult> AddAsync(ArticleNumberAllotment allotment, Guid by, CancellationToken token)
    {
        // Serializable, because two admins adding at once must not both find the numbers free.
        await using var database = await factory.CreateDbContextAsync(token);
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);
        if (await FindOverlapAsync(database, allotment, token) is { } taken) return new AddRangeResult(AllotmentFault.Overlaps, taken);
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by, time.GetUtcNow()));
        await database.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return new AddRangeResult(AllotmentFault.None);
    }

    private async Task<bool> IsContractAsync(string contract, CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.Sellers.AnyAsync(seller => seller.ContractNumber == contract, token);
    }

    private static Task<NumberSpan?> FindOverlapAsync(PortalDbContext database, ArticleNumberAllotment allotment, CancellationToken token) =>
        database.ArticleNumberRanges
            .Where(range => range.Prefix == allotment.Prefix && range.First <= allotment.Last && range.Last >= allotment.First)
            .OrderBy(range => range.First)
            .Select(range => new NumberSpan(range.Prefix, range.First, range.Last))
            .FirstOrDefaultAsync(token);
}

/// <summary>How adding went.</summary>
/// <param name="Fault">What was wrong; None when the range was added.</param>
/// <param name="Overlapped">The range that holds some of the numbers, when that is what was wrong.</param>
public sealed record AddRangeResult(AllotmentFault Fault, NumberSpan? Overlapped = null);

/// <summary>Numbers of one prefix, both ends included.</summary>
public sealed record NumberSpan(string Prefix, int First, int Last);
