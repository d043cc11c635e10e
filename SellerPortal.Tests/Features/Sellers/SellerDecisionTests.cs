using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Features.Sellers;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Sellers;

public sealed class SellerDecisionTests
{
    [Theory, EachDatabase]
    public async Task Approve_WithAndWithoutContract_GivesNumbersInOrder(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind, ("Sellers:FirstCustomerId", "2000000007"), ("Sellers:FirstContractNumber", "40000123"));
        var (one, two) = (await world.PendingAsync(), await world.PendingAsync("asha@example.in", "gem-2"));
        Assert.Equal(DecisionOutcome.Done, (await ApproveAsync(world, one, withContract: true)).Outcome);
        Assert.Equal(DecisionOutcome.Done, (await ApproveAsync(world, two, withContract: false)).Outcome);
        (one, two) = (await world.ReadAsync(one.Id), await world.ReadAsync(two.Id));
        Assert.Equal(("2000000007", "40000123", TestSellers.Admin.UserId), (one.CustomerId, one.ContractNumber, one.DecidedBy));
        Assert.Equal(("2000000008", null), (two.CustomerId, two.ContractNumber));
    }

    [Theory, EachDatabase]
    public async Task Approve_ByManyAtOnce_OneDecidesAndNoNumberIsLost(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await world.PendingAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => ApproveAsync(world, seller, withContract: true))));
        Assert.Equal(1, results.Count(result => result.Outcome == DecisionOutcome.Done));
        Assert.Equal(5, results.Count(result => result.Outcome == DecisionOutcome.ChangedMeanwhile));
        Assert.Equal("1000000001", (await world.ReadAsync(seller.Id)).CustomerId);
        Assert.Equal("1000000002", (await ApproveAsync(world, await world.PendingAsync("asha@example.in", "gem-2"), withContract: false)).Seller!.CustomerId);
    }

    [Theory, EachDatabase]
    public async Task Approve_ManySellersAtOnce_GivesEachItsOwnNumbers(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var sellers = new List<Seller>();
        for (var i = 0; i < 8; i++) sellers.Add(await world.PendingAsync($"seller{i}@example.in", $"gem-{i}"));
        var results = await Task.WhenAll(sellers.Select(seller => Task.Run(() => ApproveAsync(world, seller, withContract: true))));
        Assert.All(results, result => Assert.Equal(DecisionOutcome.Done, result.Outcome));
        Assert.Equal(8, results.Select(result => result.Seller!.CustomerId).Distinct().Count());
        Assert.Equal(8, results.Select(result => result.Seller!.ContractNumber).Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task Approve_SeriesUsedUp_ChangesNothing(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind, ("Sellers:FirstContractNumber", "99999999"));
        var (one, two) = (await world.PendingAsync(), await world.PendingAsync("asha@example.in", "gem-2"));
        Assert.Equal("99999999", (await ApproveAsync(world, one, withContract: true)).Seller!.ContractNumber);
        Assert.Equal(DecisionOutcome.NoContractNumber, (await ApproveAsync(world, two, withContract: true)).Outcome);
        Assert.Equal(SellerStatus.Pending, (await world.ReadAsync(two.Id)).Status);
        Assert.Equal("1000000002", (await ApproveAsync(world, two, withContract: false)).Seller!.CustomerId);
    }

    [Theory, EachDatabase]
    public async Task Reject_NeedsAReasonAndTheVersionSeen(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var seller = await world.PendingAsync();
        Assert.Equal(DecisionOutcome.ReasonMissing, (await RejectAsync(world, seller, "  ")).Outcome);
        Assert.Equal(DecisionOutcome.ReasonTooLong, (await RejectAsync(world, seller, new string('x', 501))).Outcome);
        Assert.Equal(DecisionOutcome.Done, (await RejectAsync(world, seller, "The PAN is another firm's.")).Outcome);
        Assert.Equal(DecisionOutcome.ChangedMeanwhile, (await ApproveAsync(world, seller, withContract: false)).Outcome);
        seller = await world.ReadAsync(seller.Id);
        Assert.Equal((SellerStatus.Rejected, "The PAN is another firm's."), (seller.Status, seller.StatusReason));
        Assert.Equal(DecisionOutcome.Done, (await ApproveAsync(world, seller, withContract: false)).Outcome);
    }

    [Fact]
    public async Task Decide_ByOthersOrForNobody_IsRefused()
    {
        await using var world = await SellerWorld.CreateAsync(DatabaseKind.Sqlite);
        var seller = await world.PendingAsync();
        var actor = TestSellers.ActorOf(seller.Id);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => world.Approve.ExecuteAsync(actor, seller.Id, seller.Version, true, SellerWorld.Token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => world.Reject.ExecuteAsync(actor, seller.Id, seller.Version, "x", SellerWorld.Token));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => new ListSellers(world.Databases).ExecuteAsync(actor, SellerFilter.Of(null, null, null), SellerWorld.Token));
        Assert.Equal(DecisionOutcome.NotFound, (await world.Approve.ExecuteAsync(TestSellers.Admin, new SellerId(Guid.CreateVersion7()), seller.Version, true, SellerWorld.Token)).Outcome);
        var read = new ReadSeller(world.Databases);
        Assert.NotNull(await read.ExecuteAsync(actor, seller.Id, SellerWorld.Token));
        Assert.Null(await read.ExecuteAsync(TestSellers.ActorOf(new SellerId(Guid.CreateVersion7())), seller.Id, SellerWorld.Token));
    }

    [Theory, EachDatabase]
    public async Task List_ByStatusAndText_FindsAndCounts(DatabaseKind kind)
    {
        await using var world = await SellerWorld.CreateAsync(kind);
        var one = await world.PendingAsync();
        await world.PendingAsync("asha@example.in", "gem-2");
        await ApproveAsync(world, one, withContract: true);
        var list = new ListSellers(world.Databases);
        var pending = await list.ExecuteAsync(TestSellers.Admin, SellerFilter.Of("pending", null, null), SellerWorld.Token);
        Assert.Equal("GEM-2", Assert.Single(pending.Rows).GemSellerId);
        Assert.Equal((1, 1), (pending.Counts[SellerStatus.Pending], pending.Counts[SellerStatus.Approved]));
        foreach (var (text, found) in new[] { ("acme", 2), ("ASHA@", 1), ("gem-47", 1), ("27aapfu0939f1zv", 2), ("1000000001", 1), ("98260 12345", 2), ("nobody", 0) })
        {
            Assert.Equal(found, (await list.ExecuteAsync(TestSellers.Admin, SellerFilter.Of(null, text, null), SellerWorld.Token)).Total);
        }

        Assert.Empty((await list.ExecuteAsync(TestSellers.Admin, SellerFilter.Of("7", null, 9), SellerWorld.Token)).Rows);
    }

    private static Task<DecisionResult> ApproveAsync(SellerWorld world, Seller seen, bool withContract) =>
        world.Approve.ExecuteAsync(TestSellers.Admin, seen.Id, seen.Version, withContract, SellerWorld.Token);

    private static Task<DecisionResult> RejectAsync(SellerWorld world, Seller seen, string reason) =>
        world.Reject.ExecuteAsync(TestSellers.Admin, seen.Id, seen.Version, reason, SellerWorld.Token);
}
