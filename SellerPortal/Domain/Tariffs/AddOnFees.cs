using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>The fees of the add-ons that are in force from a day.</summary>
public sealed class AddOnFees
{
    private readonly AddOnFeeRow?[] _rows = new AddOnFeeRow?[AddOnSet.Size];

    /// <exception cref="TariffFaultException">A code is unknown, or a fee has no unit.</exception>
    internal AddOnFees(DateOnly effectiveFrom, IEnumerable<AddOnFeeRow> rows)
    {
        EffectiveFrom = effectiveFrom;
        foreach (var row in rows)
        {
            if (row.FirstFee < Money.Zero || row.ExtraFee < Money.Zero || row.FirstUnitRupees < 0 || row.ExtraUnitRupees < 0)
            {
                throw new TariffFaultException($"the fee {row.Code} of {effectiveFrom:yyyy-MM-dd} is negative");
            }

            if (row.FirstUnitRupees > 0 != row.ExtraUnitRupees > 0) throw new TariffFaultException($"the fee {row.Code} of {effectiveFrom:yyyy-MM-dd} has only one unit");
            if (row.Code == AddOnFeeRow.Recall) RecallFee = row.FirstFee;
            else if (AddOnCodes.TryParse(row.Code, out var addOn)) _rows[(int)addOn] = row;
            else throw new TariffFaultException($"the add-on {row.Code} is unknown");
        }
    }

    public DateOnly EffectiveFrom { get; }

    /// <summary>The fee for the recall of an article by its sender (Post Office Regulations 2024, reg. 55); null when not loaded.</summary>
    public Money? RecallFee { get; }

    /// <summary>The row of an add-on, or null when its fee is not loaded.</summary>
    public AddOnFeeRow? Row(AddOn addOn) => _rows[(int)addOn];

    /// <summary>The fee in paise: flat, or the first fee and one further fee for each further part of the declared value.</summary>
    public static long FeePaise(AddOnFeeRow row, long declaredValueRupees)
    {
        var fee = row.FirstFee.Paise;
        var above = declaredValueRupees - row.FirstUnitRupees;
        return row.ExtraUnitRupees == 0 || above <= 0
            ? fee
            : fee + ((above + row.ExtraUnitRupees - 1) / row.ExtraUnitRupees * row.ExtraFee.Paise);
    }
}

/// <summary>A set of add-ons; an add-on is asked for once or not at all.</summary>
public readonly record struct AddOnSet
{
    /// <summary>The number of add-ons there are.</summary>
    public const int Size = (int)AddOn.Insurance + 1;

    private readonly int _bits;

    private AddOnSet(int bits) => _bits = bits;

    /// <summary>No add-on.</summary>
    public static AddOnSet None => default;

    /// <summary>How many are asked for.</summary>
    public int Count => System.Numerics.BitOperations.PopCount((uint)_bits);

    /// <summary>The add-ons of a list, each once.</summary>
    public static AddOnSet Of(params IEnumerable<AddOn> addOns)
    {
        var set = None;
        foreach (var addOn in addOns) set = set.With(addOn);
        return set;
    }

    /// <summary>This set with one add-on more.</summary>
    public AddOnSet With(AddOn addOn) => new(_bits | (1 << (int)addOn));

    /// <summary>True when the add-on is asked for.</summary>
    public bool Contains(AddOn addOn) => (_bits & (1 << (int)addOn)) != 0;
}
