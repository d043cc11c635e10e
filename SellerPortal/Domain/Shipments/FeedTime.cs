using System.Globalization;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Shipments;

/// <summary>
/// Times of the event feed. They end in "Z" and yet are Indian Standard Time (domain facts §7), so "Z" and no zone at
/// all both mean IST; any other offset that is written out is believed.
/// </summary>
public static class FeedTime
{
    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm",
    ];

    private static readonly string[] WithOffset = [.. Local.Select(format => format + "zzz")];

    /// <summary>Reads a time of the feed as a point in time with offset zero, to the microsecond.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        text = text.Trim();
        var local = text.EndsWith("Z", StringComparison.OrdinalIgnoreCase) ? text[..^1] : text;
        if (DateTime.TryParseExact(local, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall) && wall.Year > 1)
        {
            time = new DateTimeOffset(wall, IndianTime.Offset).ToMicroseconds();
            return true;
        }

        var found = DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
        time = time.ToMicroseconds();
        return found;
    }
}
