namespace SellerPortal.Features.Cancellations;

/// <summary>What is paid back for a cancelled parcel; the section "Cancellations" of the configuration.</summary>
public sealed class CancellationOptions
{
    /// <summary>Percent of the whole price, tax included, while the parcel is with the seller; 0 to 100.</summary>
    public int RefundPercent { get; set; } = 100;

    /// <summary>Percent once an agent has fetched it or the office of booking has scanned it, and before it is dispatched; 0 to 100.</summary>
    public int RefundPercentAfterHandOver { get; set; } = 100;

    /// <summary>True when both are percentages.</summary>
    public bool IsSound => RefundPercent is >= 0 and <= 100 && RefundPercentAfterHandOver is >= 0 and <= 100;
}
