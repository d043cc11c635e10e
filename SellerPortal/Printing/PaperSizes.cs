using SellerPortal.Domain.Labels;

namespace SellerPortal.Printing;

/// <summary>What the papers measure.</summary>
internal static class PaperSizes
{
    /// <summary>Width and height of the paper in hundredths of a millimetre.</summary>
    public static (int Width, int Height) Paper(this LabelFormat format) => format switch
    {
        LabelFormat.A6 => (10_500, 14_800),
        LabelFormat.A7 => (7_400, 10_500),
        LabelFormat.Thermal100X150 => (10_000, 15_000),
        LabelFormat.Thermal4X6 => (10_160, 15_240),
        LabelFormat.A4 => (21_000, 29_700),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format."),
    };

    /// <summary>Width and height of one label on the paper, in hundredths of a millimetre.</summary>
    public static (int Width, int Height) Label(this LabelFormat format) => format == LabelFormat.A4 ? LabelFormat.A6.Paper() : format.Paper();
}
