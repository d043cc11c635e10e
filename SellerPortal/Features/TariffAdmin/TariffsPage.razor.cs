using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Platform;

namespace SellerPortal.Features.TariffAdmin;

/// <summary>Admins see which tariffs are loaded, since when and from where, and what is missing.</summary>
public sealed partial class TariffsPage
{
    [Inject]
    public required Snapshot<TariffBook> Tariffs { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    private TariffBook? Book { get; set; }

    private DateOnly Today { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Book = Tariffs.IsLoaded ? Tariffs.Value : null;
        Today = IndianFormat.DayOf(Time.GetUtcNow());
    }

    private TariffTable? InForce(ProductCode product) => Book!.TableOn(product, Today);

    private string StateOf(ProductCode product, TariffTable table)
    {
        if (table.EffectiveFrom > Today) return Texts["Later"];
        return Texts[table == InForce(product) ? "InForce" : "Before"];
    }

    private string SpanOf(TariffGapRow gap) => (gap.From == DateOnly.MinValue, gap.To == DateOnly.MaxValue) switch
    {
        (true, true) => Texts["NeverPublished"],
        (true, false) => Texts["GapUntil", IndianFormat.DateWithYear(gap.To)],
        (false, true) => Texts["GapFrom", IndianFormat.DateWithYear(gap.From)],
        _ => Texts["GapBetween", IndianFormat.DateWithYear(gap.From), IndianFormat.DateWithYear(gap.To)],
    };

    private string NameOf(AddOnFeeRow fee) => AddOnCodes.TryParse(fee.Code, out var addOn) ? Words.AddOn(addOn) : Texts["Recall"];

    private string AmountOf(AddOnFeeRow fee) => fee.ExtraUnitRupees == 0
        ? IndianFormat.Money(fee.FirstFee)
        : Texts["FeeByValue", IndianFormat.Money(fee.FirstFee), IndianFormat.Number(fee.FirstUnitRupees), IndianFormat.Money(fee.ExtraFee), IndianFormat.Number(fee.ExtraUnitRupees)];
}
