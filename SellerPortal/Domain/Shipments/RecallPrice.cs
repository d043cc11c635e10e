using SellerPortal.Domain.Tariffs;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Shipments;

/// <summary>What calling an article back costs.</summary>
/// <param name="Fee">The fee, before tax.</param>
/// <param name="Tax">The tax on it.</param>
public sealed record RecallPrice(Money Fee, Money Tax)
{
    public Money Total => Fee + Tax;

    /// <summary>The fee is an add-on to the postage, and taxed in the same way as that was (domain facts §3).</summary>
    /// <param name="fee">The fee, before tax.</param>
    /// <param name="booked">What the shipment cost.</param>
    /// <param name="gstPercent">The rate of the tax.</param>
    public static RecallPrice Of(Money fee, BookedPrice booked, int gstPercent)
    {
        var gst = booked.Igst > Money.Zero ? Gst.BetweenStates(fee.Paise, gstPercent) : Gst.WithinState(fee.Paise, gstPercent);
        return new RecallPrice(fee, new Money(gst.Paise));
    }
}
