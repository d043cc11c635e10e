using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Manifests;

/// <summary>
/// The day of a manifest in Indian time. It ends a minute before midnight, so that the list of a day is closed on that
/// day; what is opened in the last minute belongs to the next.
/// </summary>
public static class ManifestDay
{
    private static readonly TimeSpan BeforeMidnight = TimeSpan.FromMinutes(1);

    /// <summary>The day that an instant belongs to.</summary>
    public static DateOnly Of(DateTimeOffset instant) => IndianTime.DayOf(instant + BeforeMidnight);

    /// <summary>When a day ends: 23:59 in India.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => IndianTime.StartOf(day.AddDays(1)) - BeforeMidnight;
}
