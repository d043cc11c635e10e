using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Articles;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Seeding;

/// <summary>The article numbers of the test mode, for every product; see <see cref="TestArticles"/>.</summary>
internal sealed class TestArticleNumbers(TimeProvider time) : IDataSeed
{
    public int Order => 500;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        var known = await database.ArticleNumberRanges.InWorld(test: true).Select(range => range.Product).ToListAsync(token);
        var missing = Enum.GetValues<ProductCode>().Except(known).ToList();
        if (missing.Count == 0) return;
        var now = time.GetUtcNow();
        database.ArticleNumberRanges.AddRange(missing.Select(product => ArticleNumberRange.ForTests(product, now)));
        await database.SaveChangesAsync(token);
    }
}
