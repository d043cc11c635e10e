namespace SellerPortal.Domain.Labels;

/// <summary>What a printer is told labels in.</summary>
public enum PrinterLanguage
{
    /// <summary>A document that every printer prints, and every screen shows.</summary>
    Pdf,

    /// <summary>ZPL II, the commands of thermal label printers.</summary>
    Zpl,
}
