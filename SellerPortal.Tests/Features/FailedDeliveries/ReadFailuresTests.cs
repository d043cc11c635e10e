using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.FailedDeliveries;

public sealed class ReadFailuresTests
{
    private const int Day = 24 * 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task List_EachTab_HoldsItsOwnWithWhatFollows(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var failed = await world.FailedAsync(NonDeliveryReason.AddresseeAbsent);
        await world.ScanAsync(failed.Article, "ITEM_NONDELIVER", "Item Not Delivered", -2 * Day, NonDeliveryReason.DoorLocked);
        var held = await world.BookAsync();
        await world.ScanAsync(held.Article, "ITEM_ONHOLD", "Item Kept on Hold", -6 * Day, remark: "Payment of customs");
        var silent = await world.BookAsync();
        await world.ScanAsync(silent.Article, "ITEM_RECEIVE", "Item received", -6 * Day);
        await world.BookAsync();
        var moving = await world.BookAsync();
        await world.ScanAsync(moving.Article, "ITEM_RECEIVE", "Item received", -4 * Day);
        var delivered = await world.FailedAsync();
        await world.ScanAsync(delivered.Article, "ITEM_DELIVERY", "Item Delivered(Addressee)", 1);
        var returning = await world.BookAsync();
        await world.ScanAsync(returning.Article, "ITEM_RETURN", "Item Returned to Sender", -6 * Day);

        var first = await ListAsync(world, FailureTab.Failed);
        Assert.Equal([1, 1, 1], Enum.GetValues<FailureTab>().Select(tab => first.Counts[tab]));
        var row = Assert.Single(first.Rows);
        Assert.Equal((failed.Id, 2, NonDeliveryReason.AddresseeAbsent), (row.Id, row.Attempts, row.Reason));
        Assert.Equal(new AfterNonDelivery(NonDeliveryConsequence.ReturnedAfterSevenDays, null, FailuresWorld.Today.AddDays(7)), row.After);
        row = Assert.Single((await ListAsync(world, FailureTab.Held)).Rows);
        Assert.Equal((held.Id, "Payment of customs", null), (row.Id, row.Remark, row.After));
        row = Assert.Single((await ListAsync(world, FailureTab.Silent)).Rows);
        Assert.Equal((silent.Id, 0), (row.Id, row.Attempts));
        world.Rules.SilentDays = 7;
        Assert.Empty((await ListAsync(world, FailureTab.Silent)).Rows);
    }

    [Theory, EachDatabase]
    public async Task List_Filters_LeaveWhatTheyName(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var (locked, refused) = (await world.FailedAsync(), await world.FailedAsync(NonDeliveryReason.Refused));
        await world.Give.ExecuteAsync(world.Actor, locked.Id, new InstructionInput { Kind = InstructionKind.ReturnToSender }, Token);
        Assert.Equal([locked.Id], (await world.Reads.ListAsync(world.Actor, new FailuresFilter { Reason = NonDeliveryReason.DoorLocked }, Token)).Rows.Select(row => row.Id));
        var left = await world.Reads.ListAsync(world.Actor, new FailuresFilter { Unanswered = true }, Token);
        Assert.Equal((refused.Id, 1), (Assert.Single(left.Rows).Id, left.Total));
        Assert.Equal([InstructionKind.ReturnToSender, null], (await ListAsync(world, FailureTab.Failed)).Rows.Select(row => row.Open?.Kind).OrderDescending());
    }

    [Theory, EachDatabase]
    public async Task List_MoreThanAPage_IsPagedAndPastTheEndIsTheLast(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        for (var i = 0; i < FailuresFilter.PageSize + 2; i++) await world.FailedAsync();
        Assert.Equal(FailuresFilter.PageSize, (await ListAsync(world, FailureTab.Failed)).Rows.Count);
        var last = await world.Reads.ListAsync(world.Actor, new FailuresFilter { Page = 9 }, Token);
        Assert.Equal((2, 2, FailuresFilter.PageSize + 2), (last.Page, last.Rows.Count, last.Total));
    }

    [Theory, EachDatabase]
    public async Task Reads_AnotherSeller_SeesNothing_AViewerMayNotWrite(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var shipment = await world.FailedAsync();
        await using var database = world.Databases.CreateDbContext();
        var (_, stranger) = await TestSellers.ApprovedAsync(database);
        var theirs = await world.Reads.ListAsync(stranger, new FailuresFilter(), Token);
        Assert.Equal((0, 0), (theirs.Total, theirs.Counts[FailureTab.Failed]));
        Assert.Null(await world.Reads.OneAsync(stranger, shipment.Id, Token));
        var seen = await world.Reads.OneAsync(world.Actor with { Team = TeamRole.ViewOnly }, shipment.Id, Token);
        Assert.Equal((false, null), (seen!.MayWrite, seen.WhyNot));
        Assert.True((await world.Reads.OneAsync(world.Actor, shipment.Id, Token))!.MayWrite);
    }

    private static Task<FailuresShown> ListAsync(FailuresWorld world, FailureTab tab) => world.Reads.ListAsync(world.Actor, new FailuresFilter { Tab = tab }, Token);
}
