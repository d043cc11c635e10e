using System.Globalization;

namespace SellerPortal.Platform;

/// <summary>
/// Where a page of the list begins: at an instant, after so many shipments of that same instant. It stays right while
/// others book, and is as fast far down as at the top, which a page number is not.
/// </summary>
/// <param name="At">The instant by which the list is ordered, the latest first.</param>
/// <param name="Skip">How many shipments of exactly that instant stand on earlier pages.</param>
public readonly record struct ListPlace(DateTimeOffset At, int Skip)
{
    private const int HighestSkip = 10_000_000;

    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is no place.</summary>
    public static ListPlace? Parse(string? text)
    {
        if (text is null || text.Split('-') is not [var micros, var skip]) return null;
        return long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_000_000_000_000_000
            && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var skipped) && skipped <= HighestSkip
            ? new ListPlace(DateTimeOffset.UnixEpoch.AddTicks(at * TimeSpan.TicksPerMicrosecond), skipped)
            : null;
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond}-{Skip}");

    /// <summary>Where the page after the shown ones begins.</summary>
    /// <param name="shown">The instants of the page, in its order.</param>
    /// <param name="place">Where the page began.</param>
    public static ListPlace After(IReadOnlyList<DateTimeOffset> shown, ListPlace? place)
    {
        var at = shown[^1];
        var same = shown.Count(one => one == at);
        return new ListPlace(at, same + (same == shown.Count && place?.At == at ? place.Value.Skip : 0));
    }
}
