using System.Globalization;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Shipments;

/// <summary>The price as it was booked, line by line.</summary>
public sealed record BookedPrice
{
    public required Money Base { get; init; }

    /// <summary>Postage plus add-ons, before tax.</summary>
    public required Money Taxable { get; init; }

    public required Money Cgst { get; init; }

    public required Money Sgst { get; init; }

    public required Money Igst { get; init; }

    public required Money Total { get; init; }

    /// <summary>Fees of the add-ons as <c>CODE:paise</c>, separated by commas, such as <c>REG:500,INS:5800</c>.</summary>
    public required string AddOns { get; init; }

    /// <summary>The fees of <see cref="AddOns"/>, each with the code of its add-on.</summary>
    public IReadOnlyList<(string Code, Money Fee)> Fees() =>
    [
        .. AddOns.Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':'))
            .Select(parts => (parts[0], new Money(long.Parse(parts[1], CultureInfo.InvariantCulture)))),
    ];

    /// <summary>The slab that was applied, such as <c>1001-1500 g</c>.</summary>
    public required string Slab { get; init; }

    /// <summary>The zone or kilometre slab that was applied.</summary>
    public required string Zone { get; init; }

    /// <summary>The day from which the tariff table applied.</summary>
    public required DateOnly TariffEffectiveFrom { get; init; }
}
