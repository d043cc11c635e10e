using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Articles;
using SellerPortal.Domain;
using SellerPortal.Domain.Articles;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Features.ArticleNumbers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.ArticleNumbers;

public sealed class RangeUseCaseTests
{
    private static readonly ArticleNumberAllotment Allotment = new()
    {
        Product = ProductCode.SpeedPostParcel,
        Prefix = "EE",
        First = 1000,
        Last = 1999,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Add_OverlappingNumbers_NamesTheRangeThatHoldsThem(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var add = new AddRange(databases, TimeProvider.System);
        Assert.Equal(AllotmentFault.None, (await add.ExecuteAsync(TestSellers.Admin, Allotment, Token)).Fault);

        foreach (var (first, last) in new[] { (1000, 1999), (0, 1000), (1999, 3000), (0, 5000), (1200, 1300) })
        {
            var other = Allotment with { Product = ProductCode.BusinessParcel, First = first, Last = last };
            var result = await add.ExecuteAsync(TestSellers.Admin, other, Token);
            Assert.Equal(new AddRangeResult(AllotmentFault.Overlaps, new NumberSpan("EE", 1000, 1999)), result);
        }

        Assert.Equal(AllotmentFault.None, (await add.ExecuteAsync(TestSellers.Admin, Allotment with { First = 2000, Last = 2000 }, Token)).Fault);
        Assert.Equal(AllotmentFault.None, (await add.ExecuteAsync(TestSellers.Admin, Allotment with { Prefix = "EF" }, Token)).Fault);
    }

    [Theory, EachDatabase]
    public async Task Add_SameNumbersByManyAtOnce_AddsOne(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var add = new AddRange(databases, TimeProvider.System);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            Task.Run(() => add.ExecuteAsync(TestSellers.Admin, Allotment with { First = 1000 + i }, Token), Token)));

        Assert.Single(results, result => result.Fault == AllotmentFault.None);
        await using var database = databases.CreateDbContext();
        Assert.Equal(1, await database.ArticleNumberRanges.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Close_RangeInUse_GivesNoMoreNumbersAndKeepsThem(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var add = new AddRange(databases, TimeProvider.System);
        await add.ExecuteAsync(TestSellers.Admin, Allotment, Token);
        var list = new ListRanges(databases);
        var row = Assert.Single(await list.ExecuteAsync(Token));
        var close = new CloseRange(databases, TimeProvider.System);

        Assert.True(await close.ExecuteAsync(TestSellers.Admin, row.Id, Token));
        Assert.False(await close.ExecuteAsync(TestSellers.Admin, row.Id, Token));

        await using var database = databases.CreateDbContext();
        await using (await database.Database.BeginTransactionAsync(Token)) Assert.Null(await database.TakeArticleNumberAsync(ProductCode.SpeedPostParcel, null, test: false, Token));
        Assert.True(Assert.Single(await list.ExecuteAsync(Token)).IsClosed);
        Assert.Equal(AllotmentFault.Overlaps, (await add.ExecuteAsync(TestSellers.Admin, Allotment, Token)).Fault);
    }

    [Theory, EachDatabase]
    public async Task Add_ForAContract_NeedsASellerWithIt(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        var add = new AddRange(databases, TimeProvider.System);
        var forContract = Allotment with { ContractNumber = "40001234" };
        Assert.Equal(AllotmentFault.ContractUnknown, (await add.ExecuteAsync(TestSellers.Admin, forContract, Token)).Fault);
        await using (var database = databases.CreateDbContext()) await TestSellers.ApprovedAsync(database, "40001234");
        Assert.Equal(AllotmentFault.None, (await add.ExecuteAsync(TestSellers.Admin, forContract, Token)).Fault);
    }

    [Fact]
    public async Task AddAndClose_NoAdmin_AreForbidden()
    {
        await using var databases = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var seller = TestSellers.ActorOf(SellerId.New(DateTimeOffset.UnixEpoch));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => new AddRange(databases, TimeProvider.System).ExecuteAsync(seller, Allotment, Token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => new CloseRange(databases, TimeProvider.System).ExecuteAsync(seller, Guid.Empty, Token));
    }

    [Fact]
    public void RangeRow_FewLeft_IsLowThenExhausted()
    {
        var row = new RangeRow(Guid.Empty, ProductCode.SpeedPostParcel, null, "EE", 0, 999, 800, 200, null);
        Assert.True(row.IsLow);
        Assert.Equal((200, 80), (row.Left, row.UsedPercent));
        Assert.False((row with { Next = 799 }).IsLow);
        Assert.True((row with { Next = 1000 }) is { IsExhausted: true, IsLow: false, UsedPercent: 100 });
        Assert.False((row with { ClosedAt = DateTimeOffset.UnixEpoch }).IsLow);
    }
}
