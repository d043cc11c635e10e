namespace SellerPortal.Domain.Values;

/// <summary>An amount in Indian rupees, held in whole paise so that no price ever passes through floating point.</summary>
/// <param name="Paise">Hundredths of a rupee.</param>
public readonly record struct Money(long Paise) : IComparable<Money>
{
    /// <summary>Nothing to pay.</summary>
    public static Money Zero => default;

    /// <summary>The amount in rupees.</summary>
    public decimal Rupees => Paise / 100m;

    /// <summary>An amount of whole rupees.</summary>
    public static Money FromRupees(long rupees) => new(checked(rupees * 100));

    /// <summary>An amount of rupees with at most two decimals.</summary>
    /// <exception cref="ArgumentException">There are more than two decimals.</exception>
    public static Money FromRupees(decimal rupees)
    {
        var paise = rupees * 100m;
        return paise == decimal.Truncate(paise)
            ? new Money((long)paise)
            : throw new ArgumentException("An amount has at most two decimals.", nameof(rupees));
    }

    /// <summary>
    /// A share of this amount, rounded half up to a whole rupee: the way the Department rounds each GST part.
    /// </summary>
    /// <param name="percent">Whole percent, 0 to 100.</param>
    public Money PercentInWholeRupees(int percent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Paise);
        return FromRupees(((Paise * percent) + 5_000) / 10_000);
    }

    public static Money operator +(Money left, Money right) => new(checked(left.Paise + right.Paise));

    public static Money operator -(Money left, Money right) => new(checked(left.Paise - right.Paise));

    public static Money operator *(Money amount, int times) => new(checked(amount.Paise * times));

    public static bool operator <(Money left, Money right) => left.Paise < right.Paise;

    public static bool operator >(Money left, Money right) => left.Paise > right.Paise;

    public static bool operator <=(Money left, Money right) => left.Paise <= right.Paise;

    public static bool operator >=(Money left, Money right) => left.Paise >= right.Paise;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Paise.CompareTo(other.Paise);
}
