using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Features.FailedDeliveries;
using SellerPortal.Features.Returns;
using SellerPortal.Features.Today;
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
        await world.ScanAsync(returning.Article, "ITEM_RETURN", "Item Returned to Sender", -Day);

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
    public async Task Silent_HandedOverAndNeverScanned_CountsFromTheHandOver(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        Shipment[] parcels = [await world.BookAsync(), await world.BookAsync(), await world.BookAsync(), await world.BookAsync(), await world.BookAsync(), await world.BookAsync()];
        await world.FetchAsync(6, done: true, parcels[0]);
        await world.FetchAsync(4, done: true, parcels[1]);
        await world.FetchAsync(6, done: false, parcels[2], parcels[5]);
        await world.CloseManifestAsync(7, parcels[3], parcels[5]);
        await world.CloseManifestAsync(4, parcels[4]);
        var scanned = await world.BookAsync();
        await world.ScanAsync(scanned.Article, "ITEM_RECEIVE", "Item received", -8 * Day);

        var silent = await ListAsync(world, FailureTab.Silent);
        Assert.Equal((3, 3), (silent.Total, silent.Counts[FailureTab.Silent]));
        Assert.Equal([scanned.Id, parcels[3].Id, parcels[0].Id], silent.Rows.Select(row => row.Id));
        Assert.Equal(
            [null, world.Time.GetUtcNow().AddDays(-7), world.Time.GetUtcNow().AddDays(-6)], silent.Rows.Select(row => row.HandedOverAt));
        Assert.Equal([null, InstructionRefusal.NotHandedOver, InstructionRefusal.NotHandedOver], silent.Rows.Select(row => row.WhyNot));
        await world.ScanAsync(parcels[0].Article, "ITEM_BOOK", "Item Booked", -5);
        Assert.DoesNotContain((await ListAsync(world, FailureTab.Silent)).Rows, row => row.Id == parcels[0].Id);
    }

    [Theory, EachDatabase]
    public async Task Silent_OnAManifestWithAPickupThatNobodyCameFor_IsNotHidden(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var parcels = new[] { await world.BookAsync(), await world.BookAsync() };
        await world.FetchAsync(6, done: false, parcels);
        await world.CloseManifestAsync(6, parcels);
        Assert.Empty((await ListAsync(world, FailureTab.Silent)).Rows);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(parcels.Length, (await ListAsync(world, FailureTab.Silent)).Total);
    }

    [Theory, EachDatabase]
    public async Task Silent_ReturningAndRecalled_AreThereToo(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var (returning, recalled, refused) = (await world.BookAsync(), await world.BookAsync(), await world.BookAsync());
        await world.ScanAsync(returning.Article, "ITEM_RETURN", "Item Returned to Sender", -8 * Day);
        await world.ScanAsync(recalled.Article, "BAG_DISPATCH", "Bag Dispatched", -7 * Day);
        await world.ScanAsync(refused.Article, "BAG_DISPATCH", "Bag Dispatched", -8 * Day);
        await world.RecallAsync(recalled.Id);
        await world.RecallAsync(refused.Id);
        await world.ScanAsync(refused.Article, "ITEM_NONDELIVER", "Item Not Delivered", -6 * Day, NonDeliveryReason.Refused);
        var silent = await ListAsync(world, FailureTab.Silent);
        Assert.Equal([returning.Id, recalled.Id, refused.Id], silent.Rows.Select(row => row.Id));
        Assert.Equal([InstructionRefusal.Returning, InstructionRefusal.RecallRequested, InstructionRefusal.RecallRequested], silent.Rows.Select(row => row.WhyNot));
        Assert.Null(silent.Rows[2].After);
    }

    [Theory, EachDatabase]
    public async Task Recalled_ButNotDeliveredOrHeld_IsAmongTheReturnsOnly(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var (failed, held) = (await world.BookAsync(), await world.BookAsync());
        foreach (var shipment in new[] { failed, held })
        {
            await world.ScanAsync(shipment.Article, "BAG_DISPATCH", "Bag Dispatched", -Day);
            await world.RecallAsync(shipment.Id);
        }

        await world.ScanAsync(failed.Article, "ITEM_INVOICE", "Taken out for delivery", -60);
        await world.ScanAsync(failed.Article, "ITEM_NONDELIVER", "Item Not Delivered", -30, NonDeliveryReason.DoorLocked);
        await world.ScanAsync(held.Article, "ITEM_ONHOLD", "Item Kept on Hold", -30);
        Assert.All((await ListAsync(world, FailureTab.Failed)).Counts.Values, count => Assert.Equal(0, count));
        var coming = await new ReadReturns(world.Databases, world.Tariffs, world.Time).ExecuteAsync(world.Actor, new ReturnsFilter(), Token);
        Assert.Equal(new[] { failed.Id.Value, held.Id.Value }.Order(), coming.Rows.Select(row => row.Id.Value).Order());
        Assert.Equal(0, (await new ReadToday(world.Databases, world.Time).ExecuteAsync(world.Actor, Token)).Counts.Failed);
    }

    [Theory, EachDatabase]
    public async Task Unanswered_InstructionWhoseDayPassed_IsBackOnTheList(DatabaseKind kind)
    {
        await using var world = await FailuresWorld.CreateAsync(kind);
        var (again, phone) = (await world.FailedAsync(), await world.FailedAsync());
        await world.Give.ExecuteAsync(world.Actor, again.Id, new InstructionInput { Kind = InstructionKind.DeliverAgain, DeliverOn = FailuresWorld.Today.AddDays(2) }, Token);
        await world.Give.ExecuteAsync(world.Actor, phone.Id, new InstructionInput { Kind = InstructionKind.CorrectPhone, Mobile = "9827011111" }, Token);
        world.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, (await world.Reads.ListAsync(world.Actor, new FailuresFilter { Unanswered = true }, Token)).Total);
        world.Time.Advance(TimeSpan.FromDays(1));
        var row = Assert.Single((await world.Reads.ListAsync(world.Actor, new FailuresFilter { Unanswered = true }, Token)).Rows);
        Assert.Equal((again.Id, true), (row.Id, row.Open!.IsOverdue(FailuresWorld.Today.AddDays(3))));
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
