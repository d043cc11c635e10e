namespace SellerPortal.Domain.Labels;

/// <summary>What labels are to be printed on.</summary>
/// <param name="Format">The paper.</param>
/// <param name="Language">What the printer understands; ZPL goes only with papers of label printers.</param>
/// <param name="Density">How fine the label printer is; without meaning for PDF.</param>
/// <param name="Place">The place of the first label on a sheet, from 1; other papers than <see cref="LabelFormat.A4"/> have only 1.</param>
public sealed record LabelPaper(LabelFormat Format, PrinterLanguage Language = PrinterLanguage.Pdf, PrinterDensity Density = PrinterDensity.Dpi203, int Place = 1)
{
    /// <summary>The paper of someone who never chose one.</summary>
    public static LabelPaper Usual { get; } = new(LabelFormat.A6);

    /// <summary>The same paper as it can be printed: a sheet of four is never ZPL, and a label roll has only one place.</summary>
    public LabelPaper Tidy() => this with
    {
        Language = Format.LabelsPerSheet() > 1 ? PrinterLanguage.Pdf : Language,
        Place = Math.Clamp(Place, 1, Format.LabelsPerSheet()),
    };

    /// <summary>The paper for the next print, after so many labels.</summary>
    public LabelPaper After(int labels) => this with { Place = Format.PlaceAfter(Place, labels) };
}
