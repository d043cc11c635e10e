using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Sellers;
using SellerPortal.Data.Work;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.TestMode;
using SellerPortal.Tests.Features.Webhooks;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.TestMode;

/// <summary>A seller of the test mode that waits is approved after a while, and its webhook hears of it once.</summary>
public sealed class TestApprovalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Seller_ThatWaits_IsApprovedOnceAndTold(DatabaseKind kind)
    {
        await using var world = await WebhookWorld.CreateAsync(kind);
        await using var database = world.Databases.CreateDbContext();
        var now = world.Time.GetUtcNow();
        var waiting = Register("GEM-1-WAIT", now);
        database.Sellers.Add(waiting);
        database.EnqueueTestApproval(waiting, now);
        database.WebhookEndpoints.Add(WebhookEndpoint.Create(waiting.Id, new WebhookWish("https://hooks.example.org/in", null), world.Secrets.Protect(WebhookSignature.NewSecret()), world.Actor.UserId, now));
        await database.SaveChangesAsync(Token);
        var item = Assert.Single(await database.WorkItems.AsNoTracking().ToListAsync(Token));
        Assert.Equal((TestApprovals.Kind, now + TestApprovals.Pause), (item.Kind, item.DueAt));

        world.Time.Advance(TestApprovals.Pause);
        var approve = new ApproveTestSellers(world.Databases, new WorkSignal(), world.Time);
        Assert.Equal(item.Kind, approve.Kind);
        await approve.ExecuteAsync(item, Token);

        // After a crash it is taken once more.
        await approve.ExecuteAsync(item, Token);
        var approved = await database.Sellers.AsNoTracking().SingleAsync(seller => seller.Id == waiting.Id, Token);
        Assert.Equal((SellerStatus.Approved, "0000000000", null, world.Time.GetUtcNow()), (approved.Status, approved.CustomerId, approved.ContractNumber, approved.DecidedAt!.Value));
        Assert.Equal([WebhookEventTypes.SellerApproved], await world.TypesAsync());
        Assert.Single(await world.DeliveriesAsync());
    }

    [Theory]
    [InlineData("GEM-1", true)]
    [InlineData("GEM-1-REJECT", true)]
    [InlineData("GEM-1-WAIT", false)]
    public async Task Enqueue_OfASellerThatIsDecidedOrReal_DoesNothing(string gemId, bool test)
    {
        await using var world = await WebhookWorld.CreateAsync(DatabaseKind.Sqlite);
        await using var database = world.Databases.CreateDbContext();
        var now = world.Time.GetUtcNow();
        var seller = Register(gemId, now, test);
        database.EnqueueTestApproval(seller, now);
        Assert.Empty(database.ChangeTracker.Entries());
        if (!test) Assert.Throws<DomainRuleException>(() => seller.ApproveInTestMode(now));
    }

    private static Seller Register(string gemId, DateTimeOffset now, bool test = true)
    {
        var seller = Seller.Register(SellerId.OfKey(Guid.CreateVersion7(now), test), TestSellers.Registration("Waiting") with { GemSellerId = gemId }, now);
        if (test) seller.DecideInTestMode(now);
        return seller;
    }
}
