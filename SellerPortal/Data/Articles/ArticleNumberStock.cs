using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Articles;

/// <summary>Takes article numbers out of their ranges.</summary>
public static class ArticleNumberStock
{
    /// <summary>
    /// Takes the next number of a product: from the contract's own ranges first, then from those of all sellers, the
    /// older range first. Belongs into the transaction that writes the article: when that is rolled back, the number
    /// was never given out.
    /// </summary>
    /// <returns>The number, or null when no open range holds one.</returns>
    public static async Task<ArticleNumber?> TakeArticleNumberAsync(
        this PortalDbContext database, ProductCode product, string? contract, CancellationToken token)
    {
        while (true)
        {
            var range = await database.ArticleNumberRanges
                .Where(range => range.Product == product && range.ClosedAt == null && range.Next <= range.Last)
                .Where(range => range.ContractNumber == null || range.ContractNumber == contract)
                .OrderBy(range => range.ContractNumber == null)
                .ThenBy(range => range.AddedAt)
                .ThenBy(range => range.Id)
                .Select(range => new { range.Id, range.Prefix, range.Next })
                .FirstOrDefaultAsync(token);
            if (range is null) return null;

            // Compare and swap: whoever still finds the serial that was read has it; the others look again.
            var taken = await database.ArticleNumberRanges
                .Where(candidate => candidate.Id == range.Id && candidate.Next == range.Next && candidate.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Next, candidate => candidate.Next + 1), token);
            if (taken == 1) return ArticleNumber.Of(range.Prefix, range.Next);
        }
    }
}
