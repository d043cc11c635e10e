using SellerPortal.Domain.Labels;

namespace SellerPortal.Printing;

/// <summary>What follows from a density.</summary>
internal static class PrinterDensities
{
    /// <summary>Dots of a hundredth of a millimetre.</summary>
    public static double DotsPerUnit(this PrinterDensity density) => density == PrinterDensity.Dpi203 ? 0.08 : 300 / 2540.0;

    /// <summary>Dots of a module of the barcode: 0.375 mm at 203 dpi, 0.339 mm at 300; at least 0.25 mm is asked for.</summary>
    public static int DotsPerModule(this PrinterDensity density) => density == PrinterDensity.Dpi203 ? LabelGrid.DotsPerModule : 4;
}
