using Microsoft.EntityFrameworkCore;
using SellerPortal.Data;
using SellerPortal.Data.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Features.ArticleNumbers;

/// <summary>Every range with what is left of it: the open ones first, the scarcest on top.</summary>
public sealed class ListRanges(IDbContextFactory<PortalDbContext> factory)
{
    public async Task<IReadOnlyList<RangeRow>> ExecuteAsync(CancellationToken token)
    {
        await using var database = await factory.CreateDbContextAsync(token);
        return await database.ArticleNumberRanges.InWorld(test: false)
            .OrderBy(range => range.ClosedAt != null)
            .ThenBy(range => range.Last - range.Next)
            .Select(range => new RangeRow(
                range.Id, range.Product, range.ContractNumber, range.Prefix, range.First, range.Last, range.Next, range.WarnAt, range.ClosedAt))
            .ToListAsync(token);
    }
}

/// <summary>One range in the list; serials are the eight digits without the check digit.</summary>
public sealed record RangeRow(
    Guid Id, ProductCode Product, string? ContractNumber, string Prefix, int First, int Last, int Next, int WarnAt, DateTimeOffset? ClosedAt)
{
    public int Size => Last - First + 1;

    public int Used => Next - First;

    public int Left => Last - Next + 1;

    public bool IsClosed => ClosedAt is not null;

    public bool IsExhausted => !IsClosed && Left == 0;

    public bool IsLow => !IsClosed && Left > 0 && Left <= WarnAt;

    /// <summary>How much is used, in whole percent, rounded down so that only an exhausted range shows 100.</summary>
    public int UsedPercent => (int)(Used * 100L / Size);
}
