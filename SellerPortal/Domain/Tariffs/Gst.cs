namespace SellerPortal.Domain.Tariffs;

/// <summary>Goods and services tax on an amount, in paise; every part is rounded half up to a whole rupee by itself.</summary>
public readonly record struct Gst(long CgstPaise, long SgstPaise, long IgstPaise)
{
    /// <summary>The three parts together.</summary>
    public long Paise => CgstPaise + SgstPaise + IgstPaise;

    /// <summary>Central and state tax, half the rate each, rounded before they are added.</summary>
    public static Gst WithinState(long taxablePaise, int percent)
    {
        var half = WholeRupees(taxablePaise, percent, 200);
        return new Gst(half, half, 0);
    }

    /// <summary>Integrated tax at the whole rate, rounded once.</summary>
    public static Gst BetweenStates(long taxablePaise, int percent) => new(0, 0, WholeRupees(taxablePaise, percent, 100));

    private static long WholeRupees(long paise, int percent, int parts)
    {
        var divisor = parts * 100L;
        return ((paise * percent) + (divisor / 2)) / divisor * 100;
    }
}
