using System.Globalization;

namespace SellerPortal.Domain.Tariffs;

/// <summary>
/// One price column of a tariff table: a zone, or a distance slab. The code is the column's name in the published
/// file: local, within_state, zone_metro, other_states, up_to_200_km, 201_500_km, above_2000_km.
/// </summary>
/// <param name="Code">The name in the file.</param>
/// <param name="Zone">The zone; null for a distance slab.</param>
/// <param name="FromKm">The first whole kilometre of a distance slab.</param>
/// <param name="UpToKm">The last kilometre of a distance slab, inclusive; <see cref="int.MaxValue"/> without an end.</param>
public sealed record TariffColumn(string Code, Zone? Zone, int FromKm, int UpToKm)
{
    /// <summary>Reads the name of a column.</summary>
    /// <exception cref="TariffFaultException">It names neither a zone nor a distance slab.</exception>
    public static TariffColumn Parse(string code) => code switch
    {
        "local" => new(code, Tariffs.Zone.Local, 0, 0),
        "within_state" => new(code, Tariffs.Zone.WithinState, 0, 0),
        "zone_metro" => new(code, Tariffs.Zone.ZoneMetro, 0, 0),
        "other_states" => new(code, Tariffs.Zone.OtherStates, 0, 0),
        _ => code.Split('_') switch
        {
            ["up", "to", var end, "km"] => new(code, null, 0, Number(code, end)),
            ["above", var start, "km"] => new(code, null, checked(Number(code, start) + 1), int.MaxValue),
            [var start, var end, "km"] => new(code, null, Number(code, start), Number(code, end)),
            _ => throw new TariffFaultException($"'{code}' is no zone and no distance slab"),
        },
    };

    private static int Number(string code, string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000
            ? number
            : throw new TariffFaultException($"'{code}' is no zone and no distance slab");
}
