using System.Diagnostics;
using SellerPortal.Domain.Labels;
using SellerPortal.Printing;

namespace Benchmarks;

/// <summary>Size of label files, labels a second by the clock and by processor time, and memory while 10,000 are streamed.</summary>
public static class LabelFigures
{
    private const int Batch = 1_000;
    private const int Many = 10_000;

    /// <summary>Runs with the argument <c>label-figures</c>.</summary>
    /// <param name="sample">A file that one label is written to, or null.</param>
    public static async Task PrintAsync(string? sample)
    {
        using var printer = new LabelPrinter();
        if (sample is not null) await PrintAsync(printer, [LabelBenchmarks.Label(4_711)], sample);

        var file = Path.GetTempFileName();
        try
        {
            // The longest first, while the process is small: its peak is what the server would see.
            await PrintAsync(printer, Enumerable.Range(0, Many).Select(LabelBenchmarks.Label), file);
            using var process = Process.GetCurrentProcess();
            Console.WriteLine($"{Many} labels streamed: {new FileInfo(file).Length / 1e6:F1} MB, peak memory of the process {process.PeakWorkingSet64 / 1e6:F0} MB");

            for (var round = 1; round <= 8; round++)
            {
                var processor = process.TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                await PrintAsync(printer, Enumerable.Range(0, Batch).Select(LabelBenchmarks.Label), file);
                var seconds = watch.Elapsed.TotalSeconds;
                process.Refresh();
                Console.WriteLine($"{Batch} labels: {Batch / seconds:F0}/s by the clock, {Batch / (process.TotalProcessorTime - processor).TotalSeconds:F0}/s of processor time");
            }

            Console.WriteLine($"{new FileInfo(file).Length / (double)Batch:F0} bytes a label in a batch of {Batch}");
            await PrintAsync(printer, [LabelBenchmarks.Label(1)], file);
            Console.WriteLine($"{new FileInfo(file).Length} bytes for a file of one label");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task PrintAsync(LabelPrinter printer, IEnumerable<LabelContent> labels, string file)
    {
        await using var output = File.Create(file);
        await printer.PrintAsync(labels, LabelFormat.A6, 1, output);
    }
}
