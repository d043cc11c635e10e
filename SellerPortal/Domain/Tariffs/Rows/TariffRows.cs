using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>Everything that tariffs are made of, as it is kept in the database; <see cref="TariffBook"/> is built from it.</summary>
public sealed record TariffRows
{
    public required IReadOnlyList<TariffTableRow> Tables { get; init; }

    public required IReadOnlyList<TariffRateRow> Rates { get; init; }

    public required IReadOnlyList<AddOnFeeRow> AddOnFees { get; init; }

    public required IReadOnlyList<TariffGapRow> Gaps { get; init; }

    public required IReadOnlyList<PostalPlace> Places { get; init; }

    public required IReadOnlyList<DeliveryNormRow> Norms { get; init; }

    public required IReadOnlyList<TariffSettingRow> Settings { get; init; }
}

/// <summary>One published table of one product.</summary>
public sealed record TariffTableRow
{
    public required ProductCode Product { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }
}

/// <summary>One cell of a table.</summary>
public sealed record TariffRateRow
{
    public required ProductCode Product { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The column, as <see cref="TariffColumn"/> reads it.</summary>
    public required string Column { get; init; }

    /// <summary>True for the price of each further <see cref="Grams"/> above the last slab.</summary>
    public required bool IsExtraStep { get; init; }

    /// <summary>The end of the slab, inclusive, or the size of a further step.</summary>
    public required int Grams { get; init; }

    public required Money Price { get; init; }
}

/// <summary>The fee of one add-on from a day on: flat, or by the declared value.</summary>
public sealed record AddOnFeeRow
{
    /// <summary>The code of the one fee that is no add-on of a booking: recall by the sender.</summary>
    public const string Recall = "RECALL";

    public required DateOnly EffectiveFrom { get; init; }

    public required string Code { get; init; }

    public required Money FirstFee { get; init; }

    /// <summary>The declared value that <see cref="FirstFee"/> covers, in rupees; 0 for a flat fee.</summary>
    public required int FirstUnitRupees { get; init; }

    /// <summary>The size of each further part of the declared value, in rupees; 0 for a flat fee.</summary>
    public required int ExtraUnitRupees { get; init; }

    public required Money ExtraFee { get; init; }

    public required string Source { get; init; }
}

/// <summary>A product whose tariff is known to exist and is not published, for a time or for good.</summary>
public sealed record TariffGapRow
{
    public required ProductCode Product { get; init; }

    /// <summary>The first day; <see cref="DateOnly.MinValue"/> when it was never published.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; <see cref="DateOnly.MaxValue"/> when no end is known.</summary>
    public required DateOnly To { get; init; }
}

/// <summary>How many days a delivery takes.</summary>
public sealed record DeliveryNormRow
{
    public required TransportMode Mode { get; init; }

    public required DeliveryRoute Route { get; init; }

    public required int FromDays { get; init; }

    public required int ToDays { get; init; }
}

/// <summary>One setting of the tariffs, see <see cref="TariffSettings"/>.</summary>
public sealed record TariffSettingRow
{
    public required string Key { get; init; }

    public required string Value { get; init; }
}
