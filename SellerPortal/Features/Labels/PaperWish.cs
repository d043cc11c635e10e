using System.Globalization;
using Microsoft.Extensions.Localization;
using SellerPortal.Data;
using SellerPortal.Data.Labels;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Labels;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Labels;

/// <summary>The paper as it is asked for; what is left open the account's own paper decides.</summary>
internal sealed record PaperWish
{
    public LabelFormat? Format { get; init; }

    public PrinterLanguage? Language { get; init; }

    public PrinterDensity? Density { get; init; }

    public int? Place { get; init; }

    /// <summary>True for a system, which has no paper of its own; its prints move on nobody's sheet.</summary>
    public bool IsOfSystem { get; init; }

    /// <summary>Reads <c>?format=a6|a7|100x150|4x6|a4&amp;as=pdf|zpl&amp;dpi=203|300&amp;start=1..4</c>.</summary>
    public static PaperWish Parse(IQueryCollection query, IStringLocalizer<LabelsTexts> texts, List<Problems.FieldFault> faults) =>
        Parse(new PaperParts(query["format"], query["as"], query["dpi"], query["start"]), PaperParts.OfQuery, texts, faults);

    /// <summary>Reads a paper as it was sent.</summary>
    /// <param name="sent">Its parts; what is null or empty is left open.</param>
    /// <param name="places">Where each part stands.</param>
    /// <param name="texts">The words for what is wrong.</param>
    /// <param name="faults">Receives what is wrong.</param>
    public static PaperWish Parse(PaperParts sent, PaperParts places, IStringLocalizer<LabelsTexts> texts, List<Problems.FieldFault> faults)
    {
        LabelFormat? format = null;
        if (sent.Format is { Length: > 0 } code)
        {
            if (LabelFormats.TryParse(code, out var known)) format = known;
            else faults.Add(new Problems.FieldFault(places.Format!, "labels_format_unknown", texts["FormatUnknown", code], texts["FormatRemedy", string.Join(", ", LabelFormats.Codes)]));
        }

        PrinterLanguage? language = sent.Language?.ToLowerInvariant() switch
        {
            "pdf" => PrinterLanguage.Pdf,
            "zpl" => PrinterLanguage.Zpl,
            _ => null,
        };
        if (language is null && sent.Language is { Length: > 0 } wrong) faults.Add(new Problems.FieldFault(places.Language!, "labels_language_unknown", texts["LanguageUnknown", wrong], texts["LanguageRemedy"]));
        if (language == PrinterLanguage.Zpl && format == LabelFormat.A4) faults.Add(new Problems.FieldFault(places.Language!, "labels_no_sheets", texts["NoSheets"], texts["NoSheetsRemedy"]));

        PrinterDensity? density = sent.Dpi switch
        {
            "203" => PrinterDensity.Dpi203,
            "300" => PrinterDensity.Dpi300,
            _ => null,
        };
        if (density is null && sent.Dpi is { Length: > 0 } dots) faults.Add(new Problems.FieldFault(places.Dpi!, "labels_density_unknown", texts["DensityUnknown", dots], texts["DensityRemedy"]));

        int? place = null;
        if (sent.Start is { Length: > 0 } start)
        {
            if (int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 4) place = number;
            else faults.Add(new Problems.FieldFault(places.Start!, "labels_start_unknown", texts["StartUnknown", start], texts["StartRemedy"]));
        }

        return new PaperWish { Format = format, Language = language, Density = density, Place = place };
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

    /// <summary>Takes the paper of a print, within the transaction that notes it, and the places on a sheet that it needs.</summary>
    /// <param name="database">With a transaction.</param>
    /// <param name="actor">Who prints.</param>
    /// <param name="labels">How many labels.</param>
    /// <param name="token">Stops the work.</param>
    public async Task<LabelPaper> TakeAsync(PortalDbContext database, Actor actor, int labels, CancellationToken token) =>
        IsOfSystem ? Of(LabelPaper.Usual) : await database.TakeLabelPaperAsync(actor.UserId, Of, labels, token);
}

/// <summary>The parts of a paper as text, or where each stands.</summary>
/// <param name="Format">One of <see cref="LabelFormats.Codes"/>.</param>
/// <param name="Language">pdf or zpl.</param>
/// <param name="Dpi">How fine the label printer is.</param>
/// <param name="Start">The first free place of a sheet.</param>
internal sealed record PaperParts(string? Format, string? Language, string? Dpi, string? Start)
{
    /// <summary>Where they stand in an address.</summary>
    public static PaperParts OfQuery { get; } = new("?format", "?as", "?dpi", "?start");

    /// <summary>Where they stand in an order.</summary>
    public static PaperParts OfOrder { get; } = new("/format", "/language", "/dpi", "/start");
}
