using Microsoft.Net.Http.Headers;
using SellerPortal.Domain.Labels;
using SellerPortal.Printing;

namespace SellerPortal.Features.Labels;

/// <summary>Sends labels in the language of the printer.</summary>
internal sealed class LabelSender(LabelPrinter pdf, ZplPrinter zpl)
{
    /// <summary>The media type of a file of labels.</summary>
    public static string TypeOf(PrinterLanguage language) => language == PrinterLanguage.Zpl ? "application/vnd.zebra-zpl" : "application/pdf";

    /// <summary>Names the answer: a PDF is shown, ZPL is kept.</summary>
    public static void Name(HttpResponse response, string name, PrinterLanguage language)
    {
        var (kind, ending) = language == PrinterLanguage.Zpl ? ("attachment", "zpl") : ("inline", "pdf");
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue(kind) { FileName = $"{name}.{ending}" }.ToString();
        response.Headers.CacheControl = "no-store";
    }

    /// <summary>Streams labels as they are drawn.</summary>
    public IResult Send(IReadOnlyList<LabelContent> labels, LabelPaper paper, string name, HttpResponse response, CancellationToken token)
    {
        Name(response, name, paper.Language);
        return Results.Stream(
            stream => paper.Language == PrinterLanguage.Zpl
                ? zpl.PrintAsync(labels.ToAsyncEnumerable(), paper.Format, paper.Density, stream, token)
                : pdf.PrintAsync(labels, paper.Format, paper.Place, stream, token),
            TypeOf(paper.Language));
    }
}
