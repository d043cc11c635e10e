using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Articles;

/// <summary>Takes article numbers out of their ranges.</summary>
public static class ArticleNumberStock
{
    /// <summary>
    /// Takes the next number of a product: from the contract's own ranges first, then from those of all sellers, the
    /// older range first; in the test mode only from its own. Belongs into the transaction that writes the article: when that is rolled back, the number
    /// was never given out.
    /// </summary>
    /// <returns>The number, or null when no open range holds one.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: two at once could read the same number.</exception>
    public static async Task<ArticleNumber?> TakeArticleNumberAsync(
        this PortalDbContext database, ProductCode product, string? contract, bool test, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("An article number is taken within a transaction.");
        while (true)
        {
            var range = await database.OpenRanges(product, contract, test).Select(range => new { range.Id, range.Prefix }).FirstOrDefaultAsync(token);
            if (range is null) return null;

            // The step is taken in the database and not from a value read before, so that of many at once each waits
            // its turn and none must try again; the row stays ours until the commit, and so does what it holds.
            var own = database.ArticleNumberRanges.Where(candidate => candidate.Id == range.Id);
            var taken = await own
                .Where(candidate => candidate.Next <= candidate.Last && candidate.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Next, candidate => candidate.Next + 1), token);
            if (taken == 0) continue;
            return ArticleNumber.Of(range.Prefix, await own.Select(candidate => candidate.Next - 1).SingleAsync(token));
        }
    }

    /// <summary>
    /// Takes the next numbers of a product, as many single calls would: from as many ranges as it needs, each without a
    /// gap. Belongs into the transaction that writes the articles.
    /// </summary>
    /// <returns>The numbers; fewer than asked for when the open ranges hold no more.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction: two at once could read the same numbers.</exception>
    public static async Task<IReadOnlyList<ArticleNumber>> TakeArticleNumbersAsync(
        this PortalDbContext database, ProductCode product, string? contract, bool test, int count, CancellationToken token)
    {
        if (database.Database.CurrentTransaction is null) throw new InvalidOperationException("Article numbers are taken within a transaction.");
        var numbers = new List<ArticleNumber>(count);
        while (numbers.Count < count)
        {
            var id = await database.OpenRanges(product, contract, test).Select(range => (Guid?)range.Id).FirstOrDefaultAsync(token);
            if (id is null) break;

            // Locked first by an update that changes nothing: how many numbers can be taken is only known then.
            var own = database.ArticleNumberRanges.Where(candidate => candidate.Id == id);
            var locked = await own
                .Where(candidate => candidate.Next <= candidate.Last && candidate.ClosedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Next, candidate => candidate.Next), token);
            if (locked == 0) continue;
            var range = await own.Select(candidate => new { candidate.Prefix, candidate.Next, candidate.Last }).SingleAsync(token);
            var taken = Math.Min(count - numbers.Count, range.Last - range.Next + 1);
            await own.ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.Next, candidate => candidate.Next + taken), token);
            numbers.AddRange(Enumerable.Range(range.Next, taken).Select(serial => ArticleNumber.Of(range.Prefix, serial)));
        }

        return numbers;
    }

    /// <summary>Only the ranges of one world: those whose numbers go through the post, or those of the test mode.</summary>
    public static IQueryable<ArticleNumberRange> InWorld(this IQueryable<ArticleNumberRange> ranges, bool test) =>
        ranges.Where(range => range.Prefix.StartsWith(TestArticles.Letter) == test);

    private static IQueryable<ArticleNumberRange> OpenRanges(this PortalDbContext database, ProductCode product, string? contract, bool test) => database.ArticleNumberRanges
        .InWorld(test)
        .Where(range => range.Product == product && range.ClosedAt == null && range.Next <= range.Last)
        .Where(range => range.ContractNumber == null || range.ContractNumber == contract)
        .OrderBy(range => range.ContractNumber == null)
        .ThenBy(range => range.AddedAt)
        .ThenBy(range => range.Id);
}
