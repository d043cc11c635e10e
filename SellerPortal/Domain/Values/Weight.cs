namespace SellerPortal.Domain.Values;

/// <summary>A mass in whole grams.</summary>
/// <param name="Grams">Grams; never negative in a valid article.</param>
public readonly record struct Weight(int Grams) : IComparable<Weight>
{
    public static bool operator <(Weight left, Weight right) => left.Grams < right.Grams;

    public static bool operator >(Weight left, Weight right) => left.Grams > right.Grams;

    public static bool operator <=(Weight left, Weight right) => left.Grams <= right.Grams;

    public static bool operator >=(Weight left, Weight right) => left.Grams >= right.Grams;

    /// <inheritdoc/>
    public int CompareTo(Weight other) => Grams.CompareTo(other.Grams);
}
