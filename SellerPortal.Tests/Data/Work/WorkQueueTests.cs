using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Work;
using SellerPortal.Domain.Work;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Data.Work;

public sealed class WorkQueueTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Claim_ManyAtOnce_GivesEachItemToOne(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await EnqueueAsync(databases, Enumerable.Range(0, 40).Select(i => WorkItem.Of("mail", $"{i}", Now)));
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            await using var database = databases.CreateDbContext();
            while (await database.ClaimAsync("mail", Now, Token) is { } item) mine.Add(item.Payload);
            return mine;
        })));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"{i}").Order(StringComparer.Ordinal), claims.SelectMany(mine => mine).Order(StringComparer.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Claim_OtherKindNotYetDueOrDead_IsLeft(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await EnqueueAsync(databases, [WorkItem.Of("other", "", Now), WorkItem.Of("mail", "", Now, Now.AddSeconds(1))]);
        await using var database = databases.CreateDbContext();
        Assert.Null(await database.ClaimAsync("mail", Now, Token));
        var item = await database.ClaimAsync("mail", Now.AddSeconds(1), Token);
        await database.FailAsync(item!, "no", pause: null, Now.AddSeconds(2), Token);
        Assert.Null(await database.ClaimAsync("mail", Now.AddDays(9), Token));
        var dead = await database.WorkItems.AsNoTracking().SingleAsync(item => item.Kind == "mail", Token);
        Assert.Equal((Now.AddSeconds(2), "no", 1), (dead.DeadAt, dead.LastFault, dead.Attempts));
    }

    [Theory, EachDatabase]
    public async Task Claim_LeaseEnded_GoesToTheNextAndTheFirstCanNoLongerEndIt(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await EnqueueAsync(databases, [WorkItem.Of("mail", "", Now)]);
        await using var database = databases.CreateDbContext();
        var first = await database.ClaimAsync("mail", Now, Token);
        Assert.True(await database.RenewAsync(first!, Now.AddSeconds(20), Token));
        Assert.Null(await database.ClaimAsync("mail", Now + WorkQueue.Lease, Token));
        var second = await database.ClaimAsync("mail", Now.AddSeconds(20) + WorkQueue.Lease, Token);
        Assert.Equal(2, second!.Attempts);
        Assert.False(await database.RenewAsync(first!, Now.AddSeconds(60), Token));
        await database.CompleteAsync(first!, Token);
        Assert.Equal(1, await database.WorkItems.CountAsync(Token));
        await database.CompleteAsync(second, Token);
        Assert.Equal(0, await database.WorkItems.CountAsync(Token));
    }

    [Theory, EachDatabase]
    public async Task Release_StoppedInTheMiddle_IsDueAtOnceAndDoesNotCount(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await EnqueueAsync(databases, [WorkItem.Of("mail", "", Now)]);
        await using var database = databases.CreateDbContext();
        var item = await database.ClaimAsync("mail", Now, Token);
        await database.ReleaseAsync(item!, Now, Token);
        Assert.Equal(1, (await database.ClaimAsync("mail", Now, Token))!.Attempts);
    }

    [Theory, EachDatabase]
    public async Task Fail_HugeFault_IsCutToTheColumn(DatabaseKind kind)
    {
        await using var databases = await TestDatabase.CreateAsync(kind);
        await EnqueueAsync(databases, [WorkItem.Of("mail", "", Now)]);
        await using var database = databases.CreateDbContext();
        var item = await database.ClaimAsync("mail", Now, Token);
        await database.FailAsync(item!, new string('x', 10_000), TimeSpan.FromMinutes(5), Now, Token);
        var waiting = await database.WorkItems.AsNoTracking().SingleAsync(Token);
        Assert.Equal((WorkItem.LongestFault, Now.AddMinutes(5), null, null), (waiting.LastFault!.Length, waiting.DueAt, waiting.DeadAt, waiting.ClaimedBy));
    }

    [Fact]
    public void Of_KindTooLong_IsRefused() => Assert.Throws<ArgumentException>(() => WorkItem.Of(new string('k', WorkItem.LongestKind + 1), "", Now));

    private static async Task EnqueueAsync(TestDatabase databases, IEnumerable<WorkItem> items)
    {
        await using var database = databases.CreateDbContext();
        database.WorkItems.AddRange(items);
        await database.SaveChangesAsync(Token);
    }
}
