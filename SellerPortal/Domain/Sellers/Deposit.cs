using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Sellers;

/// <summary>How a seller's advance deposit stands: what was paid in, less the postage since the day of the first movement.</summary>
/// <param name="SellerId">Whose it is.</param>
/// <param name="Paid">The sum of the movements.</param>
/// <param name="Months">The postage drawn by month, the first month first; months without any are left out.</param>
/// <param name="Recent">The postage of the last <see cref="RecentDays"/> days, also of days before the deposit was opened.</param>
public sealed record Deposit(SellerId SellerId, Money Paid, IReadOnlyList<DrawnMonth> Months, Money Recent)
{
    /// <summary>Over how many days the average is taken, today included.</summary>
    public const int RecentDays = 30;

    /// <summary>A deposit is low that lasts for fewer days.</summary>
    public const int LowDays = 3;

    /// <summary>What is left; below zero when more was posted than paid in.</summary>
    public Money Balance => new(Paid.Paise - Months.Sum(month => month.Drawn.Paise));

    /// <summary>True when the balance is below <see cref="LowDays"/> days of the average draw. In whole paise, without a division.</summary>
    public bool IsLow => Balance.Paise * RecentDays < Recent.Paise * LowDays;

    /// <summary>For how many whole days the balance lasts at the average draw; null when nothing was drawn lately.</summary>
    public long? LastsDays => Recent.Paise <= 0 ? null : Math.Max(0, Balance.Paise * RecentDays / Recent.Paise);
}

/// <summary>The postage of a month.</summary>
/// <param name="Month">The month's first day.</param>
/// <param name="Drawn">Prices of the shipments booked in it less their refunds, and recall fees with tax of those recalled in it.</param>
public sealed record DrawnMonth(DateOnly Month, Money Drawn);
