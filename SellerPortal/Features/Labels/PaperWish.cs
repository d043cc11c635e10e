using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Domain.Labels;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Labels;

/// <summary>The paper as an address asks for it; what it leaves open the account's own paper decides.</summary>
internal sealed record PaperWish
{
    public LabelFormat? Format { get; init; }

    public PrinterLanguage? Language { get; init; }

    public PrinterDensity? Density { get; init; }

    public int? Place { get; init; }

    /// <summary>Reads <c>?format=a6|a7|100x150|4x6|a4&amp;as=pdf|zpl&amp;dpi=203|300&amp;start=1..4</c>.</summary>
    public static PaperWish Parse(IQueryCollection query, IStringLocalizer<LabelsTexts> texts, List<Problems.FieldFault> faults)
    {
        LabelFormat? format = null;
        if (Value("format") is { } code)
        {
            if (LabelFormats.TryParse(code, out var known)) format = known;
            else faults.Add(new Problems.FieldFault("?format", "labels.format_unknown", texts["FormatUnknown", code], texts["FormatRemedy", string.Join(", ", LabelFormats.Codes)]));
        }

        PrinterLanguage? language = Value("as")?.ToLowerInvariant() switch
        {
            "pdf" => PrinterLanguage.Pdf,
            "zpl" => PrinterLanguage.Zpl,
            _ => null,
        };
        if (language is null && Value("as") is { } wrong) faults.Add(new Problems.FieldFault("?as", "labels.language_unknown", texts["LanguageUnknown", wrong], texts["LanguageRemedy"]));
        if (language == PrinterLanguage.Zpl && format == LabelFormat.A4) faults.Add(new Problems.FieldFault("?as", "labels.no_sheets", texts["NoSheets"], texts["NoSheetsRemedy"]));

        PrinterDensity? density = Value("dpi") switch
        {
            "203" => PrinterDensity.Dpi203,
            "300" => PrinterDensity.Dpi300,
            _ => null,
        };
        if (density is null && Value("dpi") is { } dots) faults.Add(new Problems.FieldFault("?dpi", "labels.density_unknown", texts["DensityUnknown", dots], texts["DensityRemedy"]));

        int? place = null;
        if (Value("start") is { } start)
        {
            if (int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 4) place = number;
            else faults.Add(new Problems.FieldFault("?start", "labels.start_unknown", texts["StartUnknown", start], texts["StartRemedy"]));
        }

        return new PaperWish { Format = format, Language = language, Density = density, Place = place };

        string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The paper to print on.</summary>
    /// <param name="own">The account's paper, with the place where its sheet of four goes on.</param>
    public LabelPaper Of(LabelPaper own)
    {
        // Whoever names a paper and no language wants what every printer prints, whatever the account's label printer speaks.
        var language = Language ?? (Format is null ? own.Language : PrinterLanguage.Pdf);
        var format = Format ?? (language == PrinterLanguage.Zpl && own.Format.LabelsPerSheet() > 1 ? LabelFormat.A6 : own.Format);
        return new LabelPaper(format, language, Density ?? own.Density, Place ?? own.Place).Tidy();
    }
}
