namespace SellerPortal.Domain;

/// <summary>Instants as both databases keep them.</summary>
public static class StoredTime
{
    /// <summary>The instant in whole microseconds, UTC: what is answered or compared now is the same when it is read later.</summary>
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
