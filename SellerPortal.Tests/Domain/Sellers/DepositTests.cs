using CsCheck;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Domain.Values;

namespace SellerPortal.Tests.Domain.Sellers;

public sealed class DepositTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly NewMovement Payment = new(DepositKind.Payment, Money.FromRupees(500), Today, "R-1", Reason: null);

    public static TheoryData<NewMovement, DepositFault[]> Cases => new()
    {
        { Payment, [] },
        { Payment with { Amount = null }, [DepositFault.AmountWrong] },
        { Payment with { Amount = Money.Zero }, [DepositFault.AmountWrong] },
        { Payment with { Amount = new Money(-1) }, [DepositFault.AmountWrong] },
        { Payment with { Amount = DepositMovement.Most + new Money(1) }, [DepositFault.AmountWrong] },
        { Payment with { Kind = DepositKind.Refund, Amount = new Money(-1) }, [DepositFault.AmountWrong] },
        { Payment with { Day = null }, [DepositFault.DayWrong] },
        { Payment with { Day = Today.AddDays(1) }, [DepositFault.DayWrong] },
        { Payment with { Day = Today.AddDays(-DepositMovement.OldestDays - 1) }, [DepositFault.DayWrong] },
        { Payment with { Day = Today.AddDays(-DepositMovement.OldestDays) }, [] },
        { Payment with { Receipt = " \t" }, [DepositFault.ReceiptMissing] },
        { Payment with { Receipt = new string('9', DepositMovement.LongestReceipt + 1) }, [DepositFault.ReceiptMissing] },
        { Payment with { Kind = DepositKind.Correction, Reason = " " }, [DepositFault.ReasonMissing] },
        { Payment with { Kind = DepositKind.Correction, Reason = "Wrong seller", Amount = new Money(-1) }, [] },
        { Payment with { Kind = DepositKind.Correction, Reason = "Wrong seller", Amount = Money.Zero }, [DepositFault.AmountWrong] },
        { new NewMovement(DepositKind.Correction, null, null, null, null), [DepositFault.AmountWrong, DepositFault.DayWrong, DepositFault.ReceiptMissing, DepositFault.ReasonMissing] },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Check_Movement_NamesWhatForbidsIt(NewMovement wanted, DepositFault[] expected) => Assert.Equal(expected, DepositMovement.Check(wanted, Today));

    [Fact]
    public void Record_Refund_TakesOutAndTidiesTheReceipt()
    {
        var movement = DepositMovement.Record(Guid.CreateVersion7(), SellerId.New(Now), Payment with { Kind = DepositKind.Refund, Receipt = " ab 12 " }, Guid.CreateVersion7(), Now);
        Assert.Equal((Money.FromRupees(-500), "AB12"), (movement.Amount, movement.Receipt));
    }

    [Fact]
    public void Record_Unchecked_IsRefused() => Assert.Throws<DomainRuleException>(
        () => DepositMovement.Record(Guid.CreateVersion7(), SellerId.New(Now), Payment with { Amount = null }, Guid.CreateVersion7(), Now));

    [Fact]
    public void IsLow_AnyDeposit_IsWhenItDoesNotLastForThreeDays() => Gen.Select(Gen.Long[-1_000_000, 100_000_000], Gen.Long[0, 100_000_000]).Sample((balance, recent) =>
    {
        var deposit = new Deposit(SellerId.New(Now), new Money(balance), [], new Money(recent));
        Assert.Equal(recent == 0 ? balance < 0 : deposit.LastsDays < Deposit.LowDays, deposit.IsLow);
        Assert.Equal(recent == 0, deposit.LastsDays is null);
    });

    [Fact]
    public void Balance_OnTheLimit_IsNotLow()
    {
        var deposit = new Deposit(SellerId.New(Now), Money.FromRupees(300), [], Money.FromRupees(3_000));
        Assert.Equal((false, 3L), (deposit.IsLow, deposit.LastsDays));
        Assert.True((deposit with { Paid = new Money(29_999) }).IsLow);
    }
}
