using CsCheck;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Articles;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Articles;

public sealed class ArticleNumberStockTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Take_UntilEmpty_GivesEveryNumberOnceAndThenNone(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "EE", 12_345_678, 12_345_680);
        await using var database = databases.CreateDbContext();
        await using var transaction = await database.Database.BeginTransactionAsync(Token);

        Assert.Equal("EE123456785IN", (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token)).ToString());
        Assert.Equal(12_345_679, (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
        Assert.Equal(12_345_680, (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
        Assert.Null(await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token));
        Assert.Null(await database.TakeArticleNumberAsync(ProductCode.BusinessParcel, null, test: false, Token));
    }

    [Theory, EachDatabase]
    public async Task Take_ContractWithOwnRange_UsesItFirstAndAloneHasIt(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "CX", 0, 9);
        await AddAsync(databases, "CY", 0, 0, contract: "40001234");
        await using var database = databases.CreateDbContext();
        await using var transaction = await database.Database.BeginTransactionAsync(Token);

        Assert.Equal("CX", (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, "40009999", test: false, Token))!.Value.Prefix);
        Assert.Equal("CY", (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, "40001234", test: false, Token))!.Value.Prefix);
        Assert.Equal("CX", (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, "40001234", test: false, Token))!.Value.Prefix);
    }

    [Theory, EachDatabase]
    public async Task Take_RolledBack_WasNeverGivenOut(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "EE", 5, 9);
        await using (var database = databases.CreateDbContext())
        {
            await using var transaction = await database.Database.BeginTransactionAsync(Token);
            Assert.Equal(5, (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
        }

        await using var again = databases.CreateDbContext();
        await using var next = await again.Database.BeginTransactionAsync(Token);
        Assert.Equal(5, (await again.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
    }

    [Theory, EachDatabase]
    public async Task TakeMany_OverSeveralRanges_TakesThemInOrderAndWithoutAGap(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "CX", 0, 9);
        await AddAsync(databases, "CY", 5, 7, contract: "40001234");
        await using var database = databases.CreateDbContext();
        await using var transaction = await database.Database.BeginTransactionAsync(Token);

        var numbers = await database.TakeArticleNumbersAsync(ProductCode.SpeedPostParcel, "40001234", test: false, 5, Token);
        Assert.Equal([("CY", 5), ("CY", 6), ("CY", 7), ("CX", 0), ("CX", 1)], numbers.Select(number => (number.Prefix, number.Serial)));
        Assert.Equal(2, (await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
        Assert.Equal(7, (await database.TakeArticleNumbersAsync(ProductCode.SpeedPostParcel, null, test: false, 20, Token)).Count);
        Assert.Empty(await database.TakeArticleNumbersAsync(ProductCode.SpeedPostParcel, null, test: false, 1, Token));
    }

    [Theory, EachDatabase]
    public async Task TakeMany_BesideSingleOnes_NoNumberTwiceAndNoneSkipped(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "EE", 0, 999);
        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(async () =>
        {
            await using var database = databases.CreateDbContext();
            await using var transaction = await database.Database.BeginTransactionAsync(Token);
            var mine = i % 2 == 0
                ? (await database.TakeArticleNumbersAsync(ProductCode.SpeedPostParcel, null, test: false, 40, Token)).Select(number => number.Serial).ToList()
                : [(await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial];
            await transaction.CommitAsync(Token);
            return mine;
        }, Token)));
        Assert.Equal(Enumerable.Range(0, 328), taken.SelectMany(mine => mine).Order());
    }

    [Theory, EachDatabase]
    public async Task Take_ThirtyTwoAtOnce_NoNumberTwiceAndNoneSkipped(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await AddAsync(databases, "EE", 0, 319);
        var taken = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            var mine = new List<int>();
            for (var i = 0; i < 10; i++)
            {
                await using var database = databases.CreateDbContext();
                await using var transaction = await database.Database.BeginTransactionAsync(Token);
                mine.Add((await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token))!.Value.Serial);
                await transaction.CommitAsync(Token);
            }

            return mine;
        }, Token)));

        Assert.Equal(Enumerable.Range(0, 320), taken.SelectMany(serials => serials).Order());
    }

    [Fact]
    public async Task Take_WithoutATransaction_Throws()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var database = databases.CreateDbContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token));
    }

    /// <summary>Whatever the ranges and however many are asked for: no number twice, none beyond a range, none left over.</summary>
    [Fact]
    public async Task Take_AnyRanges_NeverTwiceAndNeverBeyond()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var sizes = Gen.Int[1, 5].Array[1, 4];
        await Gen.Select(sizes, Gen.Int[0, 25]).SampleAsync(
            async (ranges, asked) =>
            {
                await using var database = databases.CreateDbContext();
                await database.ArticleNumberRanges.ExecuteDeleteAsync(Token);
                var allowed = new HashSet<string>();
                for (var i = 0; i < ranges.Length; i++)
                {
                    var first = i * 1000;
                    await AddAsync(databases, "EE", first, first + ranges[i] - 1);
                    allowed.UnionWith(Enumerable.Range(first, ranges[i]).Select(serial => ArticleNumber.Of("EE", serial).ToString()));
                }

                await using var transaction = await database.Database.BeginTransactionAsync(Token);
                var all = allowed.Count;
                for (var i = 0; i < asked; i++)
                {
                    var number = await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token);
                    if (number is null ? i < all : !allowed.Remove(number.Value.ToString())) return false;
                }

                return allowed.Count == Math.Max(0, all - asked);
            },
            iter: 30,
            threads: 1);
    }

    private static async Task AddAsync(TestDatabase databases, string prefix, int first, int last, string? contract = null)
    {
        await using var database = databases.CreateDbContext();
        var allotment = new ArticleNumberAllotment
        {
            Product = ProductCode.SpeedPostParcel,
            ContractNumber = contract,
            Prefix = prefix,
            First = first,
            Last = last,
        };
        database.ArticleNumberRanges.Add(ArticleNumberRange.Add(allotment, by: null, DateTimeOffset.UnixEpoch));
        await database.SaveChangesAsync(Token);
    }
}
