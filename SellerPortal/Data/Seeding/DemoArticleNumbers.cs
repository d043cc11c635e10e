using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Articles;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;

namespace SellerPortal.Data.Seeding;

/// <summary>
/// Article numbers to try the portal with, in Development only or where ArticleNumbers:DemoRanges is true: real
/// numbers are allotted by the Department, and an admin enters them.
/// </summary>
internal sealed class DemoArticleNumbers(IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IDataSeed
{
    private static readonly ArticleNumberAllotment[] Allotments =
    [
        new() { Product = ProductCode.SpeedPostParcel, Prefix = "EE", First = 12_345_678, Last = 12_445_677 },
        new() { Product = ProductCode.SpeedPostDocument, Prefix = "EA", First = 20_000_000, Last = 20_099_999 },
        new() { Product = ProductCode.BusinessParcel, Prefix = "CX", First = 30_000_000, Last = 30_099_999 },
    ];

    public int Order => 500;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        if (!configuration.GetValue("ArticleNumbers:DemoRanges", environment.IsDevelopment())) return;
        if (await database.ArticleNumberRanges.InWorld(test: false).AnyAsync(token)) return;
        var now = time.GetUtcNow();
        database.ArticleNumberRanges.AddRange(Allotments.Select(allotment => ArticleNumberRange.Add(allotment, by: null, now)));
        await database.SaveChangesAsync(token);
    }
}
