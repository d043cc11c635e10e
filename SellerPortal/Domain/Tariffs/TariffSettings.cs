using System.Globalization;
using SellerPortal.Domain.Values;

namespace SellerPortal.Domain.Tariffs;

/// <summary>What an admin sets beside the tables.</summary>
public sealed record TariffSettings
{
    /// <summary>GST on postage and add-ons, in whole percent.</summary>
    public required int GstPercent { get; init; }

    /// <summary>True when a sender registered in another state pays IGST.</summary>
    public required bool IgstForOtherStates { get; init; }

    /// <summary>The services accounting code printed on bills.</summary>
    public required string Sac { get; init; }

    /// <summary>The highest value that can be insured.</summary>
    public required Money InsuranceCeiling { get; init; }

    /// <summary>Reads the rows gst_percent, igst_for_other_states, sac and insurance_ceiling_rs.</summary>
    /// <exception cref="TariffFaultException">One is missing, unknown or unreadable.</exception>
    public static TariffSettings From(IEnumerable<TariffSettingRow> rows)
    {
        var values = rows.ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);
        var settings = new TariffSettings
        {
            GstPercent = Number("gst_percent", 100),
            IgstForOtherStates = Take("igst_for_other_states") switch
            {
                "yes" => true,
                "no" => false,
                var other => throw new TariffFaultException($"the setting igst_for_other_states is '{other}', not yes or no"),
            },
            Sac = Take("sac"),
            InsuranceCeiling = Money.FromRupees(Number("insurance_ceiling_rs", 100_000_000)),
        };
        return values.Count == 0 ? settings : throw new TariffFaultException($"the setting {values.Keys.First()} is unknown");

        string Take(string key) => values.Remove(key, out var value) ? value : throw new TariffFaultException($"the setting {key} is missing");

        int Number(string key, int highest)
        {
            var text = Take(key);
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= highest
                ? number
                : throw new TariffFaultException($"the setting {key} is '{text}', not a whole number up to {highest}");
        }
    }
}
