using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Labels;

namespace SellerPortal.Features.Labels;

/// <summary>A paper in words.</summary>
internal static class PaperText
{
    public static string Of(IStringLocalizer<LabelsTexts> texts, LabelPaper paper) => paper switch
    {
        { Format: LabelFormat.A4, Place: > 1 } => texts["PaperFromPlace", texts[$"Format{paper.Format}"].Value, paper.Place],
        { Language: PrinterLanguage.Zpl } => texts["PaperZpl", texts[$"Format{paper.Format}"].Value, (int)paper.Density],
        _ => texts[$"Format{paper.Format}"],
    };
}
