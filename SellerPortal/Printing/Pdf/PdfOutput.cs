using System.IO.Pipelines;

namespace SellerPortal.Printing.Pdf;

/// <summary>Writes a PDF into a stream as its pages are drawn.</summary>
internal static class PdfOutput
{
    /// <param name="output">Where the PDF goes; stays open.</param>
    /// <param name="paper">Width and height of every page, in hundredths of a millimetre.</param>
    /// <param name="draw">Adds the pages and finishes the document.</param>
    public static async Task WriteAsync(Stream output, (int Width, int Height) paper, Func<PdfWriter, Task> draw)
    {
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(minimumBufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            using var writer = new PdfWriter(pipe, paper.Width, paper.Height);
            await draw(writer);
            await pipe.CompleteAsync();
        }
        catch (Exception fault)
        {
            await pipe.CompleteAsync(fault);
            throw;
        }
    }
}
