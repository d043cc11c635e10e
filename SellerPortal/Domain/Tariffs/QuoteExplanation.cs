using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>One sentence of an explanation: which, and the values it names, for the presenter to put into words.</summary>
/// <param name="Code">Which sentence.</param>
/// <param name="Arguments">Values in the order of the sentence: weights, amounts, days, sizes, numbers, places, codes.</param>
public sealed record ExplanationLine(ExplanationCode Code, params IReadOnlyList<object> Arguments);

/// <summary>The sentences an explanation is made of; the values each names are in brackets.</summary>
public enum ExplanationCode
{
    /// <summary>Charged on the weight on the scale (weight).</summary>
    WeightActual,

    /// <summary>Charged on the weight on the scale, which is not below the volumetric weight (weight, volumetric, size).</summary>
    WeightActualAbove,

    /// <summary>Charged on the volumetric weight (volumetric, size, actual).</summary>
    WeightVolumetric,

    /// <summary>A document is charged on its weight alone (weight).</summary>
    WeightDocument,

    /// <summary>Local, the same pincode (pincode).</summary>
    ZoneSamePincode,

    /// <summary>Local, both in one place (place).</summary>
    ZoneSameLocalGroup,

    /// <summary>Within state (state).</summary>
    ZoneSameState,

    /// <summary>Zone/metro, neighbouring postal regions (region digit, region digit).</summary>
    ZoneSameRegion,

    /// <summary>Zone/metro, both are metros (place, place).</summary>
    ZoneBothMetro,

    /// <summary>Other states (state, state).</summary>
    ZoneOtherwise,

    /// <summary>A distance slab (kilometres, column).</summary>
    Distance,

    /// <summary>The weight slab (from, up to, price).</summary>
    Slab,

    /// <summary>The last weight slab and further steps (up to, price, steps, step, price of a step).</summary>
    SlabAndSteps,

    /// <summary>A flat fee (add-on, fee).</summary>
    AddOnFlat,

    /// <summary>A fee by declared value (add-on, fee, declared value).</summary>
    AddOnByValue,

    /// <summary>CGST and SGST (half the rate in percent, taxable, CGST, SGST).</summary>
    TaxWithinState,

    /// <summary>IGST (rate, taxable, IGST).</summary>
    TaxBetweenStates,

    /// <summary>The table (effective from, source).</summary>
    Table,

    /// <summary>The time norm (route, from days, to days).</summary>
    Norm,

    /// <summary>The days are counted from another day than the day of posting (day).</summary>
    CountedFrom,

    /// <summary>One day more, because only branch offices deliver there.</summary>
    BranchOfficeDay,

    /// <summary>The product is for senders with a contract.</summary>
    NeedsContract,
}

/// <summary>Puts together why a quote is what it is.</summary>
internal static class QuoteExplanation
{
    public static List<ExplanationLine> Of(Quote quote)
    {
        var lines = new List<ExplanationLine>(12) { Weighed(quote), Zoned(quote), Slab(quote) };
        foreach (var charge in quote.AddOns)
        {
            lines.Add(charge.AddOn == AddOn.Insurance
                ? new(ExplanationCode.AddOnByValue, charge.AddOn, charge.Fee, Money.FromRupees(quote.Request.DeclaredValueRupees ?? 0))
                : new(ExplanationCode.AddOnFlat, charge.AddOn, charge.Fee));
        }

        var taxable = new Money(quote.TaxablePaise);
        lines.Add(quote.Gst.IgstPaise > 0
            ? new(ExplanationCode.TaxBetweenStates, quote.GstPercent, taxable, new Money(quote.Gst.IgstPaise))
            : new(ExplanationCode.TaxWithinState, quote.GstPercent / 2m, taxable, new Money(quote.Gst.CgstPaise), new Money(quote.Gst.SgstPaise)));
        lines.Add(new(ExplanationCode.Table, quote.Table.EffectiveFrom, quote.Table.Source));
        if (quote.Delivery is { } delivery)
        {
            lines.Add(new(ExplanationCode.Norm, delivery.Norm.Route, delivery.Norm.FromDays, delivery.Norm.ToDays));
            if (delivery.CountedFrom != quote.Request.PostedOn) lines.Add(new(ExplanationCode.CountedFrom, delivery.CountedFrom));
            if (quote.Request.DeliveredByBranchOffice) lines.Add(new(ExplanationCode.BranchOfficeDay));
        }

        if (quote.NeedsContract) lines.Add(new(ExplanationCode.NeedsContract));
        return lines;
    }

    private static ExplanationLine Weighed(Quote quote)
    {
        var actual = quote.Request.Weight;
        if (quote.Product.IsDocument()) return new(ExplanationCode.WeightDocument, actual);
        if (quote.Volumetric is not { } volumetric) return new(ExplanationCode.WeightActual, actual);
        return volumetric > actual
            ? new(ExplanationCode.WeightVolumetric, volumetric, quote.Request.Size!.Value, actual)
            : new(ExplanationCode.WeightActualAbove, actual, volumetric, quote.Request.Size!.Value);
    }

    private static ExplanationLine Zoned(Quote quote)
    {
        if (quote.Kilometres is { } kilometres) return new(ExplanationCode.Distance, kilometres, quote.Column);
        var route = quote.Route;
        return route.Rule switch
        {
            ZoneRule.SamePincode => new(ExplanationCode.ZoneSamePincode, route.From.Pincode),
            ZoneRule.SameLocalGroup => new(ExplanationCode.ZoneSameLocalGroup, route.FromPlace!.Name),
            ZoneRule.SameState => new(ExplanationCode.ZoneSameState, route.From.State),
            ZoneRule.SameRegion => new(ExplanationCode.ZoneSameRegion, route.From.Pincode.Region, route.To.Pincode.Region),
            ZoneRule.BothMetro => new(ExplanationCode.ZoneBothMetro, route.FromPlace!.Name, route.ToPlace!.Name),
            _ => new(ExplanationCode.ZoneOtherwise, NameOf(route.From), NameOf(route.To)),
        };
    }

    /// <summary>The Army post has no state; its pincode says where it is.</summary>
    private static string NameOf(Addresses.PincodeEntry end) => end.State.Length > 0 ? end.State : end.Pincode.ToString();

    private static ExplanationLine Slab(Quote quote)
    {
        var price = quote.Price;
        return price.Steps == 0
            ? new(ExplanationCode.Slab, price.FromGrams, new Weight(price.UpToGrams), new Money(price.SlabPaise))
            : new(ExplanationCode.SlabAndSteps, new Weight(price.UpToGrams), new Money(price.SlabPaise), price.Steps, new Weight(price.StepGrams), new Money(price.StepPaise));
    }
}
