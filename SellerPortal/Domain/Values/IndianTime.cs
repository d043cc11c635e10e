namespace SellerPortal.Domain.Values;

/// <summary>Indian Standard Time; India has one zone and no summer time.</summary>
public static class IndianTime
{
    /// <summary>What its clocks are ahead of UTC.</summary>
    public static readonly TimeSpan Offset = new(5, 30, 0);

    /// <summary>The calendar day in India at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day begins in India.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);
}
