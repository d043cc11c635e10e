namespace SellerPortal.Domain.Labels;

/// <summary>The papers a label can be printed on.</summary>
public enum LabelFormat
{
    /// <summary>105 × 148 mm.</summary>
    A6,

    /// <summary>74 × 105 mm.</summary>
    A7,

    /// <summary>100 × 150 mm, a roll for thermal printers.</summary>
    Thermal100X150,

    /// <summary>4 × 6 inches, a roll for thermal printers.</summary>
    Thermal4X6,

    /// <summary>210 × 297 mm with four labels of A6.</summary>
    A4,
}

/// <summary>How the papers are named in addresses of the portal, and how many labels they hold.</summary>
public static class LabelFormats
{
    /// <summary>The names that <see cref="TryParse"/> knows, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<LabelFormat>().Select(ToCode)];

    /// <summary>The name in an address, such as <c>100x150</c>.</summary>
    public static string ToCode(this LabelFormat format) => format switch
    {
        LabelFormat.A6 => "a6",
        LabelFormat.A7 => "a7",
        LabelFormat.Thermal100X150 => "100x150",
        LabelFormat.Thermal4X6 => "4x6",
        LabelFormat.A4 => "a4",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Finds the format of a name, small or capital letters.</summary>
    public static bool TryParse(string? code, out LabelFormat format)
    {
        foreach (var candidate in Enum.GetValues<LabelFormat>())
        {
            if (!string.Equals(candidate.ToCode(), code, StringComparison.OrdinalIgnoreCase)) continue;
            format = candidate;
            return true;
        }

        format = default;
        return false;
    }

    /// <summary>How many labels one sheet holds.</summary>
    public static int LabelsPerSheet(this LabelFormat format) => format == LabelFormat.A4 ? 4 : 1;

    /// <summary>The place on a sheet, from 1, that is free after so many labels were printed from a place on.</summary>
    public static int PlaceAfter(this LabelFormat format, int place, int labels) => ((place - 1 + labels) % format.LabelsPerSheet()) + 1;
}
