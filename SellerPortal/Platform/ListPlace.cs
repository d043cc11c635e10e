using System.Globalization;

namespace SellerPortal.Platform;

/// <summary>
/// Where a page of a list begins: after an entry. Lists are ordered by an instant, the latest first, and by the id among
/// entries of the same instant, the highest first. The place stays right while others add entries and while entries leave
/// the list, its own among them, and is as fast far down as at the top, which a page number is not.
/// </summary>
/// <param name="At">The entry's instant.</param>
/// <param name="Id">The entry's id.</param>
public readonly record struct ListPlace(DateTimeOffset At, Guid Id)
{
    /// <summary>Reads what <see cref="ToString"/> wrote; anything else is no place.</summary>
    public static ListPlace? Parse(string? text)
    {
        if (text is null || text.Split('-') is not [var micros, var id]) return null;
        return long.TryParse(micros, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < 253_000_000_000_000_000
            && Guid.TryParseExact(id, "N", out var entry)
            ? new ListPlace(DateTimeOffset.UnixEpoch.AddTicks(at * TimeSpan.TicksPerMicrosecond), entry)
            : null;
    }

    /// <summary>As it stands in an address.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond}-{Id:N}");
}
