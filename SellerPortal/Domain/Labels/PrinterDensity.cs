namespace SellerPortal.Domain.Labels;

/// <summary>How fine a label printer is.</summary>
public enum PrinterDensity
{
    /// <summary>8 dots a millimetre.</summary>
    Dpi203 = 203,

    /// <summary>300 dots an inch.</summary>
    Dpi300 = 300,
}
