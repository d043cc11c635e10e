namespace SellerPortal.Domain.Tariffs;

/// <summary>
/// One published tariff of one product, in force from a day: prices in paise by weight slab and column, excluding GST.
/// </summary>
public sealed class TariffTable
{
    private readonly int[] _upToGrams;
    private readonly long[] _paise;
    private readonly long[] _stepPaise;
    private readonly int[] _columnOfZone = [-1, -1, -1, -1];

    /// <exception cref="TariffFaultException">A price or a column is missing, or given twice.</exception>
    internal TariffTable(TariffTableRow row, IEnumerable<TariffRateRow> rates)
    {
        (Product, EffectiveFrom, Source) = (row.Product, row.EffectiveFrom, row.Source);
        var all = rates.ToList();
        Columns = [.. all.Select(rate => rate.Column).Distinct().Select(TariffColumn.Parse).OrderBy(column => column.Zone ?? (Zone)int.MaxValue).ThenBy(column => column.FromKm)];
        CheckColumns();
        _upToGrams = [.. all.Where(rate => !rate.IsExtraStep).Select(rate => rate.Grams).Distinct().Order()];
        if (_upToGrams.Length == 0) throw Fault("has no weight slab");
        _paise = [.. _upToGrams.SelectMany(_ => Columns, (grams, column) => Single(all, grams, column, isExtraStep: false))];
        int[] steps = [.. all.Where(rate => rate.IsExtraStep).Select(rate => rate.Grams).Distinct()];
        if (steps.Length > 1) throw Fault("has two kinds of extra step");
        StepGrams = steps is [var step] ? step : 0;
        _stepPaise = steps is [var grams] ? [.. Columns.Select(column => Single(all, grams, column, isExtraStep: true))] : [];
        if (_upToGrams[0] <= 0 || StepGrams < 0 || (steps.Length == 1 && StepGrams == 0)) throw Fault("has a slab of no weight");
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Zone is { } zone) _columnOfZone[(int)zone] = i;
        }
    }

    public ProductCode Product { get; }

    /// <summary>The first day on which it applies.</summary>
    public DateOnly EffectiveFrom { get; }

    /// <summary>Where it was published.</summary>
    public string Source { get; }

    /// <summary>Zones in their order, or local and then the distance slabs from near to far.</summary>
    public IReadOnlyList<TariffColumn> Columns { get; }

    /// <summary>The ends of the weight slabs, inclusive, ascending.</summary>
    public IReadOnlyList<int> SlabEnds => _upToGrams;

    /// <summary>The size of each further step above the last slab in grams; 0 when the table ends there.</summary>
    public int StepGrams { get; }

    /// <summary>True when the price depends on kilometres.</summary>
    public bool IsByDistance => _columnOfZone[(int)Zone.OtherStates] < 0;

    /// <summary>The column of a zone in a table by zone; in a table by distance only local has one.</summary>
    public int ColumnOf(Zone zone) => _columnOfZone[(int)zone];

    /// <summary>The column of a distance: a slab's end belongs to the slab, anything above it to the next.</summary>
    public int ColumnOf(double kilometres)
    {
        var column = 1;
        while (kilometres > Columns[column].UpToKm) column++;
        return column;
    }

    /// <summary>
    /// The price of a weight: its slab, whose end is inclusive, and above the last slab one step for each further
    /// <see cref="StepGrams"/> or part.
    /// </summary>
    /// <returns>False when the table has no price for so much.</returns>
    public bool TryPrice(int grams, int column, out TariffPrice price)
    {
        var slab = 0;
        while (slab < _upToGrams.Length && grams > _upToGrams[slab]) slab++;
        if (slab < _upToGrams.Length)
        {
            price = new TariffPrice(slab == 0 ? 1 : _upToGrams[slab - 1] + 1, _upToGrams[slab], _paise[(slab * Columns.Count) + column], 0, 0, 0);
            return true;
        }

        var last = _upToGrams.Length - 1;
        if (StepGrams == 0)
        {
            price = default;
            return false;
        }

        var steps = (grams - _upToGrams[last] - 1) / StepGrams + 1;
        price = new TariffPrice(last == 0 ? 1 : _upToGrams[last - 1] + 1, _upToGrams[last], _paise[(last * Columns.Count) + column], StepGrams, steps, _stepPaise[column]);
        return true;
    }

    private long Single(List<TariffRateRow> rates, int grams, TariffColumn column, bool isExtraStep)
    {
        var found = rates.Where(rate => rate.IsExtraStep == isExtraStep && rate.Grams == grams && rate.Column == column.Code).ToList();
        if (found.Count != 1) throw Fault($"has {found.Count} prices for {grams} g, {column.Code}");
        return found[0].Price.Paise >= 0 ? found[0].Price.Paise : throw Fault($"has a negative price for {grams} g, {column.Code}");
    }

    private void CheckColumns()
    {
        if (Columns.Count == 0 || Columns[0].Zone != Zone.Local) throw Fault("has no column local");
        var distances = Columns.Where(column => column.Zone is null).ToList();
        if (distances.Count == 0)
        {
            if (Columns.Count != 4) throw Fault("lacks one of the four zones");
            return;
        }

        if (distances.Count != Columns.Count - 1) throw Fault("mixes zones and distance slabs");
        for (var i = 0; i < distances.Count; i++)
        {
            var follows = i == 0 ? distances[i].FromKm == 0 : distances[i].FromKm == distances[i - 1].UpToKm + 1;
            if (!follows) throw Fault($"has a gap before the distance slab {distances[i].Code}");
        }

        if (distances[^1].UpToKm != int.MaxValue) throw Fault("has no distance slab without an end");
    }

    private TariffFaultException Fault(string what) => new($"the table {Product.ToCode()} of {EffectiveFrom:yyyy-MM-dd} {what}");
}

/// <summary>A price found in a table.</summary>
/// <param name="FromGrams">First gram of the slab.</param>
/// <param name="UpToGrams">Last gram of the slab.</param>
/// <param name="SlabPaise">The slab's price.</param>
/// <param name="StepGrams">Size of a further step; 0 when none was needed.</param>
/// <param name="Steps">Number of further steps.</param>
/// <param name="StepPaise">Price of one further step.</param>
public readonly record struct TariffPrice(int FromGrams, int UpToGrams, long SlabPaise, int StepGrams, int Steps, long StepPaise)
{
    /// <summary>Slab and steps together, in paise.</summary>
    public long Paise => SlabPaise + (Steps * StepPaise);
}
