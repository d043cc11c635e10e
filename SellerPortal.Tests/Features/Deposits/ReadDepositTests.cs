using CsCheck;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;
using SellerPortal.Features.Deposits;
using SellerPortal.Features.Today;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Features.Deposits;

public sealed class ReadDepositTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, EachDatabase]
    public async Task Read_Postage_IsDrawnFromTheFirstDayInIndiaAndByMonth(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        var (other, _) = await world.SellerAsync();
        await world.RecordAsync(seller, DepositWorld.Payment(2_000) with { Day = new DateOnly(2026, 9, 30) });
        await world.BookAsync(seller, DepositWorld.Ist(9, 29, 23, 59));
        await world.BookAsync(seller, DepositWorld.Ist(9, 30, 0, 0));
        await world.BookAsync(seller, DepositWorld.Ist(10, 1, 0, 1), recallFee: Money.FromRupees(30));
        await world.BookAsync(seller, DepositWorld.Ist(10, 25, 23, 59));
        await world.BookAsync(seller, DepositWorld.Ist(10, 26, 0, 0));
        await world.BookAsync(seller, DepositWorld.Ist(11, 24), refund: Money.FromRupees(200));
        await world.BookAsync(other, DepositWorld.Ist(11, 24));
        var deposit = await world.DepositAsync(actor);
        Assert.Equal(
            [new(new DateOnly(2026, 9, 1), Money.FromRupees(270)), new(new DateOnly(2026, 10, 1), Money.FromRupees(845)), new(new DateOnly(2026, 11, 1), Money.FromRupees(70))],
            deposit.Months);
        Assert.Equal((Money.FromRupees(815), Money.FromRupees(340), 71L, false), (deposit.Balance, deposit.Recent, deposit.LastsDays, deposit.IsLow));
    }

    [Theory, EachDatabase]
    public async Task Read_RecallFees_AreDrawnWithTheirTaxInTheMonthOfTheRecall(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        await world.RecordAsync(seller, DepositWorld.Payment(2_000) with { Day = new DateOnly(2026, 9, 30) });
        var fee = Money.FromRupees(6);
        await world.BookAsync(seller, DepositWorld.Ist(10, 25), recallFee: fee, recalledAt: DepositWorld.Ist(11, 1, 0, 1));
        await world.BookAsync(seller, DepositWorld.Ist(10, 25), recallFee: fee, recalledAt: DepositWorld.Ist(10, 31, 23, 59), withinState: true);
        var deposit = await world.DepositAsync(actor);
        // 6 → 6 + 1 between states, and 6 + 1 + 1 within one.
        Assert.Equal([new(new DateOnly(2026, 10, 1), Money.FromRupees(548)), new(new DateOnly(2026, 11, 1), Money.FromRupees(7))], deposit.Months);
        Assert.Equal((Money.FromRupees(1_445), Money.FromRupees(15)), (deposit.Balance, deposit.Recent));
    }

    [Theory, EachDatabase]
    public async Task Read_DepositOpenedToday_AveragesTheDaysBeforeAndDrawsNoneOfThem(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (seller, actor) = await world.SellerAsync();
        for (var day = 1; day <= 10; day++) await world.BookAsync(seller, DepositWorld.Ist(11, day));
        await world.RecordAsync(seller, DepositWorld.Payment(270));
        var deposit = await world.DepositAsync(actor);
        Assert.Equal((Money.FromRupees(270), Money.FromRupees(2_700), 3L, false), (deposit.Balance, deposit.Recent, deposit.LastsDays, deposit.IsLow));
        Assert.Empty(deposit.Months);
        Assert.Null(await new ReadLowDeposit(world.Databases, RealTariffs.InForce, world.Time).ExecuteAsync(actor, Token));
        await world.BookAsync(seller, DepositWorld.Ist(11, 24));
        Assert.Equal(Money.Zero, (await new ReadLowDeposit(world.Databases, RealTariffs.InForce, world.Time).ExecuteAsync(actor, Token))!.Balance);
    }

    [Theory, EachDatabase]
    public async Task List_Deposits_HasTheLowOnesFirst(DatabaseKind kind)
    {
        await using var world = await DepositWorld.CreateAsync(kind);
        var (enough, _) = await world.SellerAsync();
        var (low, _) = await world.SellerAsync();
        var (none, noneActor) = await world.SellerAsync();
        await world.RecordAsync(enough, DepositWorld.Payment(100));
        await world.RecordAsync(low, DepositWorld.Payment(200));
        await world.BookAsync(low, DepositWorld.Ist(11, 24));
        await world.BookAsync(none, DepositWorld.Ist(11, 24));
        var rows = await new ReadDeposits(world.Databases, RealTariffs.InForce, world.Time).ExecuteAsync(TestSellers.Admin, Token);
        Assert.Equal([(low.CustomerId, true), (enough.CustomerId, false)], rows.Select(row => ((string?)row.CustomerId, row.Deposit.IsLow)));
        Assert.Equal(Money.FromRupees(-70), rows[0].Deposit.Balance);
        Assert.Null(await new ReadLowDeposit(world.Databases, RealTariffs.InForce, world.Time).ExecuteAsync(noneActor, Token));
    }

    /// <summary>Whatever is paid, booked, recalled and cancelled, and in whatever order: the balance is what a ledger would say.</summary>
    [Fact]
    public async Task Balance_AnyHistory_IsMovementsLessPostageSinceTheFirstDay()
    {
        await using var world = await DepositWorld.CreateAsync(DatabaseKind.Sqlite);
        var acts = Gen.Select(Gen.Int[0, 5], Gen.Long[1, 5_000_000], Gen.Int[0, 80], Gen.Int[0, 100]).Array[1, 10];
        await acts.SampleAsync(
            async history =>
            {
                var (seller, actor) = await world.SellerAsync();
                foreach (var (act, paise, daysAgo, percent) in history)
                {
                    var day = DepositWorld.Today.AddDays(-daysAgo);
                    var at = IndianTime.StartOf(day).AddMinutes(percent);
                    if (Movement(act, paise, day) is { } movement) Assert.Empty((await world.RecordAsync(seller, movement)).Faults);
                    else await world.BookAsync(seller, at, new Money(paise), act == 4 ? new Money(paise * percent / 100) : null, act == 5 ? Money.FromRupees(percent) : null);
                }

                var movements = history.Where(one => Movement(one.Item1, one.Item2, DepositWorld.Today) is not null).ToList();
                var deposit = (await world.ReadAsync(actor)).Deposit;
                if (movements.Count == 0)
                {
                    Assert.Null(deposit);
                    return;
                }

                var since = movements.Max(one => one.Item3);
                var postage = history.Except(movements).ToList();
                Assert.Equal(movements.Sum(one => one.Item1 == 0 ? one.Item2 : -one.Item2) - postage.Where(one => one.Item3 <= since).Sum(Cost), deposit!.Balance.Paise);
                Assert.Equal(postage.Where(one => one.Item3 < Deposit.RecentDays).Sum(Cost), deposit.Recent.Paise);
            },
            iter: 60,
            threads: 1);
    }

    private static NewMovement? Movement(int act, long paise, DateOnly day) => act switch
    {
        0 => new NewMovement(DepositKind.Payment, new Money(paise), day, DepositWorld.NewReceipt(), Reason: null),
        1 => new NewMovement(DepositKind.Refund, new Money(paise), day, DepositWorld.NewReceipt(), Reason: null),
        2 => new NewMovement(DepositKind.Correction, new Money(-paise), day, DepositWorld.NewReceipt(), "Counted twice"),
        _ => null,
    };

    private static long Cost((int Act, long Paise, int DaysAgo, int Percent) one) => one.Act switch
    {
        4 => one.Paise - (one.Paise * one.Percent / 100),
        5 => one.Paise + (one.Percent * 100) + Gst.BetweenStates(one.Percent * 100, 18).Paise,
        _ => one.Paise,
    };
}
