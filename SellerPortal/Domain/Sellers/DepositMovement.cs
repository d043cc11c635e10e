using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Sellers;

/// <summary>
/// Money that went into or out of a seller's advance deposit with the Department, by its receipt. It is never changed
/// or removed: a wrong one is countered by a correction. Postage is no movement; it is drawn from the shipments.
/// </summary>
public sealed class DepositMovement
{
    public const int LongestReceipt = 40;
    public const int LongestReason = 200;

    /// <summary>How many days back a movement may lie: a mistyped year would draw the postage of all the years.</summary>
    public const int OldestDays = 366;

    /// <summary>The greatest amount of one movement.</summary>
    public static readonly Money Most = Money.FromRupees(1_000_000_000L);

    private DepositMovement()
    {
    }

    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public DepositKind Kind { get; private set; }

    /// <summary>What it adds to the deposit; below zero for what is taken out.</summary>
    public Money Amount { get; private set; }

    /// <summary>The day in India on the receipt.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Upper case without spaces; once for a seller.</summary>
    public string Receipt { get; private set; } = "";

    /// <summary>Why it was corrected; null for what is no correction.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The account that recorded it.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>Everything that forbids to record a movement on a day, in the order of the form; empty when nothing does.</summary>
    public static IReadOnlyList<DepositFault> Check(NewMovement wanted, DateOnly today)
    {
        var isCorrection = wanted.Kind == DepositKind.Correction;
        var faults = new List<DepositFault>();
        if (wanted.Amount is not { } amount || Math.Abs(amount.Paise) > Most.Paise || (isCorrection ? amount == Money.Zero : amount <= Money.Zero)) faults.Add(DepositFault.AmountWrong);
        if (wanted.Day is not { } day || day > today || day < today.AddDays(-OldestDays)) faults.Add(DepositFault.DayWrong);
        if (Tidy(wanted.Receipt) is not { Length: > 0 and <= LongestReceipt }) faults.Add(DepositFault.ReceiptMissing);
        if (isCorrection && wanted.Reason?.Trim() is not { Length: > 0 and <= LongestReason }) faults.Add(DepositFault.ReasonMissing);
        return faults;
    }

    /// <summary>Records a movement that <see cref="Check"/> lets pass.</summary>
    /// <exception cref="DomainRuleException">Something forbids it, or the seller is one of the test mode.</exception>
    public static DepositMovement Record(Guid id, SellerId seller, NewMovement wanted, Guid by, DateTimeOffset now)
    {
        if (seller.IsTest) throw new DomainRuleException("deposit.test_mode", "A seller of the test mode has no deposit.");
        if (!Enum.IsDefined(wanted.Kind)) throw new DomainRuleException("deposit.kind", $"{wanted.Kind} is no kind of movement.");
        if (Check(wanted, IndianTime.DayOf(now)) is [var fault, ..]) throw new DomainRuleException($"deposit.{fault}".ToLowerInvariant(), $"The movement cannot be recorded: {fault}.");
        return new DepositMovement
        {
            Id = id,
            SellerId = seller,
            Kind = wanted.Kind,
            Amount = wanted.Kind == DepositKind.Refund ? Money.Zero - wanted.Amount!.Value : wanted.Amount!.Value,
            Day = wanted.Day!.Value,
            Receipt = Tidy(wanted.Receipt),
            Reason = wanted.Kind == DepositKind.Correction ? wanted.Reason!.Trim() : null,
            RecordedAt = now,
            RecordedBy = by,
        };
    }

    /// <summary>One writing for the same number, however it is typed.</summary>
    private static string Tidy(string? receipt) => string.Concat((receipt ?? "").Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}

/// <summary>What a movement is.</summary>
public enum DepositKind
{
    /// <summary>The seller paid in.</summary>
    Payment,

    /// <summary>The Department paid out.</summary>
    Refund,

    /// <summary>Puts an earlier movement right.</summary>
    Correction,
}

/// <summary>A movement as it is to be recorded.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Amount">Above zero; a correction may be below.</param>
/// <param name="Day">The day in India on the receipt.</param>
/// <param name="Receipt">The number of the receipt.</param>
/// <param name="Reason">Why, for a correction.</param>
public sealed record NewMovement(DepositKind Kind, Money? Amount, DateOnly? Day, string? Receipt, string? Reason);

/// <summary>Why a movement was not recorded.</summary>
public enum DepositFault
{
    NotAllowed,

    /// <summary>No seller has the customer id.</summary>
    UnknownSeller,

    AmountWrong,

    /// <summary>After today, or too long ago.</summary>
    DayWrong,

    /// <summary>Missing or too long.</summary>
    ReceiptMissing,

    /// <summary>A movement of the seller has the receipt already.</summary>
    ReceiptTaken,

    ReasonMissing,
}
