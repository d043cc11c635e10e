namespace SellerPortal.Domain.Shipments;

/// <summary>When a parcel counts as silent; the section "FailedDeliveries" of the configuration.</summary>
public sealed class SilenceRules
{
    /// <summary>Days without a scan after which somebody should look, 1 to 60.</summary>
    public int SilentDays { get; set; } = 5;

    /// <summary>True when the number makes sense.</summary>
    public bool IsSound => SilentDays is >= 1 and <= 60;

    /// <summary>A parcel whose last scan, or whose hand-over when it has none, is older than this is silent.</summary>
    public DateTimeOffset SilentSince(DateTimeOffset now) => now.AddDays(-SilentDays);
}
