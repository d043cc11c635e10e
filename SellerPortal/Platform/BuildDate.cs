namespace SellerPortal.Platform;

/// <summary>The day this version of the portal was made, for the "last updated" line that government sites carry.</summary>
public static class BuildDate
{
    /// <summary>The day in India.</summary>
    public static DateOnly Value { get; } = IndianFormat.DayOf(new DateTimeOffset(File.GetLastWriteTimeUtc(typeof(BuildDate).Assembly.Location)));
}
