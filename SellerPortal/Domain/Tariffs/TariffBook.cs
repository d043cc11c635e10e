using SellerPortal.Domain.Pickups;

namespace SellerPortal.Domain.Tariffs;

/// <summary>
/// Every tariff the portal knows, immutable: tables in force from a day, fees, places, time norms and holidays.
/// A new version replaces it whole.
/// </summary>
public sealed class TariffBook
{
    private readonly TariffTable[][] _tables;
    private readonly AddOnFees[] _fees;
    private readonly TariffGapRow[] _gaps;
    private readonly DeliveryNormRow?[] _norms = new DeliveryNormRow?[2 * ((int)DeliveryRoute.Rest + 1)];

    private TariffBook(TariffRows rows, PostalCalendar calendar)
    {
        var rates = rows.Rates.ToLookup(rate => (rate.Product, rate.EffectiveFrom));
        var tables = rows.Tables.Select(row => new TariffTable(row, rates[(row.Product, row.EffectiveFrom)])).ToList();
        _tables = [.. Products.All.Select(product => tables.Where(table => table.Product == product).OrderByDescending(table => table.EffectiveFrom).ToArray())];
        _fees = [.. rows.AddOnFees.GroupBy(row => row.EffectiveFrom).Select(group => new AddOnFees(group.Key, group)).OrderByDescending(fees => fees.EffectiveFrom)];
        _gaps = [.. rows.Gaps];
        foreach (var norm in rows.Norms)
        {
            if (norm.FromDays < 0 || norm.ToDays < norm.FromDays) throw new TariffFaultException($"the time norm {norm.Mode}, {norm.Route} ends before it begins");
            _norms[NormIndex(norm.Mode, norm.Route)] = norm;
        }

        Places = new PostalPlaces(rows.Places);
        Calendar = calendar;
        Settings = TariffSettings.From(rows.Settings);
        AddOnFeeRows = rows.AddOnFees;
    }

    /// <summary>Local groups, metros and capitals.</summary>
    public PostalPlaces Places { get; }

    /// <summary>The days on which the post works.</summary>
    public PostalCalendar Calendar { get; }

    public TariffSettings Settings { get; }

    /// <summary>All fees of all days, with their sources.</summary>
    public IReadOnlyList<AddOnFeeRow> AddOnFeeRows { get; }

    /// <summary>The times for which a tariff is known to be unpublished.</summary>
    public IReadOnlyList<TariffGapRow> Gaps => _gaps;

    /// <summary>Builds the book.</summary>
    /// <param name="rows">What is published.</param>
    /// <param name="calendar">The days on which the post works, for expected deliveries.</param>
    /// <exception cref="TariffFaultException">The rows contradict each other or miss a part.</exception>
    public static TariffBook Create(TariffRows rows, PostalCalendar calendar) => new(rows, calendar);

    /// <summary>All tables of a product, the newest first.</summary>
    public IReadOnlyList<TariffTable> TablesOf(ProductCode product) => _tables[(int)product];

    /// <summary>
    /// The table in force on a day, or null. A table from before an unpublished time does not reach into it or beyond.
    /// </summary>
    public TariffTable? TableOn(ProductCode product, DateOnly day)
    {
        foreach (var table in _tables[(int)product])
        {
            if (table.EffectiveFrom > day) continue;
            return IsOvertaken(product, table.EffectiveFrom, day) ? null : table;
        }

        return null;
    }

    /// <summary>The unpublished time that holds the day, or null.</summary>
    public TariffGapRow? GapOn(ProductCode product, DateOnly day)
    {
        foreach (var gap in _gaps)
        {
            if (gap.Product == product && gap.From <= day && day <= gap.To) return gap;
        }

        return null;
    }

    /// <summary>The add-on fees in force on a day, or null.</summary>
    public AddOnFees? FeesOn(DateOnly day)
    {
        foreach (var fees in _fees)
        {
            if (fees.EffectiveFrom <= day) return fees;
        }

        return null;
    }

    /// <summary>The time norm of a kind of route, or null when none is loaded.</summary>
    public DeliveryNormRow? NormOf(TransportMode mode, DeliveryRoute route) => _norms[NormIndex(mode, route)];

    private static int NormIndex(TransportMode mode, DeliveryRoute route) => ((int)mode * ((int)DeliveryRoute.Rest + 1)) + (int)route;

    private bool IsOvertaken(ProductCode product, DateOnly effectiveFrom, DateOnly day)
    {
        foreach (var gap in _gaps)
        {
            if (gap.Product == product && effectiveFrom < gap.From && gap.From <= day) return true;
        }

        return false;
    }
}
